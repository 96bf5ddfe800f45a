#!/usr/bin/env bash
# Installs what is missing, builds everything, and runs every test and every example.
# Needs a Debian machine with Swift 6.3; run it from anywhere.
set -euo pipefail
cd "$(dirname "$0")/.."

. Examples/lib.sh
install_missing libcurl4-openssl-dev python3 openssl openssh-client strace ca-certificates
swift build --build-tests --explicit-target-dependency-import-check error
swift test --skip-build --parallel
Tests/refresh.sh
build_release carequote carequote-refresh
carequote tables check PriceTables
Examples/check.sh
Tests/batch.sh
