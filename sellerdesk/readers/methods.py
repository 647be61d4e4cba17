"""What the cells for carrier and method say, by the alias table: ids, or the words that it does not know."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec
import rtoml

from sellerdesk import assets
from sellerdesk.domain import folding
from sellerdesk.domain.expressions import expression
from sellerdesk.domain.shipment import Service
from sellerdesk.readers import cells

LONGEST = 60
"""Characters of a cell that a verdict repeats."""
MARKS = expression(r"[\s\-‐‑‒–—―ー−_~〜・･·.,:;/()\[\]{}【】「」『』〔〕<>&'\"’]+")
MACRONS = expression("[\u0302\u0304]")
OF = "ノ"
"""The particle between a carrier and its method (クロネコヤマトの宅急便)."""


class Method(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A method of the alias table; `means` are those that its spellings leave open, none: itself."""

    id: str
    carrier: str
    spellings: tuple[str, ...]
    short: tuple[str, ...] = ()
    means: tuple[str, ...] = ()


class Aliases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The alias table as its file has it."""

    blank: tuple[str, ...]
    company: tuple[str, ...]
    behind: tuple[str, ...]
    sizes: tuple[str, ...]
    size_words: tuple[str, ...]
    carriers: dict[str, tuple[str, ...]]
    method: list[Method]


class Table(msgspec.Struct, frozen=True):
    """The alias table by folded spelling; `short` by carrier and spelling, `names` of carriers longest first."""

    carriers: Mapping[str, str]
    names: Sequence[str]
    methods: Mapping[str, Method]
    short: Mapping[tuple[str, str], Method]
    blank: frozenset[str]
    behind: re.Pattern[str]
    company: re.Pattern[str]


class Said(msgspec.Struct, frozen=True):
    """What one cell says: carriers and a method, or words that the table does not know."""

    carriers: tuple[str, ...] = ()
    method: Method | None = None
    unread: str = ""


def fold(text: str) -> str:
    """A spelling without differences of width, case, kana, spaces, hyphens, dots, brackets and long vowels."""
    plain = MACRONS.sub("", unicodedata.normalize("NFD", folding.folded(text)))
    return MARKS.sub("", unicodedata.normalize("NFC", plain))


@cache
def aliases() -> Aliases:
    """The alias table of the resources."""
    return msgspec.convert(rtoml.loads(assets.text("headers/values/methods.toml")), Aliases)


@cache
def table() -> Table:
    """The alias table, folded."""
    listed = aliases()
    carriers = {fold(name): carrier for carrier, names in listed.carriers.items() for name in names}
    groups = (listed.size_words, listed.sizes, listed.behind, listed.company)
    words, sizes, behind, company = ("|".join(re.escape(fold(word)) for word in group) for group in groups)
    return Table(
        carriers,
        sorted(carriers, key=len, reverse=True),
        {fold(name): method for method in listed.method for name in method.spellings},
        {(method.carrier, fold(name)): method for method in listed.method for name in method.short},
        frozenset(map(fold, listed.blank)) | {fold(word) for word in cells.words("unknown")} | {""},
        re.compile(rf"(?:(?:{words})?(?:{sizes})(?:{words})?|{behind})$"),
        re.compile(rf"^(?:{company})|(?:{company})$"),
    )


OTHER = "other"
"""What a taught spelling means when it is none of the methods of the alias table: a carrier that the terms do not allow."""


def as_taught(service: Service, taught: Mapping[str, str]) -> Service:
    """A service whose words the table does not know, as the owner taught them (folded words → method id, or OTHER)."""
    method = taught.get(fold(service.written)) if service.unread else None
    if method is None:
        return service
    carrier = next((alias.carrier for alias in aliases().method if alias.id == method), OTHER)
    return Service(service.written, (carrier,), () if carrier == OTHER else (method,))


@cache
def read_service(carrier: str | None, method: str | None, code: str | None = None) -> Service:
    """What the cells for carrier, method and carrier code say together; a blank or missing cell says nothing."""
    unknown = [text for cell in (code, carrier, method) if (text := " ".join((cell or "").split())) and fold(text) not in table().blank]
    if not unknown:
        return Service()
    whole = table().methods.get(fold("".join(unknown[-2:])))
    apart, together = (unknown[:-2], [Said(method=whole)]) if whole and len(unknown) > 1 else (unknown, [])
    said = [*map(read_cell, apart), *together]
    carriers = tuple(dict.fromkeys(name for word in said for name in word.carriers))
    if len(carriers) == 1:
        said = [short(word, carriers[0]) for word in said]
    named = [word.method for word in said if word.method is not None]
    methods = [set(method.means or (method.id,)) for method in named]
    meant = set.intersection(*methods) or set.union(*methods) if methods else set()
    return Service(
        " ".join(dict.fromkeys(unknown))[:LONGEST],
        tuple(dict.fromkeys((*carriers, *(method.carrier for method in named)))),
        tuple(sorted(meant)),
        " ".join(word.unread for word in said if word.unread)[:LONGEST],
    )


def method_id(text: str) -> str:
    """The id of a method by any usual name; what is none, or may be several, stays as written, and is said where its fare is asked."""
    methods = (text,) if text in {method.id for method in aliases().method} else read_service(None, text).methods
    return methods[0] if len(methods) == 1 else text


def short(said: Said, carrier: str) -> Said:
    """Words that mean a method only beside its carrier ("コンパクト")."""
    method = table().short.get((carrier, fold(said.unread))) if said.unread else None
    return said if method is None else Said(said.carriers, method)


def read_cell(text: str) -> Said:
    """What one cell says: a method, a carrier, or both in either order."""
    word = table().company.sub("", fold(text))
    if (method := method_of(word)) is not None:
        return Said(method=method)
    if word in table().carriers:
        return Said((table().carriers[word],))
    for name in table().names:
        for rest in (word.removeprefix(name), word.removesuffix(name)):
            said = beside(table().carriers[name], table().company.sub("", rest).removeprefix(OF)) if rest != word else None
            if said is not None:
                return said
    return Said(unread=text)


def beside(carrier: str, rest: str) -> Said | None:
    """What stands beside a carrier's name in its cell: nothing of weight, its name again, or a method."""
    if not table().behind.sub("", rest):
        return Said((carrier,))
    if rest in table().carriers:
        return Said(tuple(dict.fromkeys((carrier, table().carriers[rest]))))
    method = method_of(rest) or table().short.get((carrier, rest))
    return None if method is None else Said((carrier,), method)


def method_of(word: str) -> Method | None:
    """The method that a folded spelling names, with what stands behind it (a size, how it is paid) taken off."""
    while word:
        if word in table().methods:
            return table().methods[word]
        shorter = table().behind.sub("", word)
        if shorter == word:
            return None
        word = shorter
    return None
