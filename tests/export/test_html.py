"""The page: whole, safe, in the right language and direction everywhere, and nothing from outside."""

import itertools
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from export.samples_charts import english_charts
from export.sheets import sheet, with_own_words
from plainhelix.domain.charts import IconArray, PairedArrays, Tone
from plainhelix.export.figures import TEAL, TERRACOTTA, figure
from plainhelix.export.html import write_html

VOID = {"meta", "br", "circle", "rect", "path"}


class Page(HTMLParser):
    """Reads a page and refuses one whose tags do not close."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


@pytest.mark.parametrize("tags", [("en",), ("es", "en"), ("ar", "en"), ("ar",)])
def test_nothing_comes_from_outside(tags: tuple[str, ...]) -> None:
    html = write_html(sheet(*tags))
    page = Page(html)
    assert not {name for name, _ in page.tags} & {"script", "link", "img", "iframe", "object", "form", "a"}
    attributes = {name for _, attrs in page.tags for name in attrs}
    assert not {name for name in attributes if name in {"src", "href", "style"} or name.startswith("on")}
    assert "url(" not in html
    assert "@import" not in html


@pytest.mark.parametrize(
    "words",
    ['<script>alert("1")</script>', '"><img src=x onerror=y>', "</style></title>&amp; {{ x }} {% y %}", "\u2068<b>"],
)
def test_own_words_are_only_words(words: str) -> None:
    page = Page(write_html(with_own_words(sheet("en"), words)))
    quiet = words.replace("\u2068", "")
    assert any(quiet == said for said in page.words)
    assert len(page.all("blockquote")) == 1
    assert not page.all("script") + page.all("img") + page.all("b")


def test_each_part_in_its_language_and_direction() -> None:
    page = Page(write_html(sheet("ar", "en")))
    assert page.all("html") == [{"lang": "ar", "dir": "rtl"}]
    assert page.all("blockquote") == [{"lang": "ar", "dir": "auto"}]  # own words run as they were written
    assert {"lang": "en", "dir": "ltr"} in page.all("div")
    assert page.all("ul") == [{"class": "quiet", "lang": "en", "dir": "ltr"}]
    assert page.all("bdi")


def test_headings_go_down_one_by_one() -> None:
    levels = [int(name[1]) for name, _ in Page(write_html(sheet("es", "en"))).tags if re.fullmatch("h[1-6]", name)]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


@pytest.mark.parametrize("tags", [("en",), ("ar", "en")])
def test_pictures_are_spoken_or_silent(tags: tuple[str, ...]) -> None:
    plain = sheet(*tags)
    page = Page(write_html(plain))
    for picture in page.all("svg"):
        assert picture.get("aria-hidden") == "true" or (picture["role"] == "img" and picture["aria-label"])
    assert len(page.all("figure")) == len(plain.charts)


def test_icons_are_as_many_as_the_chart_says() -> None:
    html = write_html(sheet("en"))
    title = html.index("Ovarian cancer by age 80, out of 100")
    picture = html[html.index("<svg", title) : html.index("</svg>", title)]
    assert picture.count('fill="#B4461F"') == 44
    assert picture.count('fill="none"') == 56


def test_what_was_left_open_is_quiet_but_there() -> None:
    html = write_html(sheet("en"))
    assert html.count('<p class="quiet">Not answered: Not having to deal with news like this now</p>') == 1
    assert re.search(
        r'<h2>Not answered</h2></div></div>\s*<div class="row"><div [^>]*><p class="quiet">Support</p>', html
    )


def test_a_chart_is_drawn_once_and_told_in_both_languages() -> None:
    plain = sheet("ar", "en")
    html = write_html(plain)
    assert html.count("<figure>") == len(plain.charts)
    for chart in plain.charts_beside[0]:
        said = '<div lang="en" dir="ltr"><h3>' + re.escape(chart.title) + '</h3><p class="note">'
        assert len(re.findall(said, html)) == 1


def test_the_card_for_later_has_the_code() -> None:
    html = write_html(sheet("es", "en"))
    later = html[html.index("<footer>") : html.index("</footer>")]
    assert later.count("<strong>I changed my mind</strong>") == later.count("<strong>Cambié de opinión</strong>") == 1
    assert later.count('<strong dir="ltr">K7M4P9</strong>') == 2


def test_no_qr_without_its_text() -> None:
    plain = sheet("en")
    html = write_html(type(plain)(**{**vars(plain), "qr_text": ""}))
    assert "Scan to keep" not in html


@pytest.mark.parametrize("tone", ["warm", "calm"])
def test_good_news_is_not_in_the_colour_of_illness(tone: Tone) -> None:
    for chart in english_charts():
        if isinstance(chart, IconArray | PairedArrays):
            drawn = figure(replace(chart, tone=tone), False, str)
            assert (TERRACOTTA in drawn, TEAL in drawn) == (tone == "warm", tone == "calm")
            full = chart.mark.count if isinstance(chart, IconArray) else chart.left.count + chart.right.count
            assert drawn.count('r="0.380"') == full
