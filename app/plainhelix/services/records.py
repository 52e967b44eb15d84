"""Keeping records: making a store, and reading sealed visits back as answers. Loads the database; import it late."""

from collections.abc import Callable
from pathlib import Path

from plainhelix.base.errors import PlainhelixError
from plainhelix.services.visit_log import VisitRecord, decode
from plainhelix.store.clinic import ClinicStore
from plainhelix.store.create import create_store, is_store
from plainhelix.store.groups import new_passphrase

LEAST_PASSPHRASE = 8
"""Characters of the shortest passphrase that is taken (as in NIST SP 800-63B)."""


def make_store(folder: Path, passphrase: str) -> str:
    """Makes a clinic's store; gives the recovery key, which is shown once. Takes about a second."""
    if len(passphrase) < LEAST_PASSPHRASE:
        raise PlainhelixError("passphrase-short", least=LEAST_PASSPHRASE)
    return create_store(folder, passphrase)


def demo_store(folder: Path, passphrase_maker: Callable[[], str] = new_passphrase) -> str | None:
    """Makes a private store on the first start and gives its passphrase, which is shown once; None ever after.

    Takes about a second the first time and may run in a thread of its own; a visit can begin when it has returned.
    """
    if is_store(folder):
        return None
    passphrase = passphrase_maker()
    try:
        create_store(folder, passphrase)
    except PlainhelixError:
        if is_store(folder):  # another window of the app was faster
            return None
        raise
    return passphrase


def read_record(store: ClinicStore, code: str, revision: int | None = None) -> VisitRecord:
    """What a visit recorded, as of its newest revision or of the one asked for."""
    return decode(store.open(code, revision).payload)
