"""A prefecture as people write it: 東京都, 東京, Tokyo, Tōkyō-to, or an address that begins with one."""

import unicodedata
from functools import cache, lru_cache

from sellerdesk.domain.expressions import expression
from sellerdesk.readers.cells import answers

HOW_MANY = 47
MACRONS = str.maketrans("āīūēō", "aiueo")
ENDING = expression(r"[- ](?:to|do|fu|ken|prefecture|pref\.?)$")


@lru_cache(maxsize=4096)
def number(text: str) -> int | None:
    """The number (JIS X 0401) of a prefecture: 1 is Hokkaido, 13 Tokyo, 47 Okinawa; `None` for anything else."""
    folded = unicodedata.normalize("NFKC", text).strip().casefold().translate(MACRONS)
    found = names().get(ENDING.sub("", folded))
    if found is None:
        found = next((place for name, place in names().items() if name[-1] in "都道府県" and folded.startswith(name)), None)
    return found


@cache
def names() -> dict[str, int]:
    """The number of every name: the resources list the prefectures by number, in Japanese and then in romaji."""
    listed = answers()["prefectures"]
    written = [str(name) for name in listed] if isinstance(listed, list) else []
    numbered = {name: place % HOW_MANY + 1 for place, name in enumerate(written)}
    return numbered | {name[:-1]: place for name, place in numbered.items() if name[-1] in "都府県"}


def listed(lang: str) -> list[str]:
    """The prefectures from north to south, by the names of a language: what a form offers to choose."""
    written = answers()["prefectures"]
    every = [str(name) for name in written] if isinstance(written, list) else []
    return [name.capitalize() for name in every[HOW_MANY:]] if lang == "en" else every[:HOW_MANY]
