"""The PDF: valid, tagged, in the right languages, whole under hostile words, and readable in Arabic."""

import io
import itertools
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from export.sheets import sheet, with_own_words
from plainhelix.base.errors import PlainhelixError
from plainhelix.base.resources import Door, assets_door
from plainhelix.domain.charts import FrequencyTree
from plainhelix.export.pdf import write_pdf
from plainhelix.export.sheet import Sheet, SheetLine, SheetSection

TAGS = [("en",), ("es", "en"), ("ar", "en"), ("ar",)]
CONTROLS = re.compile("[\u200b\u202a-\u202e\u2066-\u2069]")

Write = Callable[..., bytes]


@pytest.fixture(scope="module")
def written() -> Write:
    """The PDF of a sheet, made once."""
    return cache(lambda *tags: write_pdf(sheet(*tags), assets_door()))


def words_of(pdf: bytes, *pages: str) -> str:
    """What a reader copies out, without direction marks, in single spaces."""
    made = subprocess.run(["pdftotext", *pages, "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(CONTROLS.sub("", made.stdout.decode()).split())


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """Every element of a structure tree."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node.K)


@pytest.mark.parametrize("tags", TAGS)
def test_sound(written: Write, tags: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "summary.pdf"
    path.write_bytes(written(*tags))
    checked = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.parametrize("tags", TAGS)
def test_tagged_titled_and_in_its_language(written: Write, tags: tuple[str, ...]) -> None:
    plain = sheet(*tags)
    with pikepdf.open(io.BytesIO(written(*tags))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == tags[0]
        assert str(pdf.docinfo.Title) == plain.title[0]
        with pdf.open_metadata() as meta:
            assert (meta["pdfuaid:part"], meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("1", "3", "A")
            assert plain.title[0] in meta["dc:title"]
        spoken = {str(element.Lang) for element in elements(pdf.Root.StructTreeRoot) if "/Lang" in element}
        assert set(tags[1:]) <= spoken


@pytest.mark.parametrize("tags", TAGS)
def test_every_figure_is_told(written: Write, tags: tuple[str, ...]) -> None:
    plain = sheet(*tags)
    with pikepdf.open(io.BytesIO(written(*tags))) as pdf:
        figures = [element for element in elements(pdf.Root.StructTreeRoot) if element.S == "/Figure"]
        told = [CONTROLS.sub("", str(figure.Alt)) for figure in figures]
    assert told == ["\n".join(plain.qr_label), *(chart.alternative for chart in plain.charts)]


@pytest.mark.parametrize("tags", TAGS)
def test_headings_go_down_one_by_one(written: Write, tags: tuple[str, ...]) -> None:
    with pikepdf.open(io.BytesIO(written(*tags))) as pdf:
        kinds = (str(element.S) for element in elements(pdf.Root.StructTreeRoot))
        levels = [int(kind[2]) for kind in kinds if re.fullmatch("/H[1-6]", kind)]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


@pytest.mark.parametrize("tags", TAGS)
def test_every_word_can_be_copied_in_reading_order(written: Write, tags: tuple[str, ...]) -> None:
    copied = words_of(written(*tags))
    for section in sheet(*tags).sections:
        for index in range(len(tags)):
            said = [section.heading[index], *(line.label[index] for line in section.lines)]
            said += [answer for line in section.lines for answer in line.answers[index]]
            assert [part for answer in said for part in parts(answer) if part not in copied] == []


def parts(text: str) -> list[str]:
    """Stretches of one direction: pdftotext turns a line at Latin names and Arabic commas by rules of its own."""
    return [part.strip() for part in re.split("،|BRCA1|؟", text)] if re.search("[\u0600-\u06ff]", text) else [text]


def test_patients_side_comes_first(written: Write) -> None:
    copied = words_of(written("es", "en"), "-raw")
    assert copied.index("Prueba genética") < copied.index("Gene test") < copied.index("Qué genes")


def test_one_page_and_then_what_to_keep_and_the_charts(written: Write) -> None:
    plain = sheet("en")
    first, second = (words_of(written("en"), "-raw", "-f", page, "-l", page) for page in ("1", "2"))
    assert first.count("Ask me each time about research") == first.count(plain.purpose[0]) == 1
    assert "Breast cancer by age 80" not in first
    kept = f"K7M4P9 {plain.neutral[0]} {plain.later_heading[0]} {plain.later[0]} {plain.code_label[0]}: K7M4P9"
    assert second.startswith(kept)
    assert second.index(kept) < second.index(plain.charts_heading[0]) < second.index(plain.charts[0].title)


@pytest.mark.parametrize("tags", [("es", "en"), ("ar", "en")])
def test_a_chart_is_drawn_once_and_told_in_both_languages(written: Write, tags: tuple[str, ...]) -> None:
    plain = sheet(*tags)
    copied = words_of(written(*tags), "-raw")
    for chart in plain.charts_beside[0]:
        assert copied.count(chart.title) == 1
        assert isinstance(chart, FrequencyTree) or copied.count(chart.alternative) == 1
    with pikepdf.open(io.BytesIO(written(*tags))) as pdf:
        figures = [one for one in elements(pdf.Root.StructTreeRoot) if one.S == "/Figure"]
    assert len(figures) == 1 + len(plain.charts)


@pytest.mark.parametrize("lines", range(22, 38, 3))
def test_own_words_begin_where_their_label_stands(lines: int) -> None:
    """However many lines stand before them."""
    label, before = ("Pregunta propia", "Own question"), ("Antes", "Before")
    many = [SheetLine(label=before, answers=(("no",), ("no",)))] * lines
    many.append(SheetLine(label=label, answers=((), ()), own_words="primero " * 200))
    part = SheetSection(id="ask", heading=("Sus preguntas", "Your questions"), lines=tuple(many))
    pdf = write_pdf(replace(sheet("es", "en"), sections=(part,), charts=(), charts_beside=((),)), assets_door())
    shown = [words_of(pdf, "-raw", "-f", page, "-l", page) for page in ("1", "2", "3")]
    first = next(words for words in shown if "primero" in words)
    assert first.index("Own question") < first.index("primero")


def test_draft_stands_on_every_page(written: Write) -> None:
    with pikepdf.open(io.BytesIO(written("en"))) as pdf:
        pages = len(pdf.pages)
    shown = [words_of(written("en"), "-f", str(page), "-l", str(page)) for page in range(1, pages + 1)]
    assert all("Draft, not clinically reviewed" in words for words in shown)
    assert all(f"Page {page} of {pages}" in words for page, words in enumerate(shown, 1))


def test_page_numbers_in_the_digits_of_the_date(written: Write) -> None:
    assert "١" in words_of(written("ar"), "-l", "1").rpartition("صفحة")[2]


def test_same_sheet_same_bytes(written: Write) -> None:
    assert write_pdf(sheet("ar", "en"), assets_door()) == written("ar", "en")


@pytest.mark.parametrize(
    "words",
    [
        '#import "x" <script> {{ *bold* _x_ $y$ @z // \\u{1} #sys.inputs',
        "I worry.\nVery much.",
        "a reason that is told at length, " * 30,
        "(((((]]]]] \\) \\( [<feff>] Tj ET",
    ],
)
@pytest.mark.parametrize("tags", [("en",), ("ar", "en")])
def test_own_words_as_they_were_written(words: str, tags: tuple[str, ...]) -> None:
    copied = words_of(write_pdf(with_own_words(sheet(*tags), words), assets_door()))
    if tags == ("en",):
        assert " ".join(words.split()) in copied
    assert sorted(re.findall(r"\w+", words)) == sorted(set_of(words, copied))


def set_of(words: str, copied: str) -> list[str]:
    """The words of one text that stand in the other, as often as in the first."""
    there = set(re.findall(r"\w+", copied))
    return [word for word in re.findall(r"\w+", words) if word in there]


def test_a_word_wider_than_the_page_is_broken() -> None:
    pdf = write_pdf(with_own_words(sheet("en"), "x" * 1000), assets_door())
    assert words_of(pdf).replace(" ", "").count("x" * 1000) == 1
    boxes = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    assert max(float(right) for right in re.findall(r'xMax="([\d.]+)"', boxes)) < 595 - 16 * 72 / 25.4 + 1


def test_hidden_direction_marks_do_not_reach_the_page() -> None:
    pdf = write_pdf(with_own_words(sheet("en"), "safe\u202etext\x07"), assets_door())
    assert "safetext" in words_of(pdf)


def test_letters_that_no_font_shows_are_marked() -> None:
    copied = words_of(write_pdf(with_own_words(sheet("en"), "before \U0010fffd after ok"), assets_door()))
    assert "before \ufffd after ok" in copied


def test_a_language_that_no_font_shows_is_refused() -> None:
    plain = sheet("en")
    with pytest.raises(PlainhelixError) as refused:
        write_pdf(replace(plain, title=("\U0010fffd",)), assets_door())
    assert (refused.value.code, refused.value.params) == ("pdf-no-font", {"language": "en"})


def test_typst_message_is_not_passed_on(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "summary.typ").write_text("#panic(sys.inputs.sheet)")
    with pytest.raises(PlainhelixError) as refused:
        write_pdf(sheet("en"), Door(tmp_path))
    assert (refused.value.code, refused.value.params) == ("pdf-failed", {})
    assert refused.value.__cause__ is None


def test_nothing_is_written_to_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    write_pdf(sheet("ar", "en"), assets_door())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "change",
    [{"draft": ()}, {"qr_text": ""}, {"charts": (), "charts_beside": ((),)}, {"sources": ()}, {"sections": ()}],
)
def test_parts_may_be_missing(change: dict[str, object]) -> None:
    plain: Sheet = replace(sheet("ar", "en"), **change)  # type: ignore[arg-type]
    assert write_pdf(plain, assets_door()).startswith(b"%PDF")
