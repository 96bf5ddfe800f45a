#!/usr/bin/env bash
# Measures the program against its speed goals, as ratios inside one run.
set -euo pipefail
cd "$(dirname "$0")/.."

. Examples/lib.sh
install_missing python3 python3-numpy python3-venv
build_release carequote EngineBenchmark >&2
# The peer of the batch reads and writes with packages that Debian lacks; they stay for the next run.
peers=${TMPDIR:-/tmp}/carequote-peers
"$peers/bin/python" -c 'import msgspec, numpy, orjson' 2>/dev/null || {
    python3 -m venv "$peers"
    "$peers/bin/pip" install --quiet msgspec==0.22.0 numpy==2.4.6 orjson==3.13.0
}
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
python3 Tests/Benchmarks/batch.py 5 100000 \
    "$peers/bin/python Tests/Benchmarks/batch_peer.py PriceTables" || missed=1
exit "$missed"
