#!/bin/sh
# The hostile tests at full size: hours. Sets up what developers need where it is not there. Arguments go to pytest.
#   sh packaging/soak.sh                       everything
#   sh packaging/soak.sh -k random_hands       one of them
#   PLAINHELIX_SEED=7 sh packaging/soak.sh     other random hands; the seed of a failed run repeats it
# Its report goes to a folder of its own below out/soak: progress.log while it runs, then soak.log, soak.xml, figures.txt.
set -u

root=$(cd "$(dirname "$0")/.." && pwd -P)
. "$root/packaging/setup.sh"
cd "$root" || exit 1

need_libraries "$window_libraries"
need_environment "$root/packaging/requirements-dev.txt"

report="$out/soak/$(date -u +%Y%m%d-%H%M%S)-$$"
mkdir -p "$report" || fail "cannot write in $out." "Make room there, or change its rights, and run this again."
say "The report goes to $report (how far it is: progress.log)"

figures() { # every figure that a test tells, and how long it took
    "$venv/bin/python" - "$report/soak.xml" <<'END'
import sys
from xml.etree import ElementTree

for case in ElementTree.parse(sys.argv[1]).iter("testcase"):
    ended = [kind for kind in ("failure", "error", "skipped") if case.find(kind) is not None]
    told = [f"{found.get('name')}: {found.get('value')}" for found in case.iter("property")]
    if ended or told:
        print(f"{case.get('name')}: {', '.join([*(ended or ['passed']), *told])} ({float(case.get('time', 0)):.0f} s)")
END
}

PLAINHELIX_SOAK=$report
export PLAINHELIX_SOAK
"$venv/bin/python" -m pytest -n auto --maxprocesses 4 --dist worksteal --durations 30 -o junit_family=xunit1 --junitxml "$report/soak.xml" \
    tests/journeys_window tests/ui tests/store tests/bootstrap "$@" >"$report/soak.log" 2>&1
ended=$?
figures >"$report/figures.txt"
cat "$report/figures.txt"
tail -n 1 "$report/soak.log"
say "The report: $report"
exit "$ended"
