"""What the program's own lists say of codes and words of reports, so that a fact pack adds to them and never overturns them."""

from collections.abc import Mapping
from functools import cache

import msgspec

from sellerdesk.domain.folding import fold_code
from sellerdesk.rules.figures.loading import Wrong
from sellerdesk.rules.figures.pack import Pack
from sellerdesk.rules.payments.kinds import fold as fold_payment
from sellerdesk.rules.payments.kinds import listed_kinds
from sellerdesk.rules.returns.categories import KINDS, Kind, categories, fold
from sellerdesk.rules.returns.payer import Payer, by_word
from sellerdesk.workflows.figures.in_force import by_figures, packs_taken
from sellerdesk.workflows.payment_kinds import listed
from sellerdesk.workflows.terms import rules_in


@cache
def tables() -> tuple[Payer, ...]:
    """The reason table with the list of category words, in every version of it."""
    return tuple(msgspec.convert(version.params, Payer) for version in rules_in("returns/payer")["returns.payer"].version)


def row_of(code: str) -> int | None:
    """The row of the reason table that a code means by the program's own list; None where the list has no such code."""
    return next((found.row for table in tables() if (found := by_word(table, {}).get(fold_code(code)))), None)


def kind_of(word: str) -> Kind | None:
    """What a category word means by the program's own list; None where the list leaves it open."""
    found = {kind for table in tables() if (kind := categories(table.categories, {}).kind(word))}
    return next((kind for kind in KINDS if kind in found), None)


def check_words(pack: Pack) -> None:
    """Nothing for a pack whose codes and words are new, or say what the program's own lists say. Raises Wrong."""
    rows: dict[str, int] = {}
    for place, reason in enumerate(pack.reason):
        if (row := row_of(reason.code)) not in (None, reason.row):
            raise Wrong(f"reason[{place}].row", "against_table", name=reason.code, row=row, wanted=reason.row)
        if rows.setdefault(fold_code(reason.code), reason.row) != reason.row:
            raise Wrong(f"reason[{place}].code", "twice", name=reason.code)
    kinds: dict[str, Kind] = {}
    for place, category in enumerate(pack.category):
        if (kind := kind_of(category.word)) not in (None, category.means):
            raise Wrong(f"category[{place}].means", "against_list", name=category.word, kind=kind, wanted=category.means)
        if kinds.setdefault(fold(category.word), category.means) != category.means:
            raise Wrong(f"category[{place}].word", "twice", name=category.word)
    check_payments(pack)


def check_payments(pack: Pack) -> None:
    """Nothing for a pack whose words of payments are new, or say what the program's own list says. Raises Wrong."""
    kinds: dict[str, str] = {}
    for place, payment in enumerate(pack.payment):
        if (own := listed_kinds(listed(), payment.word)) and payment.kind not in own:
            raise Wrong(f"payment[{place}].kind", "against_payments", name=payment.word, kinds=tuple(sorted(own)), wanted=payment.kind)
        if kinds.setdefault(fold_payment(payment.word), payment.kind) != payment.kind:
            raise Wrong(f"payment[{place}].word", "twice", name=payment.word)


@by_figures
def rows_of_packs() -> Mapping[str, int]:
    """The rows of the reason table by the codes that packs add; a code that the program's own table has otherwise adds nothing."""
    return {reason.code: reason.row for pack in packs_taken() for reason in pack.reason if row_of(reason.code) in (None, reason.row)}


@by_figures
def kinds_of_packs() -> Mapping[str, Kind]:
    """What the category words mean that packs add; one that the program's own list has otherwise adds nothing."""
    return {word.word: word.means for pack in packs_taken() for word in pack.category if kind_of(word.word) in (None, word.means)}
