"""Refuses a PO file that Babel would take with a guess or without a word: with the line, before anything is read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from plainhelix.base.errors import Place, PlainhelixError

_TEXT = r'"(?P<text>(?:[^"\\]|\\["\\ntr])*)"\Z'
_CONTINUED = re.compile(_TEXT)
_STATEMENT = re.compile(r"(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[[0-5]\])?) +" + _TEXT)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SHOWN = 60
_AFTER = {
    "msgctxt": {""},
    "msgid": {"", "msgctxt"},
    "msgid_plural": {"msgid"},
    "msgstr": {"msgid"},
    "msgstr[0]": {"msgid_plural"},
    **{f"msgstr[{form}]": {f"msgstr[{form - 1}]"} for form in range(1, 6)},
}
"""Which keywords may stand before one."""


def refuse_broken(lines: Iterable[str], file: str) -> None:
    """Raises PlainhelixError for the first line that is wrong."""
    lint = _Lint(file)
    for line in lines:
        lint.read(line)
    lint.close()
    if not lint.entries:
        raise lint.fail("po-no-header", 1)


@dataclass
class _Lint:
    """Where the reader stands."""

    file: str
    number: int = 0
    line: str = ""
    keyword: str = ""
    """The last one of the open entry; empty between entries."""
    begun: int = 0
    """Line where the open entry begins, at the latest its msgid."""
    context: str = ""
    source: str = ""
    obsolete: bool = False
    entries: int = 0
    contexts: set[str] = field(default_factory=set)

    def fail(self, code: str = "po-broken", line: int = 0, **params: str) -> PlainhelixError:
        """The error for this line."""
        shown = params or ({} if code == "po-no-header" else {"text": self.line[:_SHOWN]})
        return PlainhelixError(code, place=Place(file=self.file, line=line or self.number), **shown)

    def read(self, line: str) -> None:
        """Takes one more line."""
        self.number, self.line = self.number + 1, line.strip()
        if _CONTROL.search(self.line):
            raise self.fail()
        if self.line.startswith("#~"):
            self._text(self.line[2:].strip(), obsolete=True)
        elif self.line.startswith("#"):
            self.close()
        else:
            self._text(self.line, obsolete=False)

    def _text(self, text: str, *, obsolete: bool) -> None:
        if not text or text.startswith("|"):
            return
        found = _CONTINUED.match(text) if text.startswith('"') else _STATEMENT.match(text)
        if found is None:
            raise self.fail()
        if found.re is _STATEMENT:
            self._open(found["keyword"], obsolete)
        elif not self.keyword or obsolete != self.obsolete:
            raise self.fail()
        if self.keyword == "msgctxt":
            self.context += found["text"]
        elif self.keyword == "msgid":
            self.source += found["text"]

    def _open(self, keyword: str, obsolete: bool) -> None:
        if keyword in {"msgctxt", "msgid"} and self.keyword.startswith("msgstr"):
            self.close()
        if self.keyword not in _AFTER[keyword] or (self.keyword and obsolete != self.obsolete):
            raise self.fail()
        if keyword in {"msgctxt", "msgid"}:
            self.begun = self.number
        self.keyword, self.obsolete = keyword, obsolete

    def close(self) -> None:
        """Ends the open entry, if there is one."""
        if not self.keyword:
            return
        if not self.keyword.startswith("msgstr"):
            raise self.fail("po-unfinished", self.begun, id=self.context)
        if self.entries:
            self._refuse_unnamed()
        elif self.source or self.context:
            raise self.fail("po-no-header", 1)
        self.entries += 1
        self.keyword = self.context = self.source = ""

    def _refuse_unnamed(self) -> None:
        """Entries are found by their context: there must be one, and each only once."""
        if not self.source:  # Babel would take it for a second header
            raise self.fail(line=self.begun, text='msgid ""')
        if not self.context:
            raise self.fail("po-no-context", self.begun, text=self.source[:_SHOWN])
        if not self.obsolete and self.context in self.contexts:
            raise self.fail("po-twice", self.begun, id=self.context)
        if not self.obsolete:
            self.contexts.add(self.context)
