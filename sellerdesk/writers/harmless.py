"""Text from files as a terminal may have it: no letter that moves the cursor, hides a word, or turns the line around."""

import unicodedata

from sellerdesk.domain.expressions import expression

TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""The letters that turn the direction of what follows."""
WIDTHLESS = "\u00ad\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\ufff9\ufffa\ufffb" + "".join(map(chr, (0xE0001, *range(0xE0020, 0xE0080))))
"""Letters that take no room and join nothing: a word may hide behind them."""
HARMFUL = expression(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029{TURNING}{WIDTHLESS}]")
MARK = "\ufffd"
"""What stands in place of such a letter."""
HARMFUL_JSON = expression(f"[\x7f-\x9f\u2028\u2029{TURNING}{WIDTHLESS}]")
"""Those that JSON lets stand as they are."""
BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
"""Letters and marks that fonts show as nothing, although Unicode counts them among those that are seen."""


def harmless(text: str) -> str:
    """A text for a terminal."""
    return HARMFUL.sub(MARK, text)


def harmless_json(part: bytes) -> bytes:
    """JSON for a terminal: the same, with such letters as escapes; the others are escaped already."""
    import json  # noqa: PLC0415 (2 ms that the first painted window has no need of)

    return HARMFUL_JSON.sub(lambda found: json.dumps(found[0]).strip('"'), part.decode()).encode()


def seen(text: str) -> str:
    """A text without the letters that nobody sees."""
    return text if text.isascii() and text.isprintable() else "".join(letter for letter in text if not is_unseen(letter))


def is_unseen(letter: str) -> bool:
    """Whether nobody sees a letter; tabs and line breaks are seen as gaps."""
    return letter in BLANK or is_variant(letter) or (unicodedata.category(letter) in ("Cf", "Cc") and letter not in "\t\n\r")


def is_variant(letter: str) -> bool:
    """Whether a letter only chooses among the forms of the one before it."""
    return "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"
