#!/usr/bin/env bash
# Proves carequote-refresh from outside: Tests/refresh.sh [--whole]
#
# Without an option: every scenario of Tests/RefreshScenarios against the server that misbehaves,
# and a seeded part of the kill, error and power-cut sweeps of Tests/RefreshSweeps (about 3 minutes).
# --whole: every point of every sweep, 1,000 installs under 40,000 reads, the nine mutants, both
# sanitizers and the fuzzers (hours on two cores).
#
# Both need debug builds of carequote and carequote-refresh: only those can be told an address and
# a time. The sweeps mount file systems, which root alone may do; without root they say what they
# leave out.
set -euo pipefail
cd "$(dirname "$0")/.."

skips=()
[ "$(id -u)" -eq 0 ] || skips=(--expect-skips 4)
programs=$(swift build --show-bin-path)
python3 -B Tests/RefreshScenarios/run_scenarios.py --programs "$programs"
if [ "${1:-}" != --whole ]; then
    exec python3 -B Tests/RefreshSweeps/sweep.py --programs "$programs" \
        --sample "${CAREQUOTE_SEED:-7}" "${skips[@]}"
fi
python3 -B Tests/RefreshScenarios/run_scenarios.py --programs "$programs" --random 500
python3 -B Tests/RefreshSweeps/sweep.py --programs "$programs" --whole "${skips[@]}"
CAREQUOTE_WHOLE_SWEEPS=1 swift test --filter ReadersTests
Tests/sanitize.sh
Tests/fuzz.sh 600
copy=$(mktemp -d)
git clone -q . "$copy/carequote"
(cd "$copy/carequote" && python3 -B Tests/RefreshSweeps/mutants.py)
rm -rf "$copy"
