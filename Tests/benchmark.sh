#!/usr/bin/env bash
# Measures the program against its speed goals, as ratios inside one run.
set -euo pipefail
cd "$(dirname "$0")/.."

. Examples/lib.sh
install_missing python3
build_release >&2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
swiftc -O -static-stdlib Tests/Benchmarks/Empty.swift -o "$scratch/empty"

python3 Tests/Benchmarks/process.py 50 \
    "the worked scenario=carequote quote --request Examples/everything-stated/request.json" \
    "an empty static Swift program=$scratch/empty" \
    "16 visits from the tables=carequote quote --request Examples/new-patient-january/request.json" \
    "python3 -c pass=/usr/bin/python3 -c pass"
