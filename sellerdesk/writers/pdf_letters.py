"""The text inside a PDF: which letter each glyph stands for, set right where several letters share one glyph.

Qt writes the first letter whose glyph it is, so that a search for 手 (U+624B) fails: the radical ⼿ (U+2F3F) comes before it.
"""

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from sellerdesk.domain.expressions import expression

LIST = expression(rb"\[[^\[\]]*\]")
LETTER = expression(rb"<([0-9A-Fa-f]{4})>")
OFFSET_BYTES = 4
"""Of a place in the file, in its table of objects."""


def set_right(data: bytes, twins: Callable[[set[str]], Mapping[str, str]]) -> bytes:
    """A PDF whose glyphs stand for the letters that were meant: `twins` gives for letters of the file those meant instead.

    The mended maps stand in an update at the file's end, as the format provides; whatever was there stays, title and date, too.
    """
    book = PdfReader(io.BytesIO(data))
    maps = {number: table.get_data() for number, table in letter_maps(book)}
    meant = twins({letter for table in maps.values() for letter in letters(table)})
    mended = {
        number: LIST.sub(lambda found: LETTER.sub(lambda letter: replaced(letter, meant), found[0]), table)
        for number, table in maps.items()
    }
    changed = {number: stream(b"", table) for number, table in mended.items() if table != maps[number]}
    return updated(data, book, changed) if changed else data


def letter_maps(book: PdfReader) -> Iterator[tuple[int, StreamObject]]:
    """The map from glyphs to letters of every font of a PDF, each once, by the number of its object."""
    seen: set[int] = set()
    for page in book.pages:
        fonts = page.get("/Resources", DictionaryObject()).get("/Font", DictionaryObject())
        for font in fonts.values():
            to_unicode = font.get_object().raw_get("/ToUnicode") if "/ToUnicode" in font.get_object() else None
            found = to_unicode.get_object() if isinstance(to_unicode, IndirectObject) else None
            if isinstance(to_unicode, IndirectObject) and isinstance(found, StreamObject) and to_unicode.idnum not in seen:
                seen.add(to_unicode.idnum)
                yield to_unicode.idnum, found


def letters(table: bytes) -> Iterable[str]:
    """The letters of a map."""
    return (chr(int(letter, 16)) for found in LIST.findall(table) for letter in LETTER.findall(found))


def replaced(found: re.Match[bytes], meant: Mapping[str, str]) -> bytes:
    """A letter of a map, or the one meant instead."""
    letter = chr(int(found[1], 16))
    return f"<{meant.get(letter, letter).encode('utf-16-be').hex().upper()}>".encode()


def stream(entries: bytes, content: bytes) -> bytes:
    """An object of a PDF that holds bytes."""
    return b"<<%s /Length %d>>\nstream\n%s\nendstream" % (entries, len(content), content)


def updated(data: bytes, book: PdfReader, changed: Mapping[int, bytes]) -> bytes:
    """A PDF with an update at its end: the changed objects, and a table of where they and the table itself are.

    pypdf's own update leaves the title, the maker and the day behind, and a table that does not name itself.
    """
    out = bytearray(data if data.endswith(b"\n") else data + b"\n")
    size = int(str(book.trailer["/Size"]))
    places = {}
    for number, content in sorted(changed.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    places[size] = len(out)
    table = b"".join(b"\1" + place.to_bytes(OFFSET_BYTES) + b"\0" for place in places.values())
    parts = b" ".join(b"%d 1" % number for number in places)
    entries = b"/Type /XRef /Size %d /W [1 %d 1] /Index [%s] /Prev %d %s" % (size + 1, OFFSET_BYTES, parts, last_table(data), kept(book))
    out += b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (size, stream(entries, table), places[size])
    return bytes(out)


def kept(book: PdfReader) -> bytes:
    """What the table of an update says as the one before it: where the document, its title and its number are."""
    out = io.BytesIO()
    for name in ("/Root", "/Info", "/ID"):
        if name in book.trailer:
            out.write(name.encode() + b" ")
            book.trailer.raw_get(name).write_to_stream(out)
            out.write(b" ")
    return out.getvalue()


def last_table(data: bytes) -> int:
    """Where the last table of objects of a PDF begins."""
    return int(data[data.rindex(b"startxref") :].split()[1])
