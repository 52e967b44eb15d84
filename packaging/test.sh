#!/bin/sh
# Sets up what developers need, then runs every check and test. Arguments go to pytest.
set -u

root=$(cd "$(dirname "$0")/.." && pwd -P)
. "$root/packaging/setup.sh"
cd "$root" || exit 1

missing_tools() { # Debian packages of the tools that are not there
    command -v qpdf >/dev/null || printf 'qpdf '
    command -v pdftotext >/dev/null || printf 'poppler-utils '
    # a visit through a screen reader's interface, on a display of its own
    command -v Xvfb >/dev/null || printf 'xvfb '
    command -v xauth >/dev/null || printf 'xauth '
    command -v dbus-run-session >/dev/null || printf 'dbus '
    [ -x /usr/libexec/at-spi-bus-launcher ] || printf 'at-spi2-core '
    /usr/bin/python3 -c 'import pyatspi' 2>/dev/null || printf 'python3-pyatspi '
}

check() { # name, command
    name=$1
    shift
    log="$out/test-$name.log"
    start_log
    "$@" </dev/null >"$log" 2>&1 && return
    cat "$log" >&2
    say "Failed: $name. The command: $*"
    exit 1
}

if [ "$(uname)" = Linux ]; then
    # shellcheck disable=SC2046 # a list of package names
    need_packages "tools that the tests need are not on this machine." $(missing_tools)
    need_libraries "$window_libraries"
    need_libraries "$display_libraries"
    need_libraries "$speech_libraries"
fi
need_environment "$root/packaging/requirements-dev.txt"
# The development packages hold all the others at the same versions.
stamp "$root/packaging/requirements.txt"

PATH="$venv/bin:$PATH"
export PATH
check style ruff check
check format ruff format --check
check types mypy
check floors lint-imports
check content plainhelix check
if [ $# -gt 0 ]; then
    exec python -m pytest "$@"
fi
check tests python -m pytest -n auto --maxprocesses 4 --dist worksteal
tail -n 1 "$out/test-tests.log"
