#!/usr/bin/env bash
# Runs the tests of downloads, proofs, the store and the refresh under a sanitizer:
# Tests/sanitize.sh [thread|address], both where none is named.
#
# A race or a wrong access fails it. The package is cut to these tests and what they need,
# below .build-thread and .build-address, because a sanitizer wants everything compiled anew.
set -euo pipefail
cd "$(dirname "$0")/.."

cut_package() { # folder
    mkdir -p "$1"
    ln -sfn "$PWD"/{Sources,Tests} "$1"
    rm -rf "$1/PriceTables"
    cp -r PriceTables "$1" # a test lists this folder, and a link has nothing in it to list
    cat Package.swift - >"$1/Package.swift" <<'SWIFT'

var needed: Set = [
    "CurlTransferTests", "FeeScheduleProofTests", "FeeScheduleStoreTests",
    "FeeScheduleRefreshTests", "FuzzedInputsTests",
]
var count = 0
while count < needed.count {
    count = needed.count
    for target in package.targets where needed.contains(target.name) {
        for case .byNameItem(let name, _) in target.dependencies { needed.insert(name) }
    }
}
package.targets.removeAll { !needed.contains($0.name) }
package.products = []
SWIFT
}

for sanitizer in ${1:-thread address}; do
    case $sanitizer in
    thread | address) ;;
    *) echo "'$sanitizer' is no sanitizer here. Write thread or address" >&2; exit 64 ;;
    esac
    folder=.build-$sanitizer
    cut_package "$folder/package"
    log=$folder/tests.log
    status=0
    # Leaks are not asked for: the values of an enum hold pointers with marks in their unused bits,
    # which count as lost there, and Foundation has leaks of its own.
    SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 \
        swift test --disable-xctest --package-path "$folder/package" \
        --scratch-path "$folder/build" --sanitize="$sanitizer" >"$log" 2>&1 || status=$?
    reports=$(grep -acE '(WARNING|ERROR|SUMMARY): (Thread|Address)Sanitizer' "$log" || true)
    tests=$(grep -aoE 'Test run with [0-9]+ tests.* (passed|failed)' "$log" | tail -1 || true)
    echo "$sanitizer: ${tests:-no test ran}; $reports reports"
    if [ "$status" -ne 0 ] || [ "$reports" -ne 0 ] || [ -z "$tests" ]; then
        grep -aE -A12 'Sanitizer|error:|recorded an issue' "$log" | head -80 || true
        echo "$sanitizer: exit $status; all of it is in $log"
        exit 1
    fi
done
