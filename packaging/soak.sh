#!/bin/sh
# The hostile tests at full size: hours. Sets up what developers need where it is not there. Arguments go to pytest.
#   sh packaging/soak.sh                       everything
#   sh packaging/soak.sh -k random_hands       one of them
#   PLAINHELIX_SEED=7 sh packaging/soak.sh     other random hands; the seed of a failed run repeats it
set -u

root=$(cd "$(dirname "$0")/.." && pwd -P)
. "$root/packaging/setup.sh"
cd "$root" || exit 1

need_libraries "$window_libraries"
need_environment "$root/packaging/requirements-dev.txt"

PLAINHELIX_SOAK=1
export PLAINHELIX_SOAK
exec "$venv/bin/python" -m pytest tests/journeys_window tests/ui/every_screen tests/store "$@"
