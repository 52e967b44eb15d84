# shellcheck shell=sh
# What run.sh and test.sh share: finds Python and system libraries, makes .venv, installs what the lock files pin.
# Sourced with `root` (the checkout) set. Calm on success; a failure says what failed, where the log lies and what to do.

venv="$root/.venv"
# Whoever may not write in the checkout (an administrator set it up) keeps results and logs in their own folder.
if [ -w "$root" ]; then out="$root/out"; else out="$PWD/out"; fi
log="$out/setup.log"

# One line each: shared library, Debian package that brings it. All that PySide6 needs beyond a bare system.
window_libraries='libEGL.so.1 libegl1
libGL.so.1 libgl1
libX11.so.6 libx11-6
libxkbcommon.so.0 libxkbcommon0
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libglib-2.0.so.0 libglib2.0-0'
display_libraries='libX11-xcb.so.1 libx11-xcb1
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-sync.so.1 libxcb-sync1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libwayland-client.so.0 libwayland-client0
libwayland-cursor.so.0 libwayland-cursor0
libwayland-egl.so.1 libwayland-egl1'

# What reading aloud needs besides: a library that Qt's part for it loads, and a speech service with a voice.
speech_libraries='libpulse.so.0 libpulse0'
speech_packages='libspeechd2 speech-dispatcher speech-dispatcher-espeak-ng espeak-ng'

say() { printf '%s\n' "$*" >&2; }

fail() { # what failed, what to do
    say "Plainhelix: $1"
    [ -s "$log" ] && { tail -n 5 "$log" | sed 's/^/    /' >&2; say "The whole log: $log"; }
    say "What to do: $2"
    exit 1
}

start_log() {
    mkdir -p "$out" 2>/dev/null && (: >"$log") 2>/dev/null && return
    log=/dev/null
    fail "cannot write in $out." "Go to a folder that you may write in, and run this from there."
}

logged() { "$@" </dev/null >>"$log" 2>&1; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then logged "$@"; else logged sudo -n "$@"; fi
}

may_install() {
    command -v apt-get >/dev/null || return 1
    [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null
}

packages_fresh=no
install_packages() {
    if [ "$packages_fresh" = no ]; then
        as_root apt-get update -q || return 1
        packages_fresh=yes
    fi
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
}

need_packages() { # why, packages
    why=$1
    shift
    [ $# -eq 0 ] && return
    start_log
    may_install || fail "$why" "Ask an administrator to run: apt-get install $*    (other systems: the packages of the same libraries and tools)"
    say "Installing system packages: $*"
    install_packages "$@" || fail "the system packages could not be installed." "Check the network, or run: apt-get install $*"
}

missing_libraries() { # lines of "library package" → packages of those that are not there
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null) || return 0
    printf '%s\n' "$1" | while read -r library package; do
        case $known in *"$library "*) ;; *) printf '%s ' "$package" ;; esac
    done
}

has_display() { [ "$(uname)" = Darwin ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

need_libraries() { # lines of "library package"
    # shellcheck disable=SC2046 # a list of package names
    need_packages "libraries that the window needs are not on this machine." $(missing_libraries "$1")
}

missing_packages() { # packages → those that are not there; none where the system has no such packages
    command -v dpkg-query >/dev/null || return 0
    for package; do
        case $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) in installed) ;; *) printf '%s ' "$package" ;; esac
    done
}

want_speech() { # tries once for each environment: whoever cannot have it has everything else
    [ "$(uname)" != Linux ] || [ -e "$venv/stamp-speech" ] || [ ! -w "$venv" ] && return
    : >"$venv/stamp-speech"
    # shellcheck disable=SC2046,SC2086 # lists of package names
    set -- $(missing_libraries "$speech_libraries") $(missing_packages $speech_packages)
    [ $# -eq 0 ] && return
    start_log
    if may_install; then
        say "Installing what reading aloud needs: $*"
        install_packages "$@" && return
    fi
    say "Plainhelix will not read aloud here: $* could not be installed. Everything else works."
    say "An administrator can add it later: apt-get install $*"
}

is_python() { # Python 3.11 or newer that can make a virtual environment
    "$1" -c 'import sys, ensurepip, venv, sqlite3, ssl, ctypes; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for name in python3.13 python3.12 python3.11 python3; do
        command -v "$name" >/dev/null && is_python "$name" && command -v "$name" && return
    done
    return 1
}

install_python() {
    may_install || return 1
    say "Installing Python"
    install_packages python3 python3-venv
    find_python >/dev/null && return
    for version in 3.13 3.12 3.11; do
        install_packages "python$version" "python$version-venv" && find_python >/dev/null && return
    done
    return 1
}

need_python() {
    find_python >/dev/null || install_python ||
        fail "no Python 3.11 or newer that can make a virtual environment was found." \
            "Install Python 3.11, 3.12 or 3.13 with its venv module (Debian, Ubuntu: apt-get install python3 python3-venv), then run this again."
    python=$(find_python)
}

wanted_stamp() { # requirement file → what an installation from it would be stamped with
    { printf '%s\n' "$root"; cat "$root/pyproject.toml" "$root/packaging/setup.sh" "$1"; } | cksum
}

installed() { # requirement file
    [ -x "$venv/bin/python" ] && [ -x "$venv/bin/plainhelix" ] || return 1
    [ "$(cat "$venv/stamp-$(basename "$1" .txt)" 2>/dev/null)" = "$(wanted_stamp "$1")" ]
}

stamp() { wanted_stamp "$1" >"$venv/stamp-$(basename "$1" .txt)"; }

make_environment() {
    # One that was copied from elsewhere, or whose Python is gone, is made anew.
    found=$("$venv/bin/python" -c 'import pip, sys; print(sys.prefix)' 2>/dev/null)
    [ "$found" = "$venv" ] && is_python "$venv/bin/python" && grep -qF "$venv" "$venv/bin/activate" && return
    rm -rf "$venv"
    logged "$python" -m venv "$venv" || fail "the virtual environment could not be made." \
        "Read the log. On Debian and Ubuntu the package python3-venv may be missing."
}

pip_install() { logged "$venv/bin/python" -m pip install --disable-pip-version-check --no-input --quiet "$@"; }

need_environment() { # requirement file
    installed "$1" && return
    start_log
    [ -w "$root" ] || fail "this checkout is not set up, and you may not write in it." \
        "Ask its owner to run packaging/run.sh once, or copy the checkout to a folder of your own."
    say "Setting up Plainhelix (once, a few minutes) ..."
    need_python
    make_environment
    PIP_USER=0 pip_install --require-hashes --only-binary :all: -r "$1" ||
        fail "the Python packages could not be installed." "Check the network and the free space, then run this again."
    PIP_USER=0 pip_install --no-index --no-deps --no-build-isolation --editable "$root" ||
        fail "Plainhelix itself could not be installed." "Read the log; a file of the checkout may be damaged."
    stamp "$1"
}
