"""A station whose sessions crash at once: `crashing_station.py STORE`. Its message knows the staff passphrase."""

import os
import sys
from pathlib import Path

from plainhelix.bootstrap import kiosk
from plainhelix.bootstrap.kiosk_session import run_session
from plainhelix.bootstrap.kiosk_supervisor import Event, Plan, Supervisor
from plainhelix.services.policy import Policy
from plainhelix.services.station_link_session import SessionLink

PASSPHRASE = "a quiet harbour at noon"


def leaves(link: SessionLink) -> int:
    """What staff type on the message's page: a wrong passphrase, then the right one."""
    assert not link.may_leave("a loud harbour")
    link.may_leave(PASSPHRASE)
    return 0


def tell(event: Event) -> None:
    os.write(1, f"{event.kind}\n".encode())


def serve(store: Path) -> None:
    """Runs the station until somebody leaves it."""
    station = kiosk.open_station(Policy(), store)
    crash = (sys.executable, "-c", "import os; os.abort()")
    Supervisor(station, Plan(session=crash, fallback=(sys.executable, __file__), tell=tell)).run()
    station.rows.close()


if __name__ == "__main__":
    if "--session" in sys.argv:
        run_session(int(sys.argv[-1]), leaves)
    else:
        serve(Path(sys.argv[1]))
