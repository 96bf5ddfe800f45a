#!/usr/bin/env bash
# Fuzzes the readers of what comes from outside: Tests/fuzz.sh [seconds for each target, 60]
# [targets; all where none is named].
# New inputs that reach new code are kept under .build-fuzz/corpus; copy one that broke something
# to Tests/Fuzz/Corpus, where an ordinary test replays it.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
targets=("${@:2}")
[ "${#targets[@]}" -gt 0 ] ||
    targets=(FuzzCSV FuzzManifest FuzzSignature FuzzRequest FuzzPlan)
for target in "${targets[@]}"; do
    case $target in
    FuzzRequest | FuzzPlan)
        # A whole quote is worked out for many tries, and no unsafe code reads what they hold: it
        # is optimized, and the address sanitizer is left out.
        configuration=release
        build=()
        options=(-dict=Tests/Fuzz/requests.dict -max_len=8192)
        ;;
    *)
        # --sanitize=fuzzer and the address sanitizer in one flag: as two, every other build has no
        # coverage counters and finds nothing.
        configuration=debug
        build=(-Xswiftc -sanitize=fuzzer,address)
        options=()
        ;;
    esac
    swift build -c "$configuration" --product "$target" --scratch-path .build-fuzz \
        --sanitize=fuzzer "${build[@]}"
    mkdir -p ".build-fuzz/corpus/$target"
    log=.build-fuzz/$target.log
    SWIFT_BACKTRACE=enable=no ".build-fuzz/$configuration/$target" "-max_total_time=$seconds" \
        -rss_limit_mb=4096 -timeout=10 -detect_leaks=0 "${options[@]}" \
        -artifact_prefix=.build-fuzz/ ".build-fuzz/corpus/$target" \
        "Tests/Fuzz/Corpus/$target" >"$log" 2>&1 || { tail -40 "$log"; exit 1; }
    grep -q 'INFO: Loaded 1 modules' "$log" || { echo "$target: no coverage counters"; exit 1; }
    echo "$target: $(grep -E '^Done|DONE' "$log" | tail -1)"
done
