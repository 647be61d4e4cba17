"""The bytes of an XML file as UTF-8 that any parser takes: Japanese encodings decoded, characters that XML forbids marked."""

import codecs
import re
from contextlib import suppress

from sellerdesk.domain.expressions import expression

DECLARED = expression(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"'][^>]*?\?>", re.IGNORECASE)
DECLARATION = expression(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
JAPANESE = {
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms932", "ms_kanji", "csshiftjis"), "cp932"),
    **dict.fromkeys(("euc-jp", "eucjp", "x-euc-jp"), "euc_jp"), "iso-2022-jp": "iso2022_jp",
}  # fmt: skip
"""What a declaration says, and the codec that reads it: Amazon's Shift_JIS is that of Windows, with ① and 髙."""
FORBIDDEN = expression("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
REFERENCE = expression(r"&#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,9}));")
MARK = "\ufffd"
"""What stands for a character that is none: the reader refuses the item whose cell holds it, and no other."""
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
HEAD = 1024


def as_utf_8(data: bytes) -> bytes:
    """An XML file as UTF-8 without its declaration."""
    text = decoded(data)
    text = FORBIDDEN.sub(MARK, DECLARATION.sub("", text.lstrip("\ufeff \t\r\n"), count=1))
    if "&#" in text:
        text = REFERENCE.sub(lambda found: found[0] if is_allowed(found) else MARK, text)
    return text.encode()


def decoded(data: bytes) -> str:
    """The text of an XML file by its mark or its declaration; a byte that is no text leaves a lone surrogate.

    Raises LookupError for an encoding that nobody knows.
    """
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data.decode(encoding, "replace" if encoding == "utf-16" else "surrogateescape")
    found = DECLARED.search(data[:HEAD])
    named = found[1].decode("ascii").lower() if found else "utf-8"
    with suppress(UnicodeError):
        return data.decode(JAPANESE.get(named, named), "surrogateescape")
    return data.decode("utf-8", "surrogateescape")


def is_allowed(found: re.Match[str]) -> bool:
    """Whether a reference by number is that of a character which XML allows."""
    number = int(found[1], 16) if found[1] else int(found[2])
    return number < 0x110000 and FORBIDDEN.fullmatch(chr(number)) is None  # noqa: PLR2004 (the end of Unicode)
