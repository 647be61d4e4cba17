"""Text without the differences that nobody means when searching."""

import re
import unicodedata
from functools import lru_cache

HIRAGANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
"""Hiragana to katakana: the two blocks lie 0x60 apart."""


def folded(text: str) -> str:
    """Width, case and kana folded: ｶｯﾌﾟ, かっぷ and カップ are the same, and so are Ａ and a."""
    return unicodedata.normalize("NFKC", text).casefold().translate(HIRAGANA)


def fold(text: str) -> str:
    """A category or phrase without differences of width, case and spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def fold_code(text: str) -> str:
    """A reason code without its CR- prefix, case, and the marks between its words; a row number as a plain number."""
    words = re.sub(r"[\s_\-]+", " ", fold(text)).strip().removeprefix("cr ")
    number = re.fullmatch(r"(\d+)(?:\.0+)?", words)
    return (number[1].lstrip("0") or "0") if number else words


def fold_note(note: str | None) -> str | None:
    """A condition note without the differences that nobody means: width, case, spaces."""
    return None if note is None else " ".join(unicodedata.normalize("NFKC", note).casefold().split())


fold_sku = lru_cache(100_000)(fold)
"""A SKU or an order number as all its spellings are compared: 200,000 rows of payments name each many times."""
