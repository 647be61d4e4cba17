"""A file as rows of cells: encoding, line ends and delimiter found, and what is no text table refused by its nature."""

import csv
import io
import re
import stat
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path

import msgspec
from msgspec.structs import replace

from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.domain.unread import Mend
from sellerdesk.readers.mending import turned_back, unquoted

MOST_BYTES = 512 * 1024 * 1024
"""A report of 300,000 offers is 50 MB; ten times that is no shop's report."""
LONGEST_LINE = 256 * 1024
"""Characters in one line: a listing has at most a few thousand."""
FIRST_LINES = 6
SAMPLE = 64 * 1024
"""Bytes by which the encoding of a file with bad bytes is told."""
PADDING = "".join(map(chr, (*range(9), *range(10, 32), 127, 0xFEFF)))
"""Control characters that fill a file up behind its last line; a tab may end a row."""
SURROGATE = re.compile("[\udc80-\udcff]")

CP932_JUNK = "\x80\xa0\uf8f0\uf8f1\uf8f2\uf8f3"
"""What Python's cp932 makes of the bytes 80, A0 and FD–FF, which are no characters in it."""

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
INSIDE = (
    ("opendocument.spreadsheet", "ods"), ("opendocument", "no_sheet"), ("\nxl/workbook.bin", "xlsb"), ("\nxl/", "workbook"),
    ("\nword/", "word"), ("\nppt/", "no_sheet"), (".iwa", "numbers"), ("\nIndex.zip", "numbers"),
    ("[Content_Types].xml", "workbook"),
)  # fmt: skip
"""What stands in a compressed file, and what the file is then."""
XML_HEAD = 8192
"""Bytes by which a file is told to be XML."""
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
SOMETHING = re.compile("[^\ufeff\x00-\x20\x7f,]")
BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class Sheet(msgspec.Struct, frozen=True, dict=True):
    """A text table: its encoding, its delimiter, and its text with a line feed between lines.

    Cells that could not be decoded hold lone surrogates; `broken` tells whether there are any. A workbook's sheet has its
    `cells`, as `typed` the places (line from 1, column from 0) of those that were no text in it, its `name` and those of the `others`
    that hold something. `mended` is what was mended in the text; `torn` are lines of which a line break made several, not known how.
    """

    encoding: str
    delimiter: str
    text: str
    broken: bool = False
    cells: list[list[str]] | None = None
    typed: frozenset[tuple[int, int]] = frozenset()
    name: str = ""
    others: tuple[str, ...] = ()
    mended: tuple[Mend, ...] = ()
    torn: frozenset[int] = frozenset()

    @cached_property
    def lines(self) -> list[str]:
        """The lines, line 1 first."""
        return self.text.split("\n")

    def top(self, count: int) -> "Sheet":
        """The first lines alone."""
        return replace(self, text=self.text[: self.end_of(count)], cells=None if self.cells is None else self.cells[:count])

    def end_of(self, line: int) -> int:
        """Where a line (from 1) ends in the text; its length when there are not so many."""
        end = -1
        for _line in range(line):
            end = self.text.find("\n", end + 1)
            if end < 0:
                return len(self.text)
        return end

    def rows(self) -> Iterator[list[str]]:
        """The cells of every line. Tabs: no quoting at all, a quotation mark is data; commas: as spreadsheets write them."""
        if self.cells is not None:
            return iter(self.cells)
        if self.delimiter == "\t":
            return (line.split("\t") for line in self.lines)
        return csv.reader(self.lines, strict=False)

    @cached_property
    def known_columns(self) -> dict[tuple[int, int], list[list[str]] | None]:
        """The columns that were asked for: a file is looked at, read and kept, and its text never changes."""
        return {}

    @cached_property
    def known_wholes(self) -> dict[tuple[int, int], "Sheet"]:
        """This sheet with its torn rows joined, by line and width of the header."""
        return {}

    def columns(self, line: int, width: int) -> list[list[str]] | None:
        """The columns below a line (from 1) of a file without quoted cells, if every line below it has as many cells; else None.

        Cut all at once: of 100,000 lines two thirds of the time of making a row of each and columns of the rows.
        """
        if (line, width) not in self.known_columns:
            plain = self.cells is None and (self.delimiter == "\t" or '"' not in self.text)
            self.known_columns[line, width] = cut(self.text[self.end_of(line) + 1 :], self.delimiter, width) if plain else None
        return self.known_columns[line, width]


def cut(text: str, delimiter: str, width: int) -> list[list[str]] | None:
    """The columns of lines that all have `width` cells; None when they do not."""
    cells = text.replace("\n", f"{delimiter}\n{delimiter}").split(delimiter)
    ends, ragged = divmod(len(cells) + 1, width + 1)
    if not text or ragged or cells[width :: width + 1].count("\n") != ends - 1 or text.count("\n") != ends - 1:
        return None
    return [cells[place :: width + 1] for place in range(width)]


def read_sheet(data: bytes, wanted: Sequence[str] = ()) -> Sheet:
    """The bytes of a file as a table of text; of a workbook the sheet of a kind wanted. Raises UnreadableFile."""
    if is_workbook(data):
        from sellerdesk.readers.workbook import read_workbook  # noqa: PLC0415 (its library is loaded for workbooks only)

        return read_workbook(data, wanted)
    refuse_foreign(data)
    if not data.startswith(UTF_16):
        data = data.replace(b"\r\n", b"\n")  # neither byte is ever part of a character, and bytes are half as many
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


