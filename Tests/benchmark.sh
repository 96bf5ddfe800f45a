#!/usr/bin/env bash
# Measures the program against its speed goals, as ratios inside one run.
set -euo pipefail
cd "$(dirname "$0")/.."

. Examples/lib.sh
install_missing python3 python3-numpy
build_release carequote EngineBenchmark >&2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
swiftc -O -static-stdlib Tests/Benchmarks/Empty.swift -o "$scratch/empty"

# A goal that is missed is told, and the others are measured all the same.
missed=0

python3 Tests/Benchmarks/process.py 50 \
    "the worked scenario=carequote quote --request Examples/everything-stated/request.json" \
    "an empty static Swift program=$scratch/empty" \
    "16 visits from the tables=carequote quote --request Examples/new-patient-january/request.json" \
    "python3 -c pass=/usr/bin/python3 -c pass" || missed=1

echo
python3 Tests/Benchmarks/engine.py 7 50000 \
    "the engine=EngineBenchmark 50000" \
    "NumPy=/usr/bin/python3 Tests/Benchmarks/engine_peers.py numpy 50000" \
    "plain Python=/usr/bin/python3 Tests/Benchmarks/engine_peers.py plain 50000" || missed=1

echo
python3 Tests/Benchmarks/batch.py 5 10000 || missed=1
exit "$missed"
