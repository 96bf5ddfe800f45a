#!/usr/bin/env bash
# Checks `carequote batch` as a whole program: memory, signals, pipes and disks.
# It expects carequote on the path, and python3.
set -euo pipefail
cd "$(dirname "$0")/.."

python3 Tests/BatchProgram/check.py
