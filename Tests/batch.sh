#!/usr/bin/env bash
# Checks `carequote batch` as a whole program: memory, signals, pipes, disks, and damaged requests,
# 20,000 of them or with --whole 100,000, and short answers beside whole quotes.
# It expects carequote on the path, and python3.
set -euo pipefail
cd "$(dirname "$0")/.."

python3 Tests/BatchProgram/check.py
python3 Tests/BatchProgram/mutated.py "$@"
python3 Tests/BatchProgram/same.py
