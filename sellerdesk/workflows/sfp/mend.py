"""Mend files for SFP breaches: SKUs to take off the Prime template, and stock or restock dates to set; each with its preview."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal

import msgspec

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.finding import Finding, Value
from sellerdesk.domain.offer import Offer
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.workflows.files import Source
from sellerdesk.workflows.offers.audit import Audited, Files, audit
from sellerdesk.workflows.offers.upload import CHANNELS, FRESH, age_of
from sellerdesk.writers import upload

if TYPE_CHECKING:
    from sellerdesk.domain.shop import Shop

Form = Literal["prime-template", "restock"]
FORMS: Mapping[Form, tuple[str, ...]] = {
    "prime-template": ("sfp.pre-order", "sfp.restock-date", "sfp.out-of-stock", "sfp.duplicate-offer", "sfp.ship-from"),
    "restock": ("sfp.restock-date", "sfp.out-of-stock"),
}
"""The rules whose breaches a form mends: what no other setting than the template mends, and what stock and restock date do."""


class Mended(msgspec.Struct, frozen=True):
    """An offer to mend: the rules it breaks, and by column of the file what is there and what will be."""

    offer: Offer
    rules: tuple[str, ...]
    before: Mapping[str, Value]
    after: Mapping[str, Value]


class Left(msgspec.Struct, frozen=True):
    """An offer that the file leaves as it is, with the key of the words that say why."""

    offer: Offer
    rules: tuple[str, ...]
    why: str


class Beside(msgspec.Struct, frozen=True):
    """An offer without Prime that the file does not name and mends all the same, when its twins `by` leave Prime (S-34)."""

    offer: Offer
    by: tuple[str, ...]


class Mending(msgspec.Struct, frozen=True):
    """All that a form mends and what it leaves; `age` is that of the report, for a price file sets prices back to it."""

    form: Form
    rows: list[Mended]
    left: list[Left]
    source: Source
    age: timedelta
    beside: list[Beside] = []

    @property
    def stale(self) -> bool:
        """Whether a price file must not be written from this report without asking."""
        return self.form == "restock" and self.age > FRESH


def narrowed(found: Mending, only: Collection[str], leave_out: Collection[str]) -> Mending:
    """The same with fewer rows: `only` some SKUs (none named: all), and without those left out."""
    rows = [mended for mended in found.rows if mended.offer.sku not in leave_out and (not only or mended.offer.sku in only)]
    return msgspec.structs.replace(found, rows=rows)


def leave_prime(files: Files, shop: "Shop | None", to: str, as_of: date, now: datetime) -> Mending:
    """The SFP offers to take off the Prime template, onto the plain one that the owner names.

    Raises UnreadableFile, UnusableArgument for a template that is blank, or a Prime one.
    """
    audited = audit(files, shop, as_of)
    known_prime(audited.catalogue)
    name = to.strip()
    if not name or name in (audited.catalogue.prime_templates or ()):
        raise UnusableArgument("no_plain_template", name=name)
    if not upload.writable(name):
        raise UnusableArgument("template_unwritable", name=name)
    rows = [
        Mended(offer, rules, {"shipping_template": offer.shipping_template}, {"shipping_template": name})
        for offer, rules in broken(audited, "prime-template")
    ]
    found = mending(rows, [], audited, form="prime-template", files=files, now=now)
    return msgspec.structs.replace(found, beside=list(mended_beside(audited, {mended.offer.sku for mended in found.rows})))


def restock(files: Files, shop: "Shop | None", quantities: Mapping[str, int], as_of: date, now: datetime) -> Mending:
    """Stock to set by SKU as the owner counted it, and restock dates that have come because the product is there.

    Raises UnreadableFile, UnusableArgument for a quantity of a SKU that has nothing to mend.
    """
    audited = audit(files, shop, as_of)
    known_prime(audited.catalogue)
    rows: list[Mended] = []
    left: list[Left] = []
    found = list(broken(audited, "restock"))
    for sku in sorted(set(quantities) - {offer.sku for offer, _rules in found}):
        raise UnusableArgument("nothing_to_restock", name=sku)
    for offer, rules in found:
        one = restocked(offer, rules, audited.catalogue, quantities.get(offer.sku), as_of)
        (rows if isinstance(one, Mended) else left).append(one)  # type: ignore[arg-type]  # each to its own kind
    return mending(rows, left, audited, form="restock", files=files, now=now)


def restocked(offer: Offer, rules: tuple[str, ...], catalogue: Catalogue, counted: int | None, as_of: date) -> Mended | Left:
    """The new stock and restock date of an offer; without the owner's count it stays as it is, for no file may say what is not so."""
    if counted is None:
        return Left(offer, rules, "count_needed")
    if counted < 1:
        return Left(offer, rules, "no_stock")
    if offer.points is None:
        return Left(offer, rules, "points_unknown")  # a blank cell of points in a price file sets them to 0
    before: dict[str, Value] = {"quantity": offer.quantity}
    after: dict[str, Value] = {"quantity": counted}
    if "sfp.restock-date" in rules:
        before["restock_date"], after["restock_date"] = catalogue.facts_of(offer.sku).restock_date, as_of
    return Mended(offer, rules, before, after)


