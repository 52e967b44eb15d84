"""Kill -9 at random moments while answering: nothing that was acknowledged is lost."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest

from soak import note, runs
from store import killed_writers
from store.sealed_stores import Made, every_byte

KILLS = runs(200, 500)
"""In one store; a morning's visits are no more."""
STORES = runs(1, 20)
LONGEST = runs(120, 1800)
"""Seconds, on a busy machine."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="writers are forked, which is many times faster")
@pytest.mark.parametrize("number", range(STORES))
def test_no_acknowledged_answer_is_lost(
    made: Made, number: int, record_property: Callable[[str, object], None]
) -> None:
    acknowledged = killed(made, 20261121 + number)
    answered = {code: revision for code, revision in acknowledged.items() if revision}
    assert len(answered) > KILLS / 2, "the writers hardly came to answering"
    reopened = perf_counter()
    with made.clinic() as clinic:
        record_property("seconds to reopen", round(perf_counter() - reopened, 2))
        assert clinic.verify() == ()
        for code, revision in answered.items():
            found = [visit.payload for visit in clinic.history(code)]
            assert len(found) - revision in (0, 1)  # the last one may be saved and not yet told
            assert found == [killed_writers.answer(code, number) for number in range(1, len(found) + 1)]
    record_property("kills", KILLS)
    note("stores with killed writers", number, STORES)


def killed(made: Made, seed: int) -> dict[str, int]:
    """Kills writers; gives the acknowledged revisions by code."""
    script = Path(killed_writers.__file__)
    command = [sys.executable, str(script), str(made.folder), str(seed), str(KILLS)]
    ended = subprocess.run(command, check=True, capture_output=True, timeout=LONGEST)
    found: dict[str, int] = json.loads(ended.stdout)
    return found


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the writer is forked")
def test_what_a_killed_writer_leaves_behind_cannot_be_read(made: Made) -> None:
    child, hear = killed_writers.started(made.folder)
    said = killed_writers.heard_until_killed(child, hear, 0.3, begun=True)
    code, revision = said.splitlines()[-1].split()
    assert int(revision) > 0
    assert (made.folder / "visits.db-wal").stat().st_size > 0
    assert b"answered" not in every_byte(made.folder)
    with made.clinic() as clinic:
        assert b"answered" in clinic.open(code).payload
