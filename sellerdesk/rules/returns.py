"""Who pays the shipping of a returned Prime item: 22 reasons and the categories that are always free.

Sources: clauses S-26…S-29. The residual rule is S-26: the seller, unless the table says the customer. Rows and codes
are data of the rulebook; a code that no row names is asked for, never guessed.
"""

import re
import unicodedata
from collections.abc import Mapping

import msgspec

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import Change, Facts, Finding, Verdict
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.rules.check import Check, Judge, Run, everything, lacking


class Reason(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of the reason table; `codes` are the report codes (without CR-) and phrases that mean it."""

    row: int
    payer: str
    ja: str
    en: str
    codes: tuple[str, ...] = ()
    twins: tuple[int, ...] = ()


class Categories(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of the free categories, fragments that make another name doubtful (メンズシューズ), and words for "not known"."""

    names: tuple[str, ...]
    doubtful: tuple[str, ...]
    unknown: tuple[str, ...]


class Payer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The figures of the rule: all rows, and what counts as a free category."""

    reasons: tuple[Reason, ...]
    free: Categories


def payer(params: Payer, _run: Run) -> Judge[ReturnedItem]:
    """Customer or seller; a free category beats every reason, a seller's reason needs no category."""
    rows, free, unknown = by_word(params), frozenset(map(fold, params.free.names)), frozenset(map(fold, params.free.unknown))
    doubtful = re.compile("|".join(re.escape(fold(word)) for word in params.free.doubtful))

    def judge(item: ReturnedItem, known: SkuFacts) -> Verdict | None:
        told = item.category if item.category is not None else known.category
        category = None if told is None or fold(told) in unknown else fold(told)
        row = None if item.reason is None else rows.get(fold_code(item.reason))
        if category in free:
            return Verdict("free", {**described(row), "category": told})
        if item.reason is not None and row is None:
            return Verdict("unmapped", {"reason": item.reason})
        if row is not None and row.payer == "seller":
            return Verdict("seller", described(row))
        if row is None or category is None:
            return lacking(*(["reason"] if row is None else []), *(["category"] if category is None else []))
        return Verdict("doubtful" if doubtful.search(category) else "customer", {**described(row), "category": told})

    return judge


def by_word(params: Payer) -> Mapping[str, Reason]:
    """Every row by its number, its codes and its phrases in both languages."""
    return {fold_code(word): row for row in params.reasons for word in (str(row.row), row.ja, row.en, *row.codes)}


def described(row: Reason | None) -> Facts:
    """What a verdict says about its row of the table."""
    return {} if row is None else {"row": row.row, "reason_ja": row.ja, "reason_en": row.en}


def fold(text: str) -> str:
    """A category or phrase without differences of width, case and spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def fold_code(text: str) -> str:
    """A reason code without its CR- prefix, case, and the marks between its words; a row number as a plain number."""
    words = re.sub(r"[\s_\-]+", " ", fold(text)).strip().removeprefix("cr ")
    number = re.fullmatch(r"0*(\d+)(?:\.0+)?", words)
    return number[1] if number else words


def change_of_payer(finding: Finding) -> tuple[Change, ...]:
    """What would settle who pays: the reason of the table, or the true category."""
    if finding.case == "unmapped":
        return (Change(finding.subject, "reason", None, "answer"),)
    if finding.case == "doubtful":
        return (Change(finding.subject, "category", None, "answer"),)
    return ()


CASES = ("customer", "seller", "free", "unmapped", "doubtful")

CHECKS = (Check("payer", Payer, everything, CASES, ("reason", "category"), payer, change_of_payer),)
