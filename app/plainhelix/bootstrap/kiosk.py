"""Wires `plainhelix kiosk`: policy and store into a supervisor, or (inside its child) a link into a window."""

import argparse
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from plainhelix.base.errors import PlainhelixError, UsageError
from plainhelix.bootstrap.folders import demo_store_folder

if TYPE_CHECKING:
    from plainhelix.bootstrap.kiosk_session import Show
    from plainhelix.bootstrap.kiosk_supervisor import Event
    from plainhelix.services.policy import Policy
    from plainhelix.services.station_link_desk import Station

COMMAND = (sys.executable, "-P", "-m", "plainhelix", "kiosk")


def run_kiosk(args: argparse.Namespace, show: "Show", show_message: Callable[[], int]) -> int:
    """`plainhelix kiosk`. `show` draws a session's window, `show_message` asks for staff when sessions crash."""
    if sys.platform == "win32":
        raise PlainhelixError("kiosk-system")
    if args.session is not None:
        from plainhelix.bootstrap.kiosk_session import run_session

        return run_session(args.session, show)
    return show_message() if args.fallback else _supervise(args)


def _supervise(args: argparse.Namespace) -> int:
    from plainhelix.bootstrap.kiosk_session import harden
    from plainhelix.bootstrap.kiosk_supervisor import Plan, Supervisor
    from plainhelix.services.policy_file import policy_path, read_policy

    policy = read_policy(args.policy or policy_path())
    station = open_station(policy, args.store)
    harden()
    supervisor = Supervisor(station, Plan(session=COMMAND, fallback=(*COMMAND, "--fallback"), tell=_log))
    supervisor.listen(alarm())
    try:
        supervisor.run()
    finally:
        station.rows.close()
    return 0


def open_station(policy: "Policy", store: Path | None) -> "Station":
    """The store and the clinic's public key, ready for sessions."""
    from plainhelix.bootstrap.kiosk_supervisor import asleep
    from plainhelix.services.station_link import Welcome
    from plainhelix.services.station_link_capsule import Capsules
    from plainhelix.services.station_link_desk import Station
    from plainhelix.store.codes import PASSING_COST, CodeSalt
    from plainhelix.store.keys import read_public_key
    from plainhelix.store.station import StationRows

    folder = store or _store_folder(policy)
    keys_folder = Path(policy.keys).parent if policy.keys else folder
    public = read_public_key(keys_folder)
    rows = StationRows(folder, public)
    welcome = Welcome(
        public_key=bytes(public),
        policy=policy.for_session(),
        stored_codes=rows.code_salt(),
        passing_codes=CodeSalt.new(PASSING_COST),
    )
    return Station(
        rows=rows,
        keys_folder=keys_folder,
        store_folder=folder,
        name=policy.station_name,
        welcome=welcome,
        capsules=Capsules(60.0 * policy.keep_resume_minutes, clock=lambda: time.monotonic() + asleep()),
    )


def alarm() -> socket.socket:
    """A socket at which the system's signals arrive."""
    from plainhelix.bootstrap.kiosk_supervisor import STOP_SIGNALS

    hear, ring = socket.socketpair()
    ring.setblocking(False)
    signal.set_wakeup_fd(ring.detach())
    for number in STOP_SIGNALS:
        signal.signal(number, lambda _number, _frame: None)
    return hear


def _store_folder(policy: "Policy") -> Path:
    if "://" in policy.store:
        raise UsageError("store-address-unknown", address=policy.store.partition("://")[0])
    return Path(policy.store) if policy.store else demo_store_folder()


def _log(event: "Event") -> None:
    """One line for the system's log, which is where a station's messages go."""
    words = (event.kind, str(event.pid) if event.pid else "", event.detail)
    os.write(2, ("plainhelix kiosk: " + " ".join(word for word in words if word) + "\n").encode())
