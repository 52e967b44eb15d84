"""Sessions without a window, each playing a scenario: `headless_sessions.py SCENARIO NOTES --session DESCRIPTOR`.

What a session wants to tell the test, it adds to the file NOTES as a line of JSON.
"""

import json
import os
import select
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from plainhelix.base.errors import PlainhelixError
from plainhelix.bootstrap.kiosk_session import run_session
from plainhelix.services.prepared import PreparedVisit
from plainhelix.services.station_link_session import LinkJournal, Resumed, SessionLink
from plainhelix.services.visit_log import VisitRecord, encode

NOTES = Path(sys.argv[2]) if len(sys.argv) > 2 else Path()
PASSPHRASE = "a quiet harbour at noon"


def note(**words: Any) -> None:
    handle = os.open(NOTES, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(handle, json.dumps(words).encode() + b"\n")
    os.close(handle)


def noted() -> list[dict[str, Any]]:
    return [json.loads(line) for line in NOTES.read_text().splitlines()] if NOTES.exists() else []


def answer(journal: LinkJournal, number: int) -> int:
    record = VisitRecord(
        aid="brca", aid_version=1, locale="ar", step="values", answers={"ask.words": f"no {number}"}, content_hash="c0"
    )
    return journal.append(encode(record), "c0")


def wait_for(link: SessionLink, *wanted: str) -> str:
    """Beats until the supervisor gives one of these signals."""
    while True:
        for kind in link.signals():
            if kind in wanted:
                return kind
        link.beat()
        select.select([link], [], [], 0.5)


def shown(link: SessionLink) -> None:
    """Waits, silent, for its turn."""
    link.ready()
    while "go" not in (kinds := link.signals()):
        if "stop" in kinds:
            raise SystemExit(0)
        select.select([link], [], [])


def quiet(link: SessionLink) -> None:
    (Path(os.environ["TMPDIR"]) / "left-behind").write_text("canary")
    note(pid=os.getpid(), room=os.environ["TMPDIR"])
    wait_for(link, "stop", "wake")
    link.end("wake")


def crash(link: SessionLink) -> None:
    wait_for(link, "nothing") if len(noted()) > 0 else note(crashed=os.getpid())
    os.abort()


def always_crash(link: SessionLink) -> None:
    os.abort()


def hang(link: SessionLink) -> None:
    if noted():
        wait_for(link, "stop")
    note(hung=True)
    signal.pause()


def answers(link: SessionLink) -> None:
    """Answers without end; notes each one that was acknowledged."""
    journal = link.begin()
    number = 0
    while True:
        number = answer(journal, number + 1)
        note(code=journal.code, revision=number)


def finish(link: SessionLink) -> None:
    """A visit that ends as it should; the next session tries its code."""
    if noted():
        note(found=found_by(link, noted()[0]["code"]))
        wait_for(link, "stop")
        return
    journal = link.begin()
    answer(journal, 1)
    note(code=journal.code)
    link.end("finished")


def resume(link: SessionLink) -> None:
    """A visit that breaks off after two answers; the next session goes on with it, once it has the code."""
    if not noted():
        journal = link.begin()
        for number in (1, 2):
            answer(journal, number)
        note(code=journal.code)
        os.abort()
    note(found=[found_by(link, code) for code in ("ABCDEF", noted()[0]["code"])])
    wait_for(link, "stop")


def found_by(link: SessionLink, code: str) -> Any:
    """What a typed code finds, in words for a test; a visit that broke off gets one more answer."""
    try:
        found = link.open_code(code)
    except PlainhelixError as error:
        return [error.code, error.params.get("seconds")]
    if isinstance(found, Resumed):
        return [found.journal.code, found.record.answers["ask.words"], answer(found.journal, 3)]
    return [found.aid, found.locale, found.path] if isinstance(found, PreparedVisit) else None


def wrong_codes(link: SessionLink) -> None:
    """Types wrong codes until it is told to wait."""
    tried: list[Any] = []
    while not tried or tried[-1] is None:
        tried.append(found_by(link, "AAAAA" + "BCDEFGHJ"[len(tried)]))
    note(found=tried)
    wait_for(link, "stop")


def prepared_code(link: SessionLink) -> None:
    """Opens a prepared visit twice, begins it, and tries once more."""
    code = sys.argv[3]
    before = [found_by(link, code), found_by(link, code)]
    answer(link.begin(), 1)
    note(found=[*before, found_by(link, code)])
    wait_for(link, "stop")


def leave(link: SessionLink) -> None:
    note(right=[link.may_leave("a loud harbour"), link.may_leave(PASSPHRASE)])
    wait_for(link, "stop")


def garbage(link: SessionLink) -> None:
    if noted():
        wait_for(link, "stop")
    note(said=True)
    os.write(link.fileno(), (5).to_bytes(4, "big") + b"\xff" * 5)
    wait_for(link, "stop")


def notices(link: SessionLink) -> None:
    """Says more at once than it may; all of it is heard in the end."""
    for _ in range(520):
        link.notice("cover")
    link.notice("talk-to-person")
    wait_for(link, "stop")


SCENARIOS: dict[str, Callable[[SessionLink], None]] = {
    name: scenario
    for name, scenario in globals().items()
    if callable(scenario) and getattr(scenario, "__module__", "") == __name__
}


def show(link: SessionLink) -> int:
    shown(link)
    SCENARIOS[sys.argv[1]](link)
    return 0


if __name__ == "__main__":
    if sys.argv[1] == "message":
        note(message=os.getpid())
        signal.pause()
    run_session(int(sys.argv[-1]), show)
