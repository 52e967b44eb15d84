"""The summary as a sheet of words, in the patient's language and, beside it, the clinic's where that differs."""

import datetime
from dataclasses import dataclass

from plainhelix.domain.charts import Chart


@dataclass(frozen=True)
class SheetLanguage:
    """A language of the sheet."""

    tag: str
    """BCP 47: "ar"."""
    rtl: bool
    name: str
    """In the language itself."""


@dataclass(frozen=True, kw_only=True)
class SheetLine:
    """A label and what was answered. Every tuple has one entry for each language of the sheet."""

    label: tuple[str, ...]
    answers: tuple[tuple[str, ...], ...]
    """For each language: the answers' words."""
    own_words: str = ""
    """As the patient wrote it; the same in every language. Its language is the patient's."""


@dataclass(frozen=True, kw_only=True)
class SheetSection:
    """Lines below one heading."""

    id: str
    heading: tuple[str, ...]
    lines: tuple[SheetLine, ...]
    rated: bool = False
    """Each line has one short answer, which may stand beside its label."""
    note: tuple[str, ...] = ()
    """Quiet words below the lines: what was left open."""


@dataclass(frozen=True, kw_only=True)
class SheetSource:
    """One source of the content, as it was published (never translated)."""

    words: str


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """All that a summary says, in one or two languages. The first is the patient's."""

    languages: tuple[SheetLanguage, ...]
    title: tuple[str, ...]
    neutral: tuple[str, ...]
    """What later pages are headed with: short, and silent on what was asked."""
    lead: tuple[str, ...]
    """What this sheet is: wishes and questions for the talk; information, not advice."""
    draft: tuple[str, ...]
    """"Draft, not clinically reviewed"; empty where a clinician has signed."""
    code_label: tuple[str, ...]
    code: str
    date_label: tuple[str, ...]
    date: tuple[str, ...]
    sections: tuple[SheetSection, ...]
    charts: tuple[Chart, ...]
    """Charts of the content, in the patient's language, the same for every reader of a path."""
    charts_beside: tuple[tuple[Chart, ...], ...]
    """The same charts in the same order, in each further language of the sheet."""
    charts_heading: tuple[str, ...]
    later_heading: tuple[str, ...]
    later: tuple[str, ...]
    """How to change one's mind."""
    purpose: tuple[str, ...]
    """Intended purpose."""
    sources_heading: tuple[str, ...]
    sources: tuple[SheetSource, ...]
    page_label: tuple[str, ...]
    """"Page {page} of {pages}", with both placeholders."""
    qr_label: tuple[str, ...]
    qr_text: str
    """What the QR code holds: the summary's text, short."""
    made: datetime.date