def mended(sheet: Sheet) -> Sheet:
    """A sheet with its text turned back, its delimiter found, and the quotation marks around its cells taken off."""
    text = sheet.text
    mends: list[Mend] = []
    if not sheet.broken and (told := turned_back(text)) is not None:
        beyond = tuple(number for number, line in enumerate(text.split("\n"), start=1) if not line.isascii())
        mends, text = [Mend("latin", len(beyond), beyond[:FIRST_LINES])], told
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


def refuse_endless(text: str) -> None:
    """Refuse a file with a line beyond all measure. Raises UnreadableFile."""
    begin = 0
    while len(text) - begin > LONGEST_LINE:
        end = text.rfind("\n", begin, begin + LONGEST_LINE + 1)
        if end < 0:
            raise UnreadableFile("line_too_long", characters=max(map(len, text.split("\n"))))
        begin = end + 1


def delimiter_of(lines: list[str]) -> str:
    """Tab or comma, by the first lines; a lone tab among commas is a slip of somebody's hand."""
    tabs, commas = (max(line.count(mark) for line in lines) for mark in "\t,")
    return "," if commas and (not tabs or (tabs == 1 and commas > 1)) else "\t"


def read_bytes(path: Path) -> bytes:
    """All bytes of a file of a size that a report can have. Raises UnreadableFile."""
    try:
        there = path.stat()
        if not (stat.S_ISREG(there.st_mode) or stat.S_ISDIR(there.st_mode)):  # to open a pipe without a writer is to wait for ever
            raise UnreadableFile("no_regular_file")
        size = there.st_size
        if size > MOST_BYTES:
            raise UnreadableFile("file_too_large", megabytes=size // 1024**2)
        with path.open("rb") as file:
            head = file.read(8 * LONGEST_LINE)
            if len(head) == 8 * LONGEST_LINE and b"\n" not in head and b"\r" not in head:
                raise UnreadableFile("line_too_long", characters=size)
            return head + file.read()
    except FileNotFoundError as error:
        raise UnreadableFile("no_such_file") from error
    except IsADirectoryError as error:
        raise UnreadableFile("is_a_folder") from error
    except PermissionError as error:
        raise UnreadableFile("is_a_folder" if path.is_dir() else "may_not_read") from error
    except OSError as error:
        raise UnreadableFile("cannot_read", reason=error.strerror or type(error).__name__) from error


def is_xml(data: bytes) -> bool:
    """Whether a file looks like XML, in any of its encodings."""
    encoding = next((encoding for bom, encoding in BOMS if data.startswith(bom)), "latin-1")
    head = data[:XML_HEAD].decode(encoding, "replace").lstrip("\ufeff \t\r\n").casefold()
    return head.startswith(("<?xml", "<!doctype", "<amazonenvelope")) and not head.startswith("<!doctype html")


def is_workbook(data: bytes) -> bool:
    """Whether bytes look like an Excel file, whatever its name."""
    return data.startswith(ZIP) and kind_of_zip(data) == "workbook"


def kind_of_zip(data: bytes) -> str:
    """What a compressed file is by the names in it: a workbook, another document by its own name, or just compressed files."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = "\n" + "\n".join(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, LookupError, RuntimeError):
        names = "\nxl/" if b"xl/" in data[:4096] or b"[Content_Types].xml" in data[:4096] else ""
    return next((kind for mark, kind in INSIDE if mark in names or mark.encode() in data[:200]), "zip")


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


def decode(data: bytes) -> tuple[str, str, bool]:
    """Encoding, text, and whether some bytes could not be decoded: BOM first, then strict UTF-8, then cp932.

    Bytes that are no text become lone surrogates: UTF-8 that is mostly sound stays UTF-8, for cp932 makes something of any bytes.
    """
    for bom, encoding in BOMS:
        if data.startswith(bom):
            text = data.decode(encoding, "replace" if encoding == "utf-16" else "surrogateescape")
            return encoding, text, (encoding == "utf-16" and "\ufffd" in text) or bool(SURROGATE.search(text))
    with suppress(UnicodeDecodeError):
        return "utf-8", data.decode("utf-8"), False
    if looks_like_utf8(data[:SAMPLE]):
        return "utf-8", data.decode("utf-8", "surrogateescape"), True
    with suppress(UnicodeDecodeError):
        text = data.decode("cp932")
        junk = [character for character in CP932_JUNK if character in text]
        return "cp932", text.translate(dict.fromkeys(map(ord, junk), "\udc80")) if junk else text, bool(junk)
    tries = [(encoding, data.decode(encoding, "surrogateescape")) for encoding in ("cp932", "utf-8")]
    encoding, text = min(tries, key=lambda one: len(SURROGATE.findall(one[1])))
    if len(SURROGATE.findall(text)) * 10 > len(text):
        raise UnreadableFile("not_text")
    return encoding, text, True


def looks_like_utf8(data: bytes) -> bool:
    """Whether most characters beyond ASCII are sound UTF-8: cp932 read as UTF-8 is nearly all bad bytes."""
    text = data.decode("utf-8", "surrogateescape")
    bad = len(SURROGATE.findall(text))
    return len(text) - len(text.encode("ascii", "ignore")) - bad > 2 * bad


def is_broken(cell: str) -> bool:
    """Whether a cell holds bytes that are no text."""
    return bool(SURROGATE.search(cell)) or "\ufffd" in cell
