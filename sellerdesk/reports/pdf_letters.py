"""The text inside a PDF: which letter each glyph stands for, set right where several letters share one glyph.

Qt writes the first letter whose glyph it is, so that a search for 手 (U+624B) fails: the radical ⼿ (U+2F3F) comes before it.
"""

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, StreamObject

LIST = re.compile(rb"\[[^\[\]]*\]")
LETTER = re.compile(rb"<([0-9A-Fa-f]{4})>")


def set_right(data: bytes, twins: Callable[[set[str]], Mapping[str, str]]) -> bytes:
    """A PDF whose glyphs stand for the letters that were meant: `twins` gives for letters of the file those meant instead.

    The mended maps stand in an update at the file's end, as the format provides; whatever was there stays.
    """
    book = PdfWriter(io.BytesIO(data), incremental=True)
    maps = list(letter_maps(book))
    meant = twins({letter for one in maps for letter in letters(one.get_data())})
    for one in maps:
        one.set_data(LIST.sub(lambda found: LETTER.sub(lambda letter: replaced(letter, meant), found[0]), one.get_data()))
    out = io.BytesIO()
    book.write(out)
    return out.getvalue()


def letter_maps(book: PdfWriter) -> Iterator[StreamObject]:
    """The map from glyphs to letters of every font of a PDF, each once."""
    seen: set[int] = set()
    for page in book.pages:
        fonts = page.get("/Resources", DictionaryObject()).get("/Font", DictionaryObject())
        for font in fonts.values():
            to_unicode = font.get_object().get("/ToUnicode")
            found = to_unicode.get_object() if to_unicode is not None else None
            if isinstance(found, StreamObject) and id(found) not in seen:
                seen.add(id(found))
                yield found


def letters(table: bytes) -> Iterable[str]:
    """The letters of a map."""
    return (chr(int(letter, 16)) for found in LIST.findall(table) for letter in LETTER.findall(found))


def replaced(found: re.Match[bytes], meant: Mapping[str, str]) -> bytes:
    """A letter of a map, or the one meant instead."""
    letter = chr(int(found[1], 16))
    return f"<{meant.get(letter, letter).encode('utf-16-be').hex().upper()}>".encode()
