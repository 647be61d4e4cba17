"""A fact pack before it is taken in: what it changes from when, what of the shop that touches, and where it conflicts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.clause import Words
from sellerdesk.domain.folding import fold, fold_code
from sellerdesk.domain.judged_row import JudgedRow
from sellerdesk.domain.offer import Offer
from sellerdesk.domain.tariff import Table
from sellerdesk.rules.figures.figure import Figure, Version
from sellerdesk.rules.figures.joined import Conflict, conflicts, joined
from sellerdesk.rules.figures.known import REFERRAL
from sellerdesk.rules.figures.pack import Pack
from sellerdesk.rules.figures.values import Referral
from sellerdesk.rules.payments.kinds import fold as fold_payment
from sellerdesk.rules.payments.kinds import listed_kinds
from sellerdesk.workflows.fares import method_names, own_tariff
from sellerdesk.workflows.fares import tariff as tariff_of
from sellerdesk.workflows.figures.in_force import as_if, beside, figures, own_figures, packs_taken
from sellerdesk.workflows.judged.coming import differing, of_rules
from sellerdesk.workflows.offers.rows import BREACH, rows_of
from sellerdesk.workflows.payment_kinds import listed, places
from sellerdesk.workflows.program.touched import Touched
from sellerdesk.workflows.shop.catalogue import whole
from sellerdesk.workflows.shop.known_words import kind_of, kinds_of_packs, row_of, rows_of_packs


class PackChange(msgspec.Struct, frozen=True):
    """What a pack changes of one figure from a day on, and until when; None where there is no value.

    `offers` counts the offers of the shop that it touches, `yen` is by how much their fees differ when one of each is sold, and
    `monthly` (yen) by what the orders of the month just past sold; None where no order of it is known.
    """

    id: str
    name: Words
    start: date
    end: date | None
    before: Any
    after: Any
    offers: int | None = None
    yen: int | None = None
    monthly: int | None = None


class PackTable(msgspec.Struct, frozen=True):
    """A table of fares that a pack adds: of which method, from when, by what name."""

    method: Words
    start: date
    table: Words


class PackTurn(msgspec.Struct, frozen=True):
    """The SKUs whose verdicts a pack changes on a day (Japan), and of how many a verdict then is a breach, or is none any more."""

    day: date
    skus: tuple[str, ...]
    worse: int
    better: int


class PackPreview(msgspec.Struct, frozen=True):
    """All that a pack changes; what holds already is none of it.

    `codes` are rows of the reason table by code, `kinds` what category words mean, `payments` what words of payment reports are.
    """

    changes: Sequence[PackChange]
    tables: Sequence[PackTable]
    conflicts: Sequence[Conflict]
    codes: Mapping[str, int] = {}
    kinds: Mapping[str, str] = {}
    payments: Mapping[str, str] = {}
    turns: Sequence[PackTurn] = ()

    @property
    def nothing(self) -> bool:
        """Whether all that the pack says holds already."""
        return not (self.changes or self.tables or self.conflicts or self.codes or self.kinds or self.payments)


def preview(pack: Pack, shop: Touched | None = None, today: date | None = None) -> PackPreview:
    """What a pack changes, beside the figures in force now, and for a shop; verdicts of `today` (Japan) and of the days to come."""
    known = figures()
    after = joined(own_figures(), [*(other.figure for other in beside(pack)), pack.figure])
    changes = [change for figure in pack.figure for change in changes_of(known.get(figure.id), after[figure.id], figure, shop)]
    tables = [
        PackTable(method_names()[tariff.method], table.start, table.name)
        for tariff in pack.tariff
        for table in tariff.table
        if not is_there(tariff.method, table)
    ]
    turns = [] if shop is None or today is None else [*turns_of(pack, changes, whole(shop.shop), shop.shop.readings, today)]
    return PackPreview(changes, tables, [*conflicts(known, pack.figure)], *new_words(pack), turns)


def is_there(method: str, table: Table) -> bool:
    """Whether a table of fares is one of those known already, from the same day to the same day."""
    packs = (known for pack in packs_taken() for tariff in pack.tariff if tariff.method == method for known in tariff.table)
    known_tables = (*own_tariff(method).table, *packs, *tariff_of(method).table)
    return (table.start, table.end, table.fares) in [(known.start, known.end, known.fares) for known in known_tables]


def new_words(pack: Pack) -> tuple[dict[str, int], dict[str, str], dict[str, str]]:
    """What a pack says of codes, of category words and of words of payments that neither the program nor a pack in force says."""
    rows = {fold_code(code): row for code, row in rows_of_packs().items()}
    kinds = {fold(word): kind for word, kind in kinds_of_packs().items()}
    taught = places().taught
    codes = {reason.code: reason.row for reason in pack.reason if reason.row not in (row_of(reason.code), rows.get(fold_code(reason.code)))}
    words = {
        category.word: str(category.means)
        for category in pack.category
        if category.means not in (kind_of(category.word), kinds.get(fold(category.word)))
    }
    payments = {
        word.word: word.kind
        for word in pack.payment
        if word.kind != taught.get(fold_payment(word.word)) and word.kind not in listed_kinds(listed(), word.word)
    }
    return codes, words, payments


def turns_of(
    pack: Pack, changes: Iterable[PackChange], catalogue: Catalogue, readings: Mapping[str, str], today: date
) -> Iterator[PackTurn]:
    """The offers whose verdicts a pack changes, on each day from which it does; what is over by today changes none."""
    lasting = (change for change in changes if change.id in of_rules() and (change.end is None or change.end >= today))
    for day in sorted({max(change.start, today) for change in lasting}):
        before = rows_of(catalogue, day, readings)[1]
        with as_if([*beside(pack), pack]):
            after = rows_of(catalogue, day, readings)[1]
        yield PackTurn(day, differing(before, after), len([*new_breaches(before, after)]), len([*new_breaches(after, before)]))


def new_breaches(before: Iterable[JudgedRow], after: Iterable[JudgedRow]) -> Iterator[str]:
    """The SKUs of which a verdict, of points or of SFP, is a breach in rows and was none in others of the same offers.

    Each verdict by itself, as the pages count them: an offer that keeps its breach of SFP leaves the list of points all the same.
    """
    for old, new in zip(before, after, strict=True):
        verdicts = ((old.points_verdict, new.points_verdict), (old.sfp_verdict, new.sfp_verdict))
        if any(was != BREACH and now == BREACH for was, now in verdicts):
            yield new.sku


def changes_of(known: Figure | None, after: Figure, added: Figure, shop: Touched | None) -> Iterator[PackChange]:
    """What the versions of a pack change of one figure; a version that says what holds already, or gives way, changes nothing."""
    packs = {version.pack for version in added.version}
    for version in after.version:
        old = None if known is None else known.on(version.start)
        if version.pack in packs and (old is None or old.value != version.value):
            before = None if old is None else old.value
            yield PackChange(
                after.id, after.name, version.start, version.end, before, version.value, *fees_of(after, version, before, shop)
            )


def fees_of(figure: Figure, version: Version, before: Any, shop: Touched | None) -> tuple[int | None, int | None, int | None]:
    """How many offers of a shop a referral fee touches, by how many yen their fees differ for one of each, and for a month's sales."""
    if shop is None or not figure.id.startswith(REFERRAL):
        return None, None, None
    words = {fold(name) for name in figure.names()}
    facts_by_sku = shop.shop.facts
    known = [
        offer for offer in shop.shop.offers if (facts := facts_by_sku.get(offer.sku)) is not None and fold(facts.category or "") in words
    ]
    monthly = difference(known, before, version.value, shop.units) if shop.units else None
    return len(known), difference(known, before, version.value), monthly


def difference(offers: Sequence[Offer], before: Any, after: Referral, units: Mapping[str, int] | None = None) -> int | None:
    """By how many yen the fees of offers differ when one of each is sold, or so many by SKU; None where the fee before is not known."""
    if not isinstance(before, Referral):
        return None
    priced = ((offer.price, 1 if units is None else units.get(offer.sku, 0)) for offer in offers if offer.price is not None)
    return sum((after.fee(price) - before.fee(price)) * count for price, count in priced)
