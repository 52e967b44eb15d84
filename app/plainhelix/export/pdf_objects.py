"""The objects of a PDF as Typst writes it: numbered one after the other, with a plain table of where they stand."""

import re
import zlib
from dataclasses import dataclass

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TABLE = re.compile(rb"xref\s+0 (\d+)\s+")
_STREAM = re.compile(rb"(?s)<<(.*?)>>\s*stream\r?\n(.*)\r?\nendstream")
_LENGTH = re.compile(rb"/Length \d+")


@dataclass
class PdfObjects:
    """The file cut at its objects. `bodies[n]` is object n, from its number to before the next one."""

    head: bytes
    bodies: dict[int, bytes]
    order: tuple[int, ...]
    """Numbers of the objects as they follow one another."""
    trailer: bytes

    def stream(self, number: int) -> bytes | None:
        """The unpacked stream of an object; None where it has none that can be read."""
        found = _STREAM.search(self.bodies[number])
        if found is None or b"/Filter/FlateDecode" not in found[1]:
            return None
        return zlib.decompress(found[2])

    def put_stream(self, number: int, content: bytes) -> None:
        """Packs another stream into an object that has one."""
        packed = zlib.compress(content)
        found = _STREAM.search(self.bodies[number])
        assert found is not None
        entries = _LENGTH.sub(b"/Length %d" % len(packed), found[1])
        whole = b"<<" + entries + b">>\nstream\n" + packed + b"\nendstream"
        self.bodies[number] = self.bodies[number][: found.start()] + whole + self.bodies[number][found.end() :]

    def joined(self) -> bytes:
        """The file again, with a new table."""
        offsets, parts, at = {}, [self.head], len(self.head)
        for number in self.order:
            offsets[number] = at
            parts.append(self.bodies[number])
            at += len(self.bodies[number])
        rows = b"".join(b"%010d 00000 n\r\n" % offsets[number] for number in sorted(offsets))
        table = b"xref\n0 %d\n0000000000 65535 f\r\n" % (len(offsets) + 1) + rows
        return b"".join([*parts, table, self.trailer, b"startxref\n%d\n%%%%EOF" % at])


def objects_of(pdf: bytes) -> PdfObjects | None:
    """The objects of a file; None where it is written in another way than expected here."""
    end = _START.search(pdf)
    start = int(end[1]) if end else len(pdf)
    table = _TABLE.match(pdf, start)
    if end is None or table is None:
        return None
    count = int(table[1])
    rows = [pdf[table.end() + 20 * row : table.end() + 20 * row + 20] for row in range(count)]
    offsets = {number: int(row[:10]) for number, row in enumerate(rows) if row[17:18] == b"n"}
    if len(offsets) != count - 1:
        return None
    order = tuple(sorted(offsets, key=lambda number: offsets[number]))
    ends = [*(offsets[number] for number in order[1:]), start]
    bodies = {number: pdf[offsets[number] : stop] for number, stop in zip(order, ends, strict=True)}
    trailer = pdf[table.end() + 20 * count : end.start()]
    return PdfObjects(head=pdf[: offsets[order[0]]], bodies=bodies, order=order, trailer=trailer)