def known_prime(catalogue: Catalogue) -> None:
    """Raises UnusableArgument when nobody has said which templates are Prime: then nothing is known to break their terms."""
    if catalogue.prime_templates is None:
        raise UnusableArgument("prime_template_needed")


def broken(audited: Audited, form: Form) -> Iterator[tuple[Offer, tuple[str, ...]]]:
    """The SFP offers that break the rules of a form, in the order of the catalogue, each once."""
    by_sku: dict[str, list[str]] = {}
    for finding in audited.audit.findings:
        if finding.rule in FORMS[form] and finding.outcome == "breach" and is_prime_side(finding):
            by_sku.setdefault(finding.subject, []).append(finding.rule)
    for offer in audited.catalogue.offers:
        if (rules := by_sku.pop(offer.sku, None)) is not None:
            yield offer, tuple(rules)


def mended_beside(audited: Audited, leaving: Collection[str]) -> Iterator[Beside]:
    """The offers without Prime whose every SFP breach is a pair with offers that leave Prime, in the order of the catalogue."""
    pairs: dict[str, list[Value]] = {}
    for finding in audited.audit.findings:
        if finding.outcome == "breach" and finding.rule.startswith("sfp."):
            pairs.setdefault(finding.subject, []).append(None if is_prime_side(finding) else finding.facts.get("others"))
    for offer in audited.catalogue.offers:
        others = pairs.get(offer.sku, [None])
        by = tuple(sku for skus in others if isinstance(skus, tuple) for sku in skus)
        if None not in others and set(by) <= set(leaving):
            yield Beside(offer, by)


def is_prime_side(finding: Finding) -> bool:
    """Whether a finding is about the SFP offer itself: of a pair, both are named and one leaves."""
    return finding.facts.get("prime", "yes") == "yes"


def mending(rows: Iterable[Mended], left: list[Left], audited: Audited, *, form: Form, files: Files, now: datetime) -> Mending:
    """The mending with the SKUs that no upload file can hold set apart."""
    listed = list(rows)
    unwritable = [Left(mended.offer, mended.rules, "sku_unwritable") for mended in listed if not upload.writable(mended.offer.sku)]
    age = age_of(audited.saved, files.listings, now)
    return Mending(form, [mended for mended in listed if upload.writable(mended.offer.sku)], left + unwritable, audited.source, age)


def file_of(found: Mending) -> bytes:
    """The upload file: cp932, CRLF, tabs."""
    if found.form == "prime-template":
        return upload.inventory_file((mended.offer.sku, str(mended.after["shipping_template"])) for mended in found.rows)
    return upload.price_file(price_row(mended) for mended in found.rows)


def price_row(mended: Mended) -> dict[str, object]:
    """A row of a price file: price, points and channel as read, the new stock, and the restock date where it changes."""
    offer = mended.offer
    cells = {"sku": offer.sku, "price": offer.price, "standard-price-points": offer.points, "currency": "JPY"}
    values = {"quantity": mended.after["quantity"], "restock-date": mended.after.get("restock_date")}
    known = {key: value for key, value in {**cells, **values}.items() if value is not None}
    return {**known, "fulfillment-channel": CHANNELS[offer.channel]}
