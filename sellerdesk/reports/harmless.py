"""Text from files as a terminal may have it: no letter that moves the cursor, hides a word, or turns the line around."""

import re
import unicodedata

TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""The letters that turn the direction of what follows."""
HARMFUL = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029{TURNING}]")
MARK = "\ufffd"
"""What stands in place of such a letter."""
HARMFUL_BYTES = re.compile(b"|".join(re.escape(chr(code).encode()) for code in (*range(0x7F, 0xA0), 0x2028, 0x2029, *map(ord, TURNING))))


def harmless(text: str) -> str:
    """A text for a terminal."""
    return HARMFUL.sub(MARK, text)


def harmless_json(part: bytes) -> bytes:
    """JSON for a terminal: the same, with such letters as escapes; the others are escaped already."""
    return HARMFUL_BYTES.sub(lambda found: b"\\u%04x" % ord(found[0].decode()), part)


def seen(text: str) -> str:
    """A text without the letters that nobody sees."""
    return text if text.isascii() and text.isprintable() else "".join(letter for letter in text if not is_unseen(letter))


def is_unseen(letter: str) -> bool:
    """Whether nobody sees a letter; tabs and line breaks are seen as gaps."""
    return unicodedata.category(letter) in ("Cf", "Cc") and letter not in "\t\n\r"
