"""Wires `plainhelix kiosk`: policy and store into a supervisor, or (inside its child) a link into a window."""

import argparse
import contextlib
import os
import select
import signal
import socket
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from plainhelix.base.errors import PlainhelixError, UsageError
from plainhelix.bootstrap.folders import demo_store_folder

if TYPE_CHECKING:
    from plainhelix.bootstrap.kiosk_session import Show
    from plainhelix.bootstrap.kiosk_supervisor import Event
    from plainhelix.services.policy import Policy
    from plainhelix.services.station_link_desk import Station

COMMAND = (sys.executable, "-P", "-m", "plainhelix", "kiosk")


def run_kiosk(args: argparse.Namespace, show: "Show", show_message: "Show") -> int:
    """`plainhelix kiosk`. `show` draws a session's window, `show_message` asks for staff when sessions crash."""
    if args.notices:
        from plainhelix.services.policy_file import machine_policy

        return list_notices(args.store or _store_folder(machine_policy(args.policy)), sys.stdout)
    if sys.platform == "win32":
        raise PlainhelixError("kiosk-system")
    if args.session is None:
        return _supervise(args)
    from plainhelix.bootstrap.kiosk_session import run_session

    return run_session(args.session, show_message if args.fallback else show)


def _supervise(args: argparse.Namespace) -> int:
    from plainhelix.bootstrap.kiosk_session import harden
    from plainhelix.bootstrap.kiosk_start import fitted, listen_for_voices
    from plainhelix.bootstrap.kiosk_supervisor import Plan, Supervisor
    from plainhelix.bootstrap.sessions import new_shelf
    from plainhelix.services.policy_file import machine_policy

    _hold_streams()
    shelf = new_shelf()
    policy = fitted(machine_policy(args.policy), shelf, _note)
    station = open_station(policy, args.store)
    harden()
    supervisor = Supervisor(station, Plan(session=COMMAND, fallback=(*COMMAND, "--fallback"), tell=_log))
    supervisor.listen(alarm())
    listen_for_voices(policy, tuple(record.tag for record in shelf.tongues()), _note)
    del shelf
    try:
        supervisor.run()
    finally:
        station.rows.close()
    return 0


def list_notices(store: Path, out: TextIO) -> int:
    """What the station asked of staff, a line each, the newest last."""
    from plainhelix.services.notices import Notices

    for notice in Notices(store).newest():
        out.write(f"{notice.time} {notice.station} {notice.kind}\n")
    return 0


def open_station(policy: "Policy", store: Path | None) -> "Station":
    """The store and the clinic's public key, ready for sessions."""
    from plainhelix.bootstrap.kiosk_supervisor import asleep
    from plainhelix.services.station_link import Welcome
    from plainhelix.services.station_link_capsule import Capsules
    from plainhelix.services.station_link_desk import Station
    from plainhelix.store.codes import PASSING_COST, CodeSalt
    from plainhelix.store.keys import read_public_key
    from plainhelix.store.layout import PUBLIC_KEY
    from plainhelix.store.station import StationRows

    folder = store or _store_folder(policy)
    key = Path(policy.keys) if policy.keys else folder / PUBLIC_KEY
    public = read_public_key(key.parent, key.name)
    rows = StationRows(folder, public)
    welcome = Welcome(
        public_key=bytes(public),
        policy=policy.for_session(),
        stored_codes=rows.code_salt(),
        passing_codes=CodeSalt.new(PASSING_COST),
    )
    return Station(
        rows=rows,
        keys_folder=key.parent,
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


def _hold_streams() -> None:
    """Whoever starts a station may have closed what it writes to: no other file must come to stand there."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _log(event: "Event") -> None:
    """One line for the system's log, which is where a station's messages go."""
    words = (event.kind, str(event.pid) if event.pid else "", event.detail)
    _write(" ".join(word for word in words if word))


def _note(line: str) -> None:
    _write(f"note {line}")


def _write(line: str) -> None:
    """A log that nobody reads any more, or that is full, must not end or hold up the station."""
    with contextlib.suppress(OSError):
        if select.select([], [2], [], 0)[1]:
            os.write(2, f"plainhelix kiosk: {line}\n".encode())
