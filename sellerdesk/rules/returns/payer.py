"""Who pays the shipping of a returned Prime item: 22 reasons and the categories that are always free.

Sources: clauses S-26…S-29. The residual rule is S-26: the seller, unless the table says the customer. Rows and codes
are data of the rulebook; a code that no row names is asked for, never guessed. AMB-18 tells which returns count.
"""

from collections.abc import Mapping
from functools import cache
from typing import Literal

import msgspec

from sellerdesk.domain.clause import Words as Names
from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import Change, Facts, Finding, Verdict
from sellerdesk.domain.folding import fold_code
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.rules.engine.check import Check, Judge, Run, lacking
from sellerdesk.rules.returns.categories import FREE, Words, categories
from sellerdesk.rules.scopes import programme


class Reason(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of the reason table; `codes` are the report codes (without CR-) and phrases that mean it."""

    row: int
    payer: str
    ja: str
    en: str
    codes: tuple[str, ...] = ()
    twins: tuple[int, ...] = ()


class Unclear(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rows on which the terms are unclear: what does not fit (AMB-05), what nobody meant (AMB-06), wrong sizes (AMB-07)."""

    incompatible: tuple[int, ...]
    unmeant: tuple[int, ...]
    sizes: tuple[int, ...]


class Payer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The figures of the rule: all rows, what names of categories mean, and which rows are unclear.

    `named_kinds` are beginnings of codes that name a free category, `offered` the categories that a form offers to choose.
    """

    reasons: tuple[Reason, ...]
    categories: Words
    unclear: Unclear
    named_kinds: tuple[str, ...]
    offered: tuple[Names, ...]


PAYERS: Mapping[str, Literal["customer", "seller"]] = {
    "customer": "customer", "customer_size": "customer", "seller": "seller", "free": "seller", "free_size": "seller",
}  # fmt: skip
"""Who pays by the case of returns.payer; in every other case that is not settled."""


def payer(params: Payer, run: Run) -> Judge[ReturnedItem]:
    """Customer or seller; a free category beats every reason, a seller's reason needs no category."""
    rows, kinds = by_word(params, run.reasons), categories(params.categories, run.categories)
    doubted, sizes, size_first = doubts(params.unclear, run), params.unclear.sizes, run.readings.get("AMB-07") == "reason"

    def judge(item: ReturnedItem, known: SkuFacts) -> Verdict | None:
        name = item.category if item.category is not None else known.category
        category = None if kinds.says_nothing(name) else name
        row = None if item.reason is None else rows.get(fold_code(item.reason))
        sized = row is not None and row.row in sizes
        if sized and size_first:
            return Verdict("customer_size", described(row))
        if category is not None and kinds.kind(category) in FREE:
            return Verdict("free_size" if sized else "free", {**described(row), "category": name})
        if item.reason is not None and row is None:
            return Verdict("unmapped", {"reason": item.reason})
        return by_row(item, row, category)

    def by_row(item: ReturnedItem, row: Reason | None, category: str | None) -> Verdict:
        if row is not None and row.row in doubted:
            return Verdict(doubted[row.row], described(row))
        if row is not None and row.payer == "seller":
            return Verdict("seller", described(row))
        if row is None or category is None:
            lacks = lacking(*(["reason"] if row is None else []), *(["category"] if category is None else []))
            return msgspec.structs.replace(lacks, facts=described(row))  # its row names the reason where the payer is not known, too
        facts = {**described(row), "category": category}
        if kinds.kind(category) is None:
            return Verdict("doubtful", facts)
        named = fold_code(item.reason or "").startswith(params.named_kinds)
        return Verdict("against_code", {**facts, "reason": item.reason}) if named else Verdict("customer", facts)

    return judge


def doubts(unclear: Unclear, run: Run) -> dict[int, str]:
    """The rows that the owner's readings leave in doubt, each with its case."""
    pairs = {"AMB-05": ("incompatible", unclear.incompatible), "AMB-06": ("unmeant", unclear.unmeant)}
    return {row: case for name, (case, rows) in pairs.items() if run.readings.get(name) == "doubt" for row in rows}


def by_word(params: Payer, taught: Mapping[str, int]) -> Mapping[str, Reason]:
    """Every row by its number, its codes and its phrases in both languages; what the owner taught goes before the table's codes."""
    numbers = {row.row: row for row in params.reasons}
    own = {fold_code(words): numbers[row] for words, row in taught.items() if row in numbers}
    return {**in_words(params.reasons), **own, **{str(number): row for number, row in numbers.items()}}


@cache
def in_words(reasons: tuple[Reason, ...]) -> Mapping[str, Reason]:
    """Every row by its codes and phrases: the calculator asks for them with each key pressed."""
    return {fold_code(word): row for row in reasons for word in (row.ja, row.en, *row.codes)}


def described(row: Reason | None) -> Facts:
    """What a verdict says about its row of the table."""
    return {} if row is None else {"row": row.row, "reason_ja": row.ja, "reason_en": row.en}


def change_of_payer(finding: Finding) -> tuple[Change, ...]:
    """What would settle who pays: the reason of the table, or the true category."""
    if finding.case in ("unmapped", "incompatible", "unmeant"):
        return (Change(finding.subject, "reason", None, "answer"),)
    if finding.case in ("doubtful", "against_code"):
        return (Change(finding.subject, "category", None, "answer"),)
    return ()


CASES = ("customer", "customer_size", "seller", "free", "free_size", "unmapped", "doubtful", "against_code", "incompatible", "unmeant")

PAYER = Check("payer", Payer, programme, CASES, ("reason", "category"), payer, change_of_payer)
CHECKS = (PAYER,)
