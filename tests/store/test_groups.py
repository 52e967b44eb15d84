"""Recovery keys and passphrases that people write down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainhelix.base.errors import PlainhelixError
from plainhelix.base.ids import CODE_ALPHABET
from plainhelix.store.groups import new_passphrase, recovery_key, recovery_text

keys = st.binary(min_size=32, max_size=32)


@given(keys)
def test_what_was_printed_is_read_back(key: bytes) -> None:
    assert recovery_key(recovery_text(key)) == key


@given(keys)
def test_spaces_and_small_letters_do_not_matter(key: bytes) -> None:
    assert recovery_key(f"  {recovery_text(key).lower().replace('-', ' ')}\n") == key


@given(keys, st.integers(0, 59), st.sampled_from(CODE_ALPHABET))
def test_one_wrong_letter_is_noticed(key: bytes, place: int, letter: str) -> None:
    letters = recovery_text(key).replace("-", "")
    slip = letters[:place] + letter + letters[place + 1 :]
    if slip == letters:
        return
    with pytest.raises(PlainhelixError, match="recovery-mistyped"):
        recovery_key(slip)


@pytest.mark.parametrize("text", ["", "A", "Z" * 60, "O" * 60, "Ä" * 60, "A" * 61])
def test_what_is_no_recovery_key_is_refused(text: str) -> None:
    with pytest.raises(PlainhelixError, match="recovery-mistyped"):
        recovery_key(text)


def test_passphrases_are_six_groups_and_never_the_same() -> None:
    made = {new_passphrase() for _ in range(50)}
    assert len(made) == 50
    assert all([len(group) for group in passphrase.split("-")] == [4] * 6 for passphrase in made)
