"""Letters of right-to-left text are put right without moving a point of what is drawn."""

import subprocess
import unicodedata
from pathlib import Path

import pytest

from export.sheets import sheet, with_own_words
from plainhelix.base.resources import assets_door
from plainhelix.export import pdf as writer
from plainhelix.export.pdf_fonts import Letters, letters_of
from plainhelix.export.pdf_letters import Drawing, with_letters
from plainhelix.export.pdf_objects import objects_of

LAM, ALEF, LIGATURE, MARK, BASE = b"\0\x01", b"\0\x02", b"\0\x28", b"\0\x5d", b"\0\x05"
TEXTS = {LAM: "ل", ALEF: "ا", LIGATURE: "لا", MARK: "يّ", BASE: "يّ"}


def letters() -> Letters:
    return letters_of(TEXTS, frozenset({LAM, ALEF, LIGATURE, BASE}))


def test_each_glyph_names_its_own_letter() -> None:
    found = letters()
    assert found.named == {LAM: "ل", ALEF: "ا", LIGATURE: "ا", MARK: "\u0651", BASE: "ي"}
    assert (found.hidden, found.marks) == ({LIGATURE: LAM}, frozenset({MARK}))


def test_a_ligature_without_glyphs_for_its_letters_keeps_them() -> None:
    found = letters_of({LIGATURE: "لا"}, frozenset({LIGATURE}))
    assert (found.named, found.hidden) == ({LIGATURE: "لا"}, {})


@pytest.mark.parametrize(
    ("drawn", "wanted"),
    [
        (b"/f1 9 Tf[<00020001>]TJ", b"/f1 9 Tf[<00020001>]TJ"),
        (b"/f1 9 Tf<0028>Tj", b"/f1 9 Tf[<0028>]TJ 3 Tr 0.001 Tz<0001>Tj 100 Tz 0 Tr[<>]TJ"),
        (
            b"/f1 9 Tf[(\\000\\050)-5(\0\\002)]TJ",
            b"/f1 9 Tf[<0028>]TJ 3 Tr 0.001 Tz<0001>Tj 100 Tz 0 Tr[<>-5<0002>]TJ",
        ),
        (b"/f1 9 Tf[(\0(\0\x05\0))]TJ", b"/f1 9 Tf[<0028>]TJ 3 Tr 0.001 Tz<0001>Tj 100 Tz 0 Tr[<00050029>]TJ"),
        (
            b"/f1 9 Tf[-9(\0])]TJ ET BT<0005>Tj",
            b"/f1 9 Tf/Span<</ActualText()>>BDC[-9(\0])]TJ EMC ET BT 3 Tr[1<005d>-1]TJ 0 Tr<0005>Tj",
        ),
        (b"/f1 9 Tf<005d>Tj /f0 9 Tf<0005>Tj", b"/f1 9 Tf<005d>Tj /f0 9 Tf<0005>Tj"),
        (b"/Span<</ActualText<feff0644>>>BDC", b"/Span BMC"),
        (b"/Span<</ActualText( )>>BDC", b"/Span<</ActualText( )>>BDC"),
        (b"/Span<</ActualText<feff00780301>>>BDC", b"/Span<</ActualText<feff00780301>>>BDC"),
        (b"[3 2] 0 d 1 0 0 1 0 0 cm", b"[3 2] 0 d 1 0 0 1 0 0 cm"),
    ],
)
def test_drawing(drawn: bytes, wanted: bytes) -> None:
    assert Drawing({b"/f1": letters()}).rewritten(drawn) == wanted


@pytest.mark.parametrize("unknown", [b"", b"%PDF-1.7", b"%PDF\nstartxref\n99999\n%%EOF"])
def test_an_unknown_way_of_writing_is_left_alone(unknown: bytes) -> None:
    assert with_letters(unknown) == unknown


def bare(monkeypatch: pytest.MonkeyPatch, words: str) -> bytes:
    """The PDF as Typst makes it."""
    monkeypatch.setattr(writer, "with_letters", lambda pdf: pdf)
    return writer.write_pdf(with_own_words(sheet("ar", "en"), words), assets_door())


def pages(pdf: bytes, folder: Path) -> list[bytes]:
    folder.mkdir()
    subprocess.run(["pdftoppm", "-r", "70", "-", str(folder / "page")], input=pdf, check=True)
    return [path.read_bytes() for path in sorted(folder.iterdir())]


def test_nothing_that_is_drawn_changes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = bare(monkeypatch, "لا أُفَضِّلُ إلّا الآن (خلايا) BRCA1 " * 12)
    after = with_letters(before)
    assert after != before
    assert pages(before, tmp_path / "before") == pages(after, tmp_path / "after")


def test_vowelled_words_and_ligatures_read_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    words = "أنا لا أُفَضِّلُ إلّا الآن، لأنّ الأسئلة تغيّرت ضدّ خلايا شكرًا"
    pdf = with_letters(bare(monkeypatch, words))
    made = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    for word in words.replace("،", "").split():
        assert unicodedata.normalize("NFC", word) in unicodedata.normalize("NFC", made)


def test_objects_come_back_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = bare(monkeypatch, "نعم")
    objects = objects_of(pdf)
    assert objects is not None
    assert objects.joined() == pdf
