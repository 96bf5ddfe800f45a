#!/usr/bin/env bash
# Runs every example and compares what it prints with what is expected of it.
#
# An example is a folder with
#   command        what one types, with a comment that says what is asked and works a figure by hand
#   figures        the figures worked by hand; each must stand in the output
#   expected.txt   standard output
#   expected-errors.txt   standard error, where there is any
#   exit           the exit code, where it is not 0
# A folder with run.sh in place of command needs more than the program (its README.md says what); it
# compares by itself and is not run here.
#
# Examples/check.sh            compares
# Examples/check.sh --update   writes expected.txt and expected-errors.txt anew; the figures stay
# It expects carequote on the path.
set -uo pipefail
cd "$(dirname "$0")/.."

passed=0
folders=0
failed=0
output=$(mktemp -d)
trap 'rm -rf "$output"' EXIT

for folder in Examples/*/; do
    folder=${folder%/}
    [ -f "$folder/run.sh" ] && [ ! -e "$folder/command" ] && {
        echo "$folder: not run here; $folder/run.sh runs it"
        continue
    }
    folders=$((folders + 1))
    [ -f "$folder/command" ] || {
        failed=$((failed + 1))
        echo "$folder: has no file command"
        continue
    }
    bash "$folder/command" >"$output/expected.txt" 2>"$output/expected-errors.txt" </dev/null
    code=$?
    wanted=$(cat "$folder/exit" 2>/dev/null || echo 0)
    if [ "${1:-}" = --update ]; then
        for name in expected.txt expected-errors.txt; do
            rm -f "$folder/$name"
            [ -s "$output/$name" ] && cp "$output/$name" "$folder/$name"
        done
    fi
    problems=()
    [ "$code" = "$wanted" ] || problems+=("exit $code instead of $wanted")
    for name in expected.txt expected-errors.txt; do
        wanted_file=$folder/$name
        [ -f "$wanted_file" ] || wanted_file=/dev/null
        diff -u "$wanted_file" "$output/$name" >"$output/diff" ||
            problems+=("$name differs: $(sed -n '3,12p' "$output/diff")")
    done
    [ -s "$folder/figures" ] || problems+=("no figure is worked by hand")
    while IFS= read -r figure || [ -n "$figure" ]; do
        case $figure in '' | '#'*) continue ;; esac
        grep -qwF -- "$figure" "$output/expected.txt" "$output/expected-errors.txt" ||
            problems+=("'$figure' is not in the output")
    done <"$folder/figures"
    if [ "${#problems[@]}" -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf '%s: %s\n' "$folder" "${problems[@]}"
    fi
done
echo "examples: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -eq "$folders" ] && [ "$folders" -gt 0 ]
