#!/usr/bin/env bash
# Fuzzes the readers of what comes from outside: Tests/fuzz.sh [seconds for each target, 60].
# New inputs that reach new code are kept under .build-fuzz/corpus; copy one that broke something
# to Tests/Fuzz/Corpus, where an ordinary test replays it.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
for target in FuzzCSV FuzzManifest FuzzSignature; do
    # --sanitize=fuzzer and the address sanitizer in one flag: as two, every other build has no
    # coverage counters and finds nothing.
    swift build --product "$target" --scratch-path .build-fuzz --sanitize=fuzzer \
        -Xswiftc -sanitize=fuzzer,address
    mkdir -p ".build-fuzz/corpus/$target"
    log=.build-fuzz/$target.log
    SWIFT_BACKTRACE=enable=no ".build-fuzz/debug/$target" "-max_total_time=$seconds" \
        -rss_limit_mb=4096 -timeout=10 -detect_leaks=0 ".build-fuzz/corpus/$target" \
        "Tests/Fuzz/Corpus/$target" >"$log" 2>&1 || { tail -40 "$log"; exit 1; }
    grep -q 'INFO: Loaded 1 modules' "$log" || { echo "$target: no coverage counters"; exit 1; }
    echo "$target: $(grep -E '^Done|DONE' "$log" | tail -1)"
done
