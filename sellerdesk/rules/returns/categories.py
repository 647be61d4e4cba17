"""What a category's name says of free returns (S-29): apparel, luggage, shoes, known to be none of them, or not known.

Names are compounds: the last word says what a thing is (シューズラック is a rack, メンズジーンズ are jeans), in English what stands
before "for". A name that says nothing sure is not known: nobody pays by a guess.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Literal

import msgspec

from sellerdesk.domain.expressions import expression

Kind = Literal["apparel", "luggage", "shoes", "other"]
KINDS: tuple[Kind, ...] = ("apparel", "luggage", "shoes", "other")
FREE: frozenset[str | None] = frozenset({"apparel", "luggage", "shoes"})
"""The kinds whose returns are always free for the buyer (S-29)."""
UNCLEAR = "unclear"
REMEMBERED = 100_000
"""Names remembered by one run: more than a sheet has."""
LISTS = 8
"""Lists of words that stay looked through, with what names say by them: those of the versions in force, with what an owner taught."""
LONGEST = 200
"""Letters of the longest name that is looked into: the longest of Amazon's browse paths have about 120."""
BETWEEN = " '-・の"
"""Letters that may stand between the words before a garment."""
SHORTEST = 3
"""Letters of an English word whose plural may be cut off: "bus" stays "bus"."""
BRACKETS = expression(r"[(\[【〔「『][^(\[【〔「『)\]】〕」』]{0,60}[)\]】〕」』]")
JOINED = expression(r"(?<!\s)\s*(?:[・/、,&+]|\band\b|\bor\b|(?<![ぁ-ん])(?:と|や|または|及び|および)(?![ぁ-ん]))\s*")
PATH = expression(r"(?<!\s)\s*(?:[>›»|]|::)\s*")
FOR_WHOM = expression(r"(?<!\s)\s+(?:for|with)\s+")
LATIN = expression(r"[a-z0-9' -]+")


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names by what they mean; in `unclear` are those that mean several things, in `other` those that are surely no free category.

    `things` are last words of compounds that are surely something else whatever stands before them; `holders` are so only where what
    stands before is surely something else (a case for shoes may be luggage). `before` says for whom a thing is and is passed over,
    `not_worn` makes a garment unclear (clothes for a dog), `styles` before a garment leave it one, `unknown` says nothing at all.
    """

    apparel: tuple[str, ...]
    luggage: tuple[str, ...]
    shoes: tuple[str, ...]
    other: tuple[str, ...]
    unclear: tuple[str, ...]
    things: tuple[str, ...]
    holders: tuple[str, ...]
    before: tuple[str, ...]
    not_worn: tuple[str, ...]
    styles: tuple[str, ...]
    unknown: tuple[str, ...]


class Categories:
    """The kinds of category names: those that the owner taught go before those of the list."""

    def __init__(self, words: Words, taught: Mapping[str, str]) -> None:
        """By the words of the rulebook, and the kinds that the owner gave to names."""
        self.taught = {fold(name): kind for name, kind in taught.items() if kind in KINDS}
        self.named = {fold(name): kind for kind in (*KINDS, UNCLEAR) for name in getattr(words, kind)}
        self.unknown, self.not_worn = frozenset(map(fold, words.unknown)), folded(words.not_worn)
        self.things, self.holders = folded(words.things), folded(words.holders)
        self.before = folded(sorted(words.before, key=len, reverse=True))
        garments = (name for name, kind in self.named.items() if kind in FREE)
        self.styles = frozenset({*self.before, *folded(words.styles), *garments})
        self.longest = max(map(len, self.named))
        self.kind = lru_cache(REMEMBERED)(self.found)
        """What a name says, each looked for once."""

    def says_nothing(self, name: str | None) -> bool:
        """Whether a name is none: not told, blank, or a word for "not known"."""
        return name is None or fold(name) in self.unknown

    def found(self, name: str) -> str | None:
        """The kind of a name (one of KINDS); None where it is not known, or not clear."""
        whole = fold(name)
        if whole in self.taught:
            return self.taught[whole]
        if len(whole) > LONGEST:
            return None
        last = PATH.split(whole)[-1]  # the last part of a path says most
        kind = self.known(last) or self.of_joined(BRACKETS.sub(" ", last).strip())
        doubtful = kind == UNCLEAR or (kind in FREE and last not in self.named and (self.is_not_worn(last) or self.is_inside_other(last)))
        return None if doubtful else kind

    def known(self, text: str) -> str | None:
        """What the list, or the owner, says of a name as it stands."""
        return next((kind for spelling in spellings(text) if (kind := self.taught.get(spelling) or self.named.get(spelling))), None)

    def of_joined(self, text: str) -> str | None:
        """What a name says whose parts may be joined (シューズ・ブーツ): what all of them say."""
        parts = [part for part in JOINED.split(text) if part and part not in self.before]
        kinds = {self.of_compound(self.without_before(part)) for part in parts}
        return kinds.pop() if len(kinds) == 1 else UNCLEAR

    def of_compound(self, text: str) -> str | None:
        """What the last word of a compound says, beside what stands before it."""
        text = FOR_WHOM.split(text)[0]
        if (kind := self.known(text)) is not None:
            return kind
        end = next((end for end in self.ends(text) if self.known(end)), "")
        thing, holder = last_word(text, self.things), last_word(text, self.holders)
        if len(thing) >= max(len(end), len(holder), 1):
            return "other"
        if len(holder) >= max(len(end), 1):
            held = text[: text.rindex(holder)].strip(" -")
            return "other" if held and self.of_joined(held) == "other" else UNCLEAR
        kind = self.known(end) if end else None
        return UNCLEAR if kind in FREE and not self.is_garment(text.removesuffix(end)) else kind

    def is_garment(self, before: str) -> bool:
        """Whether what stands before a garment or a shoe leaves it one: made of words that do (冬用ダウン), and not ベッド or nail.

        Walks from the right over every place where a word can begin, each looked at once: 秋冬秋冬… can be parted in very many ways.
        """
        begins = {len(before)}
        for place in range(len(before), 0, -1):
            if place not in begins:
                continue
            if before[place - 1] in BETWEEN or before[place - 1].isdecimal():
                begins.add(place - 1)
            begins.update(place - len(word) for word in self.styles if self.stands(word, before[:place]))
        return 0 in begins

    def stands(self, word: str, text: str) -> bool:
        """Whether a text ends with a word; in Latin letters with a word of its own."""
        return text.endswith(word) and not (LATIN.fullmatch(word) and text[: len(text) - len(word)][-1:].isalnum())

    def ends(self, text: str) -> Iterator[str]:
        """The ends of a compound, the longest first; in Latin letters an end is whole words."""
        if LATIN.fullmatch(text):
            yield from (text[word.start() :] for word in re.finditer(r"[^ -]+", text))
        else:
            yield from (text[place:].strip() for place in range(max(1, len(text) - self.longest), len(text)))

    def without_before(self, text: str) -> str:
        """A name without the words before it that say for whom it is; as it stands where nothing else is left."""
        for word in self.before:
            rest = text.removeprefix(word)
            if rest != text and (not LATIN.fullmatch(word) or not rest[:1].isalnum()):
                rest = rest.removeprefix("'s").removeprefix("用").lstrip(" のー-")
                return self.without_before(rest) if rest else text
        return text

    def is_inside_other(self, text: str) -> bool:
        """Whether brackets speak of something else: a jacket of a CD."""
        return any(self.known(part[1:-1].strip()) == "other" for part in BRACKETS.findall(text))

    def is_not_worn(self, text: str) -> bool:
        """Whether a text speaks of what people do not wear: an animal's, a doll's."""
        return any(re.search(rf"\b{word}(?:'s|s)?\b", text) if LATIN.fullmatch(word) else word in text for word in self.not_worn)


def categories(words: Words, taught: Mapping[str, str]) -> Categories:
    """The kinds by a list of words and what the owner taught: made once, for the calculator asks with each key pressed."""
    return categories_made(words, tuple(taught.items()))


@lru_cache(LISTS)
def categories_made(words: Words, taught: tuple[tuple[str, str], ...]) -> Categories:
    """The kinds of a list of words."""
    return Categories(words, dict(taught))


def last_word(text: str, words: Iterable[str]) -> str:
    """The longest of some words that a compound ends with, as it is spelled there ("" for none); in Latin letters a word of its own."""
    found = ""
    for word in words:
        ends = (word, f"{word}s") if LATIN.fullmatch(word) else (word,)
        for end in ends:
            at_end = text == end or text.endswith(f" {end}" if LATIN.fullmatch(end) else end)
            found = end if at_end and len(end) > len(found) else found
    return found


def spellings(text: str) -> Iterator[str]:
    """A name as it stands, without spaces in Japanese, in the singular and in the plural in English."""
    yield text
    if not LATIN.fullmatch(text):
        yield text.replace(" ", "")
        return
    for end, other in (("ies", "y"), ("es", ""), ("s", "")):
        if text.endswith(end) and len(text) - len(end) >= SHORTEST:
            yield text.removesuffix(end) + other
    yield text + "s"


def folded(words: Iterable[str]) -> tuple[str, ...]:
    """Words as they are compared."""
    return tuple(map(fold, words))


@lru_cache(REMEMBERED)
def fold(text: str) -> str:
    """A name without differences of width, case, spaces and underscores, of invisible letters, and of marks that look alike."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    text = re.sub(r"[‐‑‒–—―−]", "-", text).replace("’", "'").replace("→", ">")
    return " ".join(text.replace("_", " ").split())
