"""The text of a file from its bytes: encoding, delimiter, and lines without end refused."""

from contextlib import suppress

from sellerdesk.domain.expressions import expression
from sellerdesk.domain.refusal import UnreadableFile

SURROGATE = expression("[\udc80-\udcff]")

LONGEST_LINE = 256 * 1024
"""Characters in one line: a listing has at most a few thousand."""
FIRST_LINES = 6
SAMPLE = 64 * 1024
"""Bytes by which the encoding of a file with bad bytes is told."""
CP932_JUNK = "\x80\xa0\uf8f0\uf8f1\uf8f2\uf8f3"
"""What Python's cp932 makes of the bytes 80, A0 and FD–FF, which are no characters in it."""
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
FILLING = b"\x1a\0"
"""What fills up the last block of a file of DOS."""
SOMETHING = expression("[^\ufeff\x00-\x20\x7f,]")
BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def without_end_mark(data: bytes) -> bytes:
    """The bytes of a text file without the Ctrl-Z behind its last line, by which tools of DOS told that it is whole."""
    if data.startswith(UTF_16):
        mark = "\x1a".encode("utf-16-le" if data.startswith(UTF_16[0]) else "utf-16-be")
        while data.endswith(mark):
            data = data[: -len(mark)]
        return data
    whole = data.rstrip(FILLING)
    return whole if b"\x1a" in data[len(whole) :] and not data.startswith(b"PK") else data


def refuse_endless(text: str) -> None:
    """Refuse a file with a line beyond all measure. Raises UnreadableFile."""
    if has_longer(text, LONGEST_LINE):
        raise UnreadableFile("line_too_long", characters=max(map(len, text.split("\n"))))


def has_longer(text: str, most: int) -> bool:
    """Whether a line of a text has more than so many characters; no look at each line."""
    begin = 0
    while len(text) - begin > most:
        end = text.rfind("\n", begin, begin + most + 1)
        if end < 0:
            return True
        begin = end + 1
    return False


def delimiter_of(lines: list[str]) -> str:
    """Tab or comma, by the first lines; a lone tab among commas is a slip of somebody's hand."""
    tabs, commas = (max(line.count(mark) for line in lines) for mark in "\t,")
    return "," if commas and (not tabs or (tabs == 1 and commas > 1)) else "\t"


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
    encoding, text = min(tries, key=lambda pair: len(SURROGATE.findall(pair[1])))
    if len(SURROGATE.findall(text)) * 10 > len(text):
        raise UnreadableFile("not_text")
    return encoding, text, True


def looks_like_utf8(data: bytes) -> bool:
    """Whether most characters beyond ASCII are sound UTF-8: cp932 read as UTF-8 is nearly all bad bytes."""
    text = data.decode("utf-8", "surrogateescape")
    bad = len(SURROGATE.findall(text))
    return len(text) - len(text.encode("ascii", "ignore")) - bad > 2 * bad
