#!/bin/sh
# Sets Plainhelix up in this checkout where needed, and runs it.
#   sh packaging/run.sh              opens the app; without a display, makes one example visit and its summary
#   sh packaging/run.sh check        any command of plainhelix
set -u

root=$(cd "$(dirname "$0")/.." && pwd -P)
. "$root/packaging/setup.sh"

need_libraries "$window_libraries"
has_display && [ "$(uname)" = Linux ] && need_libraries "$display_libraries"
need_environment "$root/packaging/requirements.txt"
want_speech
has_display || export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"

if [ $# -gt 0 ] || has_display; then
    exec "$venv/bin/plainhelix" "$@"
fi

visit="$out/first-visit"
log="$out/first-visit.log"
start_log
say "No display here: making an example visit ..."
logged "$venv/bin/plainhelix" tour brca --locale en --out "$visit" ||
    fail "the example visit could not be made." "Run: sh packaging/run.sh doctor"
say "The summary: $visit/summary.pdf (the screens lie beside it)."
