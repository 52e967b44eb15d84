"""What a policy names is there, and leaves patients something, before a station starts."""

from pathlib import Path

import pytest

from plainhelix.base.errors import PlainhelixError
from plainhelix.base.resources import content_door
from plainhelix.services.policy import Policy
from plainhelix.services.policy_file import read_policy
from plainhelix.services.policy_names import misfits, refuse_misfits
from plainhelix.services.policy_shelf import obeying, start_tag
from plainhelix.services.shelf import Shelf


def shelf(policy: Policy) -> Shelf:
    return obeying(Shelf(content_door()), policy)


@pytest.mark.parametrize(
    ("line", "value", "allowed"),
    [
        ('locales = ["en", "zz"]', "zz", '"es"'),
        ('locales = ["en-XA"]', "en-XA", '"en"'),
        ('clinic_locale = "zz"', "zz", '"ar"'),
        ('start_locale = "zz"', "zz", '"ar"'),
        ('aids = ["nosuch"]', "nosuch", '"brca"'),
        ('start_topic = "nosuch"', "nosuch", '"nipt"'),
        ('keys = "/nowhere/other.pub"', "/nowhere/other.pub", "key file"),
        ('store = "/nowhere"', "/nowhere", "store"),
        ('least_review_state = "reviewed"', "reviewed", "at least one language"),
    ],
)
def test_what_is_not_there_is_refused_with_file_line_and_key(
    tmp_path: Path, line: str, value: str, allowed: str
) -> None:
    file = tmp_path / "policy.toml"
    file.write_text(f"# waiting room\n{line}\n")
    policy = read_policy(file)
    with pytest.raises(PlainhelixError, match="policy-value") as caught:
        refuse_misfits(policy, shelf(policy))
    error = caught.value
    assert (error.place.file, error.place.line, error.place.key) == (str(file), 2, line.partition(" ")[0])
    assert error.params["value"] == value
    assert allowed in str(error.params["allowed"])


@pytest.mark.parametrize(
    ("policy", "key"),
    [
        (Policy(start_topic="brca", aids=("nipt",)), "start_topic"),
        (Policy(start_locale="ar", locales=("en", "es")), "start_locale"),
    ],
)
def test_what_the_policy_itself_leaves_out_is_no_start(policy: Policy, key: str) -> None:
    assert [found.key for found in misfits(policy, shelf(policy))] == [key]


def test_a_policy_that_fits_has_no_misfit(tmp_path: Path) -> None:
    assert misfits(Policy(), shelf(Policy())) == ()
    key = tmp_path / "other.pub"
    key.touch()
    fitting = Policy(locales=("es", "ar"), start_locale="ar", aids=("nipt",), start_topic="nipt", keys=str(key))
    assert misfits(fitting, shelf(fitting)) == ()


@pytest.mark.parametrize(
    ("policy", "tag"),
    [
        (Policy(), "en"),
        (Policy(clinic_locale="es"), "es"),
        (Policy(clinic_locale="es", start_locale="ar"), "ar"),
        (Policy(clinic_locale="en", locales=("es",)), "es"),
    ],
)
def test_the_first_page_speaks_the_language_of_the_place(policy: Policy, tag: str) -> None:
    assert start_tag(shelf(policy), policy) == tag
