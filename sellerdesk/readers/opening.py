"""A file opened as what it is: text, workbook or XML; anything else is refused in words."""

import io
import stat
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.domain.unread import Mend
from sellerdesk.readers.mending import turned_back, unquoted
from sellerdesk.readers.sheet import MOST_BYTES, PADDING, Sheet
from sellerdesk.readers.text_file import (
    BOMS,
    FIRST_LINES,
    LONGEST_LINE,
    SOMETHING,
    UTF_16,
    decode,
    delimiter_of,
    refuse_endless,
    without_end_mark,
)

INSIDE = (
    ("opendocument.spreadsheet", "ods"), ("opendocument", "no_sheet"), ("\nxl/workbook.bin", "xlsb"), ("\nxl/", "workbook"),
    ("\nword/", "word"), ("\nppt/", "no_sheet"), (".iwa", "numbers"), ("\nIndex.zip", "numbers"),
    ("[Content_Types].xml", "workbook"),
)  # fmt: skip
"""What stands in a compressed file, and what the file is then."""

ZIP = b"PK\x03\x04"
SIGNATURES = (
    (b"\xd0\xcf\x11\xe0", "old_excel"),
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"\x1f\x8b", "zip"),
    (b"Rar!", "zip"),
    (b"7z\xbc\xaf", "zip"),
    (b"SQLite format 3", "database"),
)
XML_HEAD = 8192
"""Bytes by which a file is told to be XML."""


def read_sheet(data: bytes, wanted: Sequence[str] = ()) -> Sheet:
    """The bytes of a file as a table of text; of a workbook the sheet of a kind wanted. Raises UnreadableFile."""
    if is_workbook(data):
        from sellerdesk.readers.workbook import read_workbook  # noqa: PLC0415 (its library is loaded for workbooks only)

        return read_workbook(data, wanted)
    refuse_foreign(data)
    if not data.startswith(UTF_16):
        data = with_line_feeds(data)  # neither byte is ever part of a character, and bytes are half as many
    encoding, text, broken = decode(data)
    if not SOMETHING.search(text):
        raise UnreadableFile("empty_file")
    text = text.rstrip(PADDING)
    if "\x00" in text[:LONGEST_LINE]:
        raise UnreadableFile("not_text")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    refuse_endless(text)
    return mended(Sheet(encoding, "\t", text, broken))


def with_line_feeds(data: bytes) -> bytes:
    """The bytes of a file with a line feed for every pair of line ends; where there are only pairs, one byte of each is left out."""
    bare = data.replace(b"\r", b"")
    return bare if len(data) - len(bare) == data.count(b"\r\n") else data.replace(b"\r\n", b"\n")


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """All bytes of a file of a size that a report can have, or of `most` bytes. Raises UnreadableFile."""
    try:
        there = path.stat()
        if not (stat.S_ISREG(there.st_mode) or stat.S_ISDIR(there.st_mode)):  # to open a pipe without a writer is to wait for ever
            raise UnreadableFile("no_regular_file")
        size = there.st_size
        if size > most:
            raise UnreadableFile("file_too_large", megabytes=size // 1024**2)
        with path.open("rb") as file:
            head = file.read(8 * LONGEST_LINE)
            if len(head) == 8 * LONGEST_LINE and b"\n" not in head and b"\r" not in head:
                raise UnreadableFile("line_too_long", characters=size)
            file.seek(0)
            return file.read()
    except FileNotFoundError as error:
        raise UnreadableFile("no_such_file") from error
    except IsADirectoryError as error:
        raise UnreadableFile("is_a_folder") from error
    except PermissionError as error:
        raise UnreadableFile("is_a_folder" if path.is_dir() else "may_not_read") from error
    except OSError as error:
        raise UnreadableFile("cannot_read", reason=error.strerror or type(error).__name__) from error


def read_report(path: Path) -> bytes:
    """All bytes of a report, but for a mark behind the end of its text. Raises UnreadableFile."""
    return without_end_mark(read_bytes(path))


def is_xml(data: bytes) -> bool:
    """Whether a file looks like XML, in any of its encodings."""
    encoding = next((encoding for bom, encoding in BOMS if data.startswith(bom)), "latin-1")
    head = data[:XML_HEAD].decode(encoding, "replace").lstrip("\ufeff \t\r\n").casefold()
    return head.startswith(("<?xml", "<!doctype", "<amazonenvelope")) and not head.startswith("<!doctype html")


def is_workbook(data: bytes) -> bool:
    """Whether bytes look like an Excel file, whatever its name."""
    return data.startswith(ZIP) and kind_of_zip(data) == "workbook"


def refuse_foreign(data: bytes) -> None:
    """Refuse what is no text table by its first bytes. Raises UnreadableFile."""
    if not data:
        raise UnreadableFile("empty_file")
    if data.startswith(ZIP):
        raise UnreadableFile(kind_of_zip(data))
    for start, code in SIGNATURES:
        if data.startswith(start):
            raise UnreadableFile(code)
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")):
        raise UnreadableFile("web_page")
    if head.startswith((b"<?xml", b"<amazonenvelope")):
        raise UnreadableFile("returns_xml" if b"return_details" in data[:8192] else "xml")
    if head.startswith((b"{", b"[{")):
        raise UnreadableFile("json")


def mended(sheet: Sheet) -> Sheet:
    """A sheet with its text turned back, its delimiter found, and the quotation marks around its cells taken off."""
    text = sheet.text
    mends: list[Mend] = []
    if not sheet.broken and (japanese := turned_back(text)) is not None:
        beyond = tuple(number for number, line in enumerate(text.split("\n"), start=1) if not line.isascii())
        mends, text = [Mend("latin", len(beyond), beyond[:FIRST_LINES])], japanese
    sheet = replace(sheet, text=text, mended=tuple(mends))
    sheet = replace(sheet, delimiter=parting(sheet))
    if sheet.delimiter == "\t" and (found := unquoted(text)) is not None:
        text, count = found
        return replace(sheet, text=text, mended=(*sheet.mended, Mend("quotes", count, ())))
    return sheet


def parting(sheet: Sheet) -> str:
    """Tab or comma: where both stand in the first lines, that under which the header is known."""
    lines = sheet.text[: FIRST_LINES * LONGEST_LINE].split("\n", FIRST_LINES)[:FIRST_LINES]
    likely = delimiter_of(lines)
    if not all(any(mark in line for line in lines) for mark in "\t,"):
        return likely
    from sellerdesk.readers.headers import is_known  # noqa: PLC0415 (headers are found in sheets)

    other = "\t" if likely == "," else ","
    return other if not is_known(replace(sheet, delimiter=likely)) and is_known(replace(sheet, delimiter=other)) else likely


def kind_of_zip(data: bytes) -> str:
    """What a compressed file is by the names in it: a workbook, another document by its own name, or just compressed files."""
    import zipfile  # noqa: PLC0415 (loaded for such files only)

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = "\n" + "\n".join(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, LookupError, RuntimeError):
        names = "\nxl/" if b"xl/" in data[:4096] or b"[Content_Types].xml" in data[:4096] else ""
    return next((kind for mark, kind in INSIDE if mark in names or mark.encode() in data[:200]), "zip")
