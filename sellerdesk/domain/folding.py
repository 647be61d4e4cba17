"""Text without the differences that nobody means when searching."""

import unicodedata

HIRAGANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
"""Hiragana to katakana: the two blocks lie 0x60 apart."""


def folded(text: str) -> str:
    """Width, case and kana folded: ｶｯﾌﾟ, かっぷ and カップ are the same, and so are Ａ and a."""
    return unicodedata.normalize("NFKC", text).casefold().translate(HIRAGANA)
