#!/usr/bin/env bash
# Answers generated requests with one process, and with Spark on two executors of which one is killed
# on the way, and compares the answers byte for byte.
#
# Examples/spark/run.sh [COUNT] [--undisturbed]
#   COUNT           how many requests; a million without it
#   --undisturbed   kills nothing, to measure
# Needs a Debian machine with Swift 6.3, about 6 KB of disk a request and 1 GB for Spark, which stays
# in carequote-spark beside other scratch files for the next run.
set -euo pipefail
cd "$(dirname "$0")/../.."

count=${1:-1000000}
mode=${2:-}
. Examples/lib.sh
install_missing python3 python3-venv openjdk-17-jre-headless procps
build_release

scratch=${TMPDIR:-/tmp}/carequote-spark
work=$scratch/work
rm -rf "$work"
mkdir -p "$work/carequote/bin" "$work/carequote/share/carequote" "$work/carequote/store"
trap 'rm -rf "$work"' EXIT
[ -x "$scratch/venv/bin/spark-submit" ] || {
    python3 -m venv "$scratch/venv"
    "$scratch/venv/bin/pip" install --quiet pyspark==4.1.4
}
# Spark's programs look for Python on the path.
PATH=$scratch/venv/bin:$PATH

# Everything that a machine needs: the program, the tables, and a store without a refreshed list.
cp "$(command -v carequote)" "$work/carequote/bin"
cp -r PriceTables "$work/carequote/share/carequote"
tar -C "$work/carequote" -czf "$work/carequote.tar.gz" .

# One request in a hundred is wrong, and one in a thousand lines is empty.
python3 Tests/Benchmarks/requests.py "$count" |
    sed -e '50~100s/"visits"/"visit"/' -e '777~1000s/.*//' >"$work/requests.jsonl"

seconds() { awk -v took=$((($(date +%s%N) - $1) / 1000000)) 'BEGIN { printf "%.1f s", took / 1000 }'; }

begin=$(date +%s%N)
carequote batch --summary --store "$work/carequote/store" "$work/requests.jsonl" \
    >"$work/one.jsonl" 2>"$work/one.log" || [ $? -eq 65 ]
echo "one process, every core: $(seconds "$begin")"

begin=$(date +%s%N)
spark-submit --master 'local-cluster[2,1,1024]' --archives "$work/carequote.tar.gz#carequote" \
    Examples/spark/quote_batch.py "$work/requests.jsonl" "$work/answers" $((count / 500 + 8)) \
    >"$work/spark.log" 2>&1 &
driver=$!
if [ "$mode" != --undisturbed ]; then
    # A part is whole: both executors are at work.
    until compgen -G "$work/answers/_temporary/0/task_*" >/dev/null; do
        kill -0 "$driver" 2>/dev/null || { tail -n 40 "$work/spark.log"; exit 1; }
        sleep 0.1
    done
    executor=$(pgrep -P "$driver" -f CoarseGrainedExecutorBackend | head -n 1)
    kill -KILL "$executor"
    echo "killed an executor after $(seconds "$begin")"
fi
wait "$driver" || { tail -n 40 "$work/spark.log"; exit 1; }
echo "Spark, two executors of a core: $(seconds "$begin")"
[ "$mode" = --undisturbed ] || grep -m 1 -o 'Lost executor [0-9]*' "$work/spark.log"

cat "$work"/answers/part-* | cmp - "$work/one.jsonl"
echo "the same $(wc -l <"$work/one.jsonl") answers, $(grep -c '^{"error"' "$work/one.jsonl") of them errors"
