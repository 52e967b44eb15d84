"""The staff passphrase against the clinic's sealed key, with waits after wrong ones."""

from pathlib import Path

from nacl.public import PrivateKey

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.store import keys
from plainhelix.store.layout import LOCKOUT, SEALED_KEY
from plainhelix.store.lockout import Lockout


def open_private_key(folder: Path, passphrase: str) -> PrivateKey:
    """The clinic's private key. Takes about a second; wrong passphrases lead to waits."""
    sealed = keys.read_sealed_key(folder)
    lockout = Lockout(folder / LOCKOUT)
    lockout.enter()
    try:
        private = keys.open_with_passphrase(sealed, passphrase, Place(file=str(folder / SEALED_KEY)))
    except PlainhelixError:
        lockout.failed()
        raise
    lockout.succeeded()
    return private
