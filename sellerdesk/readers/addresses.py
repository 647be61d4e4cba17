"""What of a text is an address in Japan: a town that there is, with the numbers of a house, and not a word that ends as a town does."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import rtoml

from sellerdesk import assets
from sellerdesk.domain.expressions import expression

DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
HOUSE = expression(r"(?<=[^\W\d_])\d{1,4}(?:-\d|丁|番)|(?<=[^\W\d_] )\d{1,4}(?:-\d|丁|番)")
"""How the numbers of a house begin, right behind the letters of a place."""
BLOCK = expression(
    r"[\d一二三四五六七八九十](?:丁目|番地)(?=$|\s|の?\d|[一二三四五六七八九十]|[-,、]\d)|[\d一二三四五六七八九十](?:番\d|号室)"
)
"""A block or a room: 三丁目5, 10番地, 203号室; a title such as 三丁目の夕日 names none."""
GOODS = "棚箱皿机靴鞄服帯鍋鏡傘瓶缶糸紙器具品椅卓剣椀碗枕"
"""What names of goods end with, and no place does: 本棚1-2-3 is a shelf."""
STREET = expression(
    rf"[\u3040-\u30ff\u3400-\u9fff](?<![{GOODS}])(?!(?:19|20)\d\d-\d{{1,2}}-\d{{1,2}}(?!\d))\d{{1,4}}-\d{{1,4}}-\d{{1,5}}(?![-\d])"
)
"""Three numbers behind a letter, which are no day."""
QUARTER = expression(r"[\u3400-\u9fff々ヶケノ]{1,6}町[\u3400-\u9fff々ヶケノ]{0,6} ?\d{1,4}-\d{1,4}(?:-\d{1,4})?")
"""A whole cell of a quarter without its city: 桃山町伊賀49-10."""
WORDS_ENDING_SO = ("下町", "小町", "港町", "裏町", "門前町", "宿場町", "横町", "屋台町", "室町", "番町皿屋敷")
"""Words that end with the letter of a quarter and stand in names of goods."""
SYLLABLES = expression(r"(?:(?:[kgsztdnhbpmrjfwy]|[kgnhbpmr]y|sh|ch|ts|kk|ss|tt|pp|ssh|tch)?[aiueo]|n(?![aiueoy]))+", re.ASCII)
"""A word of Japanese in Latin letters."""
PAIR = r"[a-z]{5,20}(?: [a-z]{5,20})?"
LATIN_STREET = expression(
    rf"({PAIR}),? \d{{1,4}}-\d{{1,4}}(?:-\d{{1,4}})?,? ({PAIR})|"
    r"([a-z]{5,20}),? ([a-z]{5,20}),? (?!(?:19|20)\d\d-)\d{1,4}-\d{1,4}-\d{1,4}",
    re.ASCII,
)
"""A whole cell of names in Latin letters with the number of a house among them, or three numbers behind: two are volumes or sizes."""
OF_GOODS = frozenset(
    {"zenkan", "setto", "murasaki", "chairo", "kiiro", "midori", "momoiro", "mizuiro", "haiiro", "orenji", "kuroi", "shiroi"}
)
"""Colours, and what is said of volumes: with them, the numbers are of goods."""
UNITS = r"[kcm]?[gm]\b|日|営業日|個|点|%|円|サイズ|か月|ヶ月|月|時|分|(?:day|hour|week|month|item)s?\b"
BLOCK_NUMBER = expression(r"町.{0,8}\d|\d(?:丁目|番地|番|号)(?=$|[\d\s室-])")
NUMBERS = expression(
    rf"(?:[^\W\d_][ ,]{{0,2}}|^)(?!(?:19|20)\d\d-|7-11)\d{{1,4}}-\d{{1,4}}(?:-\d{{1,4}})?(?!\d|-|\s?(?:{UNITS}))", re.IGNORECASE
)
"""Two or three numbers right beside letters, which are no year, no shop of that name, and count nothing."""
BARE_POSTCODE = expression(r"\d{7}", re.ASCII)
ROMAJI_TOWN = expression(r"\b[a-z]{2,20}-(?:ku|shi|cho|chome|machi|mura|gun|ken)\b", re.ASCII | re.IGNORECASE)
KANA_TOWN = expression(r"[\u3040-\u30ff]{1,8}[市区郡町村]")
"""A town written in kana, which no list holds."""
DISTRICT = expression(r"[^\W\d_]{1,4}郡")
MARKS = "市区町村"
LONGEST = 8
"""Letters of the longest name of a town."""
RUN = 24
"""Letters before the numbers of a house in which its town stands."""


@cache
def prefectures() -> dict[str, frozenset[str]]:
    """The names of the towns of each prefecture."""
    return {name: frozenset(str(towns).split()) for name, towns in rtoml.loads(assets.text("headers/values/towns.toml")).items()}


@cache
def towns() -> frozenset[str]:
    """The names of all municipalities of Japan, and of the wards of its large cities."""
    return frozenset().union(*prefectures().values())


def prefecture_of(text: str) -> str:
    """The prefecture that a text begins with; "" for none."""
    return next((text[:length] for length in (3, 4) if text[:length] in prefectures()), "")


def is_address(text: str) -> bool:
    """Whether a text looks like an address in Japan, in Japanese or in Latin letters."""
    if BLOCK.search(text) is not None or STREET.search(text) is not None or any(has_town(run) for run in runs(text)):
        return True
    if not text.isascii() and any(name in text and has_town(text[text.index(name) + len(name) :][:LONGEST]) for name in prefectures()):
        return True
    return (bool({" ", ","} & set(text)) and ROMAJI_TOWN.search(text) is not None) or is_street(text)


def is_street(text: str) -> bool:
    """Whether a text is a street with its number and nothing else, without its city: 桃山町伊賀49-10, Momoyama 49-10 Fushimi."""
    if QUARTER.fullmatch(text) is not None:
        return not any(word in text for word in WORDS_ENDING_SO)
    found = LATIN_STREET.fullmatch(text.casefold())
    words = " ".join(filter(None, found.groups())).split() if found else []
    return len(words) > 1 and all(SYLLABLES.fullmatch(word) is not None and word not in OF_GOODS for word in words)


def has_house(text: str) -> bool:
    """Whether words of a list that is closed hold the number of a house, or are a postal code: none of those listed has either."""
    plain = unicodedata.normalize("NFKC", text).translate(DASHES).strip()
    if is_bare_postcode(plain):
        return True
    return any(map(str.isalpha, plain)) and (BLOCK_NUMBER.search(plain) is not None or NUMBERS.search(plain) is not None)


def is_bare_postcode(text: str) -> bool:
    """Whether a text is seven digits and nothing else, as a postal code without its hyphen."""
    return BARE_POSTCODE.fullmatch(unicodedata.normalize("NFKC", text).strip()) is not None


def runs(text: str) -> Iterator[str]:
    """The letters right before each number of a house, with the spaces between them."""
    for found in HOUSE.finditer(text):
        before = text[max(0, found.start() - RUN) : found.start()]
        yield re.split(r"[^\w ]|[\d_]", before)[-1]


def has_town(run: str) -> bool:
    """Whether some letters hold the name of a town."""
    return any(
        run[end - length : end] in towns()
        for end in range(2, len(run) + 1)
        if run[end - 1] in MARKS
        for length in range(2, min(LONGEST, end) + 1)
    )


def is_town(text: str) -> bool:
    """Whether a text is the name of a prefecture or town alone, or an address."""
    if KANA_TOWN.fullmatch(text) is not None or is_address(text):
        return True
    rest = text.removeprefix(prefecture_of(text))
    found = DISTRICT.match(rest)
    rest = rest.removeprefix(found[0]) if found else rest
    while rest:
        name = next((rest[:length] for length in range(LONGEST, 1, -1) if rest[:length] in towns()), "")
        if not name:
            return False
        rest = rest.removeprefix(name)
    return bool(text)
