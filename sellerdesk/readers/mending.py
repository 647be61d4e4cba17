"""Text that came through a wrong program, mended: Japanese read as Latin letters, cells that a spreadsheet put in quotation marks."""

import csv
import re
from collections.abc import Iterator
from contextlib import suppress

from sellerdesk.domain.expressions import expression

HEAD = 4096
"""Characters by which UTF-8 that was read as cp932 is told."""
FIRST_LINES = 6
MOST_LINES = 50
"""Lines that one quoted cell may hold; a note has a few."""
QUOTED = expression(r'"(?:[^"]|"")*"')
OVER_LINES = expression(r'(?:^|(?<=\t))"[^"\t\n]*\n[^"\t]*"(?=\t|\n|\Z)', re.MULTILINE)
"""A cell in quotation marks that goes over several lines."""
COMMA_CELL = expression(r"(?:^|\t)([^\t\n,]*,[^\t\n]*)", re.MULTILINE)
BREAKS = expression(r"[\t\r\n]+")

CP1252 = {bytes([byte]).decode("cp1252", "ignore"): byte for byte in range(0x80, 0xA0)}
TO_BYTES = {ord(character): byte for character, byte in CP1252.items() if character}
"""What Windows shows for the bytes 80–9F of Latin-1, which has no characters there."""
BEYOND_LATIN = expression(f"[^\x00-\xff{re.escape(''.join(map(chr, TO_BYTES)))}]")
CONTROLS = expression("[\x80-\x84\x86-\x9f]")
"""Characters of no text: the first bytes of Japanese in cp932, read as Latin-1. (85 is a line end of mainframes.)"""
KANA = expression("[\u3041-\u30ff]")
JAPANESE = expression("[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff9f]")
ALL_BEYOND_ASCII = expression("[^\x00-\x7f]")
RUN = expression("[^\x00-\x7f]{4}")
OF_UTF_8 = expression("[縺繧繝]")
"""What the first bytes of kana in UTF-8 are in cp932."""
JUNK = expression("[\x80\xa0\uf8f0-\uf8f3]")


def turned_back(text: str) -> str | None:
    """Japanese that was read as Latin-1, Windows-1252 or cp932, as it was written; None for text that is what it seems."""
    if text.isascii():
        return None
    if BEYOND_LATIN.search(text):
        return of_utf_8(text)
    data = text.translate(TO_BYTES).encode("latin-1")
    with suppress(UnicodeDecodeError):
        decoded = data.decode("utf-8")
        return decoded if JAPANESE.search(decoded) else None
    with suppress(UnicodeDecodeError):
        decoded = data.decode("cp932")
        return decoded if is_japanese(text, decoded) else None
    return None


def of_utf_8(text: str) -> str | None:
    """UTF-8 that was read as cp932, as it was written; None for text that is what it seems."""
    if not OF_UTF_8.search(text[:HEAD]):
        return None
    with suppress(UnicodeError):
        decoded = text.encode("cp932").decode("utf-8")
        return decoded if KANA.search(decoded) else None
    return None


def is_japanese(latin: str, japanese: str) -> bool:
    """Whether text is likelier Japanese than Latin letters: “it’s” is also a kanji, and a price list in French has several."""
    beyond = ALL_BEYOND_ASCII.findall(japanese)
    if JUNK.search(japanese) or len(JAPANESE.findall(japanese)) * 10 < len(beyond) * 9:
        return False
    kana = len(KANA.findall(japanese))
    return bool(CONTROLS.search(latin)) or (kana > 1 and kana * 4 >= len(beyond)) or bool(RUN.search(latin))


def unquoted(text: str) -> tuple[str, int] | None:
    """A tab-separated text without the quotation marks around its cells, and around how many they stood; None when they are its own.

    Line ends and tabs inside a cell become spaces; every row stays on its own line.
    """
    if '"' not in text or not ('\t"' in text or '\n"' in text or text.startswith('"')):  # one character is found 20 times as quickly
        return None
    if not quoted_header(text) and not of_a_spreadsheet(text):
        return None
    lines = text.split("\n")
    try:
        made = list(records(lines))
    except csv.Error:
        made = [[bare(cell) for cell in line.split("\t")] for line in lines]
    return "\n".join("\t".join(row) for row in made), sum(1 for _cell in re.finditer(r'(?:^|\t)"', text, re.MULTILINE))


def quoted_header(text: str) -> bool:
    """Whether one of the first lines has all its cells in quotation marks."""
    for line in text[: HEAD * FIRST_LINES].split("\n", FIRST_LINES)[:FIRST_LINES]:
        cells = [cell for cell in line.split("\t") if cell.strip()]
        if len(cells) > 1 and all(map(QUOTED.fullmatch, cells)):
            return True
    return False


def of_a_spreadsheet(text: str) -> bool:
    """Whether every cell that holds a mark, and every one that holds a comma or else some inner mark, is as a spreadsheet writes it."""
    inner, text = False, OVER_LINES.sub("", text)
    for cell in (cell for line in text.split("\n") if '"' in line for cell in line.split("\t") if '"' in cell):
        if not QUOTED.fullmatch(cell):
            return False
        inner = inner or '""' in cell[1:-1]
    return inner or all(found[1].startswith('"') for found in COMMA_CELL.finditer(text))


def records(lines: list[str]) -> Iterator[list[str]]:
    """The rows of quoted lines, blank ones for the further lines of a row. Raises csv.Error for marks that do not pair."""
    reader, before = csv.reader([line + "\n" for line in lines], delimiter="\t", strict=True), 0
    for row in reader:
        yield [BREAKS.sub(" ", cell) for cell in row]
        if reader.line_num - before > MOST_LINES:
            raise csv.Error
        yield from ([""] for _line in range(reader.line_num - before - 1))
        before = reader.line_num


def bare(cell: str) -> str:
    """A cell without the marks around it, when those inside are doubled."""
    return cell[1:-1].replace('""', '"') if len(cell) > 1 and QUOTED.fullmatch(cell) else cell
