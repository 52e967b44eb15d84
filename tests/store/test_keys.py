"""The clinic's keys in their files."""

from pathlib import Path

import msgspec
import pytest

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.store.clinic import ClinicStore
from plainhelix.store.create import create_store
from plainhelix.store.keys import LEAST_COST, Cost, KeyFile, open_with_passphrase, read_public_key, read_sealed_key
from plainhelix.store.station import StationStore
from store.sealed_stores import PASSPHRASE, Made


def rewrite(path: Path, old: bytes, new: bytes) -> None:
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new, 1))


def unlocking(made: Made, passphrase: str = PASSPHRASE) -> str:
    with ClinicStore(made.folder) as store, pytest.raises(PlainhelixError) as caught:
        store.unlock(passphrase)
    return caught.value.code


def test_staff_get_in_with_the_passphrase_and_with_the_recovery_key(made: Made) -> None:
    code = made.visit(b"answers")
    with ClinicStore(made.folder) as store:
        store.unlock(PASSPHRASE)
        assert store.open(code).payload == b"answers"
    with made.clinic() as store:
        assert store.open(code).payload == b"answers"


def test_nothing_opens_without_either(made: Made) -> None:
    code = made.visit(b"answers")
    with ClinicStore(made.folder) as store, pytest.raises(PlainhelixError, match="store-locked"):
        store.open(code)


def test_a_wrong_passphrase_is_refused_then_waits(made: Made) -> None:
    assert [unlocking(made, "a loud harbour") for _ in range(4)] == ["passphrase-wrong"] * 3 + ["staff-locked"]
    assert unlocking(made) == "staff-locked"


def test_a_recovery_key_of_another_store_is_refused(made: Made, tmp_path: Path) -> None:
    other = create_store(tmp_path / "other", PASSPHRASE, LEAST_COST)
    with ClinicStore(made.folder) as store, pytest.raises(PlainhelixError, match="recovery-wrong"):
        store.unlock_with_recovery(other)


def test_keys_of_another_store_are_refused(made: Made, tmp_path: Path) -> None:
    create_store(tmp_path / "other", PASSPHRASE, LEAST_COST)
    (made.folder / "clinic.key").write_bytes((tmp_path / "other" / "clinic.key").read_bytes())
    assert unlocking(made) == "store-key-other"
    (made.folder / "clinic.pub").write_bytes((tmp_path / "other" / "clinic.pub").read_bytes())
    with pytest.raises(PlainhelixError, match="store-key-other"):
        StationStore(made.folder)


def test_a_passphrase_in_another_unicode_form_is_the_same(tmp_path: Path) -> None:
    create_store(tmp_path / "store", "caf\u00e9 am Hafen", LEAST_COST)
    with ClinicStore(tmp_path / "store") as store:
        store.unlock("cafe\u0301 am Hafen")


def test_the_default_cost_is_the_chosen_one() -> None:
    assert Cost() == Cost(memory_kib=256 * 1024, time=3, parallelism=4)


@pytest.mark.parametrize(("old", "new"), [(b'"memory_kib":65536', b'"memory_kib":65535'), (b'"time":3', b'"time":2')])
def test_a_file_that_asks_for_less_work_is_refused(made: Made, old: bytes, new: bytes) -> None:
    rewrite(made.folder / "clinic.key", old, new)
    assert unlocking(made) == "key-file-weak"


def test_a_file_that_asks_for_too_much_is_refused(made: Made) -> None:
    rewrite(made.folder / "clinic.key", b'"memory_kib":65536', b'"memory_kib":99999999')
    assert unlocking(made) == "key-file-damaged"


def test_the_cost_is_bound_to_the_key(made: Made) -> None:
    sealed = read_sealed_key(made.folder)
    dearer = msgspec.structs.replace(sealed.passphrase, cost=Cost(memory_kib=64 * 1024, time=4, parallelism=1))
    with pytest.raises(PlainhelixError, match="passphrase-wrong"):
        open_with_passphrase(msgspec.structs.replace(sealed, passphrase=dearer), PASSPHRASE, Place())


@pytest.mark.parametrize("name", ["clinic.pub", "clinic.key"])
def test_a_newer_file_is_refused(made: Made, name: str) -> None:
    rewrite(made.folder / name, b'"format":1', b'"format":2')
    with pytest.raises(PlainhelixError, match="store-newer"):
        made.clinic()


@pytest.mark.parametrize("content", [b"", b"{}", b"null", b"\xff\xfe", b'{"format":1}', b"-----BEGIN KEY-----"])
@pytest.mark.parametrize("name", ["clinic.pub", "clinic.key"])
def test_a_damaged_file_is_refused(made: Made, name: str, content: bytes) -> None:
    (made.folder / name).write_bytes(content)
    with pytest.raises(PlainhelixError, match="key-file-damaged"):
        made.clinic()


def test_every_flipped_bit_of_the_public_key_is_noticed_or_changes_nothing(made: Made) -> None:
    path = made.folder / "clinic.pub"
    whole, key = path.read_bytes(), bytes(read_public_key(made.folder))
    for bit in range(len(whole) * 8):
        path.write_bytes(whole[: bit // 8] + bytes([whole[bit // 8] ^ 1 << bit % 8]) + whole[bit // 8 + 1 :])
        assert key_or_error(made.folder) in (key, "key-file-damaged", "store-newer")


def key_or_error(folder: Path) -> bytes | str:
    try:
        return bytes(read_public_key(folder))
    except PlainhelixError as error:
        return error.code


def test_the_station_needs_no_sealed_key(made: Made) -> None:
    (made.folder / "clinic.key").unlink()
    assert made.visit(b"answers")


def test_the_file_says_what_it_cost(made: Made) -> None:
    sealed = msgspec.json.decode((made.folder / "clinic.key").read_bytes(), type=KeyFile)
    assert sealed.passphrase.cost == LEAST_COST
