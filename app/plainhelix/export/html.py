"""The summary as one HTML page that needs nothing else: no scripts, no files, no network."""

from collections.abc import Callable
from html import escape

from plainhelix.base.direction import CLOSE, OPEN, bare
from plainhelix.domain.charts import Chart
from plainhelix.export.figures import figure, qr_figure
from plainhelix.export.page_style import STYLE
from plainhelix.export.sheet import Sheet, SheetLanguage, SheetLine, SheetSection
from plainhelix.export.wording import ready

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write_html(sheet: Sheet) -> str:
    """The sheet as a page of its own."""
    made = ready(sheet)
    language = made.languages[0]
    answers = "\n".join(_section(made, part) for part in made.sections)
    body = f'{_opening(made)}\n{_code(made)}\n<div class="answers">\n{answers}\n</div>\n{_closing(made)}'
    return (
        f'<!doctype html>\n<html {_speech(language)}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_bare(made.title[0])}</title>\n<style>{STYLE}</style>\n</head>\n"
        f'<body class="{"two" if len(made.languages) > 1 else "one"}">\n<main>\n{body}\n</main>\n</body>\n</html>\n'
    )


def _speech(language: SheetLanguage) -> str:
    return f'lang="{escape(language.tag)}" dir="{"rtl" if language.rtl else "ltr"}"'


def words(text: str) -> str:
    """A text made safe, its set-apart names as `bdi`, its line breaks kept."""
    safe = escape(text).replace("\n", "<br>")
    return safe.replace(OPEN, "<bdi>").replace(CLOSE, "</bdi>")


def _bare(text: str) -> str:
    return escape(bare(text))


def _each(sheet: Sheet, part: Callable[[int], str]) -> str:
    """The same part in every language, side by side."""
    cells = (f"<div {_speech(language)}>{part(index)}</div>" for index, language in enumerate(sheet.languages))
    return f'<div class="row">{"".join(cells)}</div>'


def _draft(sheet: Sheet) -> str:
    pairs = zip(sheet.draft, sheet.languages, strict=False)
    pills = " ".join(f'<span class="draft" {_speech(language)}>{words(said)}</span>' for said, language in pairs)
    return f"<p>{pills}</p>" if pills else ""


def _opening(sheet: Sheet) -> str:
    def part(index: int) -> str:
        date = f"{words(sheet.date_label[index])} {words(sheet.date[index])}"
        return f'<h1>{words(sheet.title[index])}</h1><p class="quiet">{date}</p><p>{words(sheet.lead[index])}</p>'

    return f"<header>{_draft(sheet)}{_each(sheet, part)}</header>"


def _code(sheet: Sheet) -> str:
    labels = _each(sheet, lambda index: f'<p class="quiet">{words(sheet.code_label[index])}</p>')
    code = f'<div>{labels}<p class="code" dir="ltr">{escape(sheet.code)}</p></div>'
    return f'<div class="card">{code}{_qr(sheet)}</div>'


def _qr(sheet: Sheet) -> str:
    if not sheet.qr_text:
        return ""
    labels = _each(sheet, lambda index: f'<p class="quiet">{words(sheet.qr_label[index])}</p>')
    return f"<div>{qr_figure(sheet.qr_text, sheet.qr_label[0])}{labels}</div>"


def _section(sheet: Sheet, section: SheetSection) -> str:
    heading = _each(sheet, lambda index: f"<h2>{words(section.heading[index])}</h2>")
    lines = "\n".join(_line(sheet, line) for line in section.lines)
    note = _each(sheet, lambda index: f'<p class="quiet">{words(section.note[index])}</p>') if section.note else ""
    return f'<section class="{"rated" if section.rated else "asked"}">\n{heading}\n{lines}\n{note}</section>'


def _line(sheet: Sheet, line: SheetLine) -> str:
    def part(index: int) -> str:
        answers = "".join(f"<dd>{words(answer)}</dd>" for answer in line.answers[index])
        return f"<dl><dt>{words(line.label[index])}</dt>{answers or '<dd></dd>'}</dl>"

    return f'<div class="line">{_each(sheet, part)}{_own_words(sheet, line)}</div>'


def _own_words(sheet: Sheet, line: SheetLine) -> str:
    if not line.own_words:
        return ""
    # by their first letter: who reads in Arabic may write in English
    return f'<blockquote lang="{escape(sheet.languages[0].tag)}" dir="auto">{words(line.own_words)}</blockquote>'


def _closing(sheet: Sheet) -> str:
    def later(index: int) -> str:
        code = f'{words(sheet.code_label[index])}: <strong dir="ltr">{escape(sheet.code)}</strong>'
        return f"<p><strong>{words(sheet.later_heading[index])}</strong> {words(sheet.later[index])} {code}</p>"

    purpose = _each(sheet, lambda index: f'<p class="quiet">{words(sheet.purpose[index])}</p>')
    return f'<footer><div class="soft">{_each(sheet, later)}</div>{purpose}</footer>{_charts(sheet)}{_sources(sheet)}'


def _charts(sheet: Sheet) -> str:
    if not sheet.charts:
        return ""
    heading = _each(sheet, lambda index: f"<h2>{words(sheet.charts_heading[index])}</h2>")
    drawn = "\n".join(_told(sheet, index) for index in range(len(sheet.charts)))
    return f'<section class="charts">{heading}{drawn}</section>'


def _told(sheet: Sheet, index: int) -> str:
    """A chart once, with its words in the first language; then its words in the others."""
    language, *others = sheet.languages
    drawn = f"<div {_speech(language)}>{figure(sheet.charts[index], language.rtl, words)}</div>"
    beside = zip(others, sheet.charts_beside, strict=True)
    return f'<div class="chart">{drawn}{"".join(_beside(charts[index], other) for other, charts in beside)}</div>'


def _beside(chart: Chart, language: SheetLanguage) -> str:
    note = f'<p class="note">{words(chart.note)}</p>' if chart.note else ""
    said = f'<h3>{words(chart.title)}</h3><p class="note">{words(chart.alternative)}</p>{note}'
    return f"<div {_speech(language)}>{said}</div>"


def _sources(sheet: Sheet) -> str:
    if not sheet.sources:
        return ""
    heading = _each(sheet, lambda index: f"<h2>{words(sheet.sources_heading[index])}</h2>")
    items = "".join(f"<li>{escape(source.words)}</li>" for source in sheet.sources)
    return f'<section>{heading}<ul class="quiet" lang="en" dir="ltr">{items}</ul></section>'
