#!/usr/bin/env bash
# Installs what is missing, builds the program, and makes the main quote.
# Needs a Debian machine with Swift 6.3; run it from anywhere.
set -euo pipefail
cd "$(dirname "$0")/.."

. Examples/lib.sh
install_missing
build_release

echo
carequote quote --request Examples/new-patient-january/request.json
