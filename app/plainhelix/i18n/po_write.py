"""`PoFile` → PO text: stable order, strings broken at line ends only, so that a changed word is one changed line."""

from collections.abc import Iterator

from plainhelix.i18n.po import Entry, PoFile

_NO_WRAP = 0


def write_po(po: PoFile) -> str:
    """The text of a PO file."""
    parts = [
        _header(po),
        *(_entry(entry, "") for entry in po.entries),
        *(_entry(entry, "#~ ") for entry in po.obsolete),
    ]
    return "\n".join("".join(f"{line}\n" for line in part) for part in parts)


def _header(po: PoFile) -> Iterator[str]:
    yield from _marked("#", po.comments)
    yield from _statement("msgid", "")
    yield from _statement("msgstr", "".join(f"{name}: {value}\n" for name, value in po.header))


def _entry(entry: Entry, prefix: str) -> Iterator[str]:
    yield from _marked("#", entry.comments)
    yield from _marked("#.", entry.notes)
    if entry.locations:
        yield f"#: {' '.join(entry.locations)}"
    if entry.flags:
        yield f"#, {', '.join(sorted(entry.flags))}"
    yield from _previous(entry, prefix)
    yield from _statement("msgctxt", entry.context, prefix)
    yield from _statement("msgid", entry.source, prefix)
    if entry.source_plural is None:
        yield from _statement("msgstr", entry.strings[0], prefix)
        return
    yield from _statement("msgid_plural", entry.source_plural, prefix)
    for index, string in enumerate(entry.strings):
        yield from _statement(f"msgstr[{index}]", string, prefix)


def _previous(entry: Entry, prefix: str) -> Iterator[str]:
    mark = "#~| " if prefix else "#| "
    for keyword, text in zip(("msgid", "msgid_plural"), entry.previous, strict=False):
        yield from _statement(keyword, text, mark)


def _statement(keyword: str, text: str, prefix: str = "") -> Iterator[str]:
    from babel.messages.pofile import normalize

    first, *more = normalize(text, width=_NO_WRAP).split("\n")
    yield f"{prefix}{keyword} {first}"
    yield from (f"{prefix}{line}" for line in more)


def _marked(mark: str, texts: tuple[str, ...]) -> Iterator[str]:
    for text in texts:
        yield from (f"{mark} {line.strip()}".rstrip() for line in text.splitlines() or [""])
