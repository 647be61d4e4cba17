"""The saved catalogue's templates and last imports."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sellerdesk.domain import imported
from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.facts import SkuFacts, joined
from sellerdesk.domain.offer import Offer
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.domain.shop import Shop
from sellerdesk.readers import listings
from sellerdesk.rules.engine.columns import column_of, told_apart
from sellerdesk.store import facts as saved_facts
from sellerdesk.store import imports, offers
from sellerdesk.store.connection import Database


def named_templates(names: Iterable[str], offers: Sequence[Offer]) -> frozenset[str]:
    """Templates that a person names. Raises UnusableArgument for one that no offer has."""
    there = templates_of(offers)
    if not there and set(column_of(offers, "shipping_template")) <= {None}:
        raise UnusableArgument("no_template_column")
    chosen = frozenset(name.strip() for name in names)
    for name in sorted(chosen - set(there)):
        raise UnusableArgument("no_such_template", name=name, there=tuple(there))
    return chosen


def still_there(saved: frozenset[str] | None, offers: Sequence[Offer]) -> frozenset[str] | None:
    """The saved Prime templates; asked for anew (None) when the report has templates and none of them is one of these."""
    there = templates_of(offers)
    return None if saved and there and not saved & set(there) else saved


def templates_of(offers: Sequence[Offer]) -> list[str]:
    """The shipping templates of the offers, the most used first."""
    return [name for name, _count in Counter(column_of(offers, "shipping_template")).most_common() if name]


def facts_and_restock(facts: Mapping[str, SkuFacts], restock: Mapping[str, SkuFacts]) -> Mapping[str, SkuFacts]:
    """The owner's facts with the restock dates of a price file; what the owner told wins."""
    if not restock:
        return facts
    known, dated = list(facts.values()), list(map(restock.get, facts))
    keys = told_apart([list(map(id, known)), list(map(id, dated))])  # of 100,000 SKUs most are known alike, and are the same objects
    alike = {
        key: known[place] if (date := dated[place]) is None else joined(known[place], date)
        for key, place in dict(zip(keys, range(len(keys)), strict=True)).items()
    }
    both = {**restock}
    both.update(zip(facts, map(alike.__getitem__, keys), strict=True))
    return both


def whole(shop: Shop) -> Catalogue:
    """All offers of a saved shop, with all that is saved about them."""
    return Catalogue(shop.offers, facts_and_restock(shop.facts, shop.restock), still_there(shop.prime_templates, shop.offers), shop.sales)


def templates_in_force(db: Database) -> frozenset[str] | None:
    """The saved Prime templates; None (to be asked) also when the report has templates, and none of them is one of these."""
    saved = saved_facts.get_prime_templates(db)
    gone = saved and not offers.any_on_template(db, saved) and offers.any_template(db)
    return None if gone else saved


def some_of(db: Database, chosen: Sequence[Offer]) -> Catalogue:
    """A catalogue of some offers, with all that is saved about them."""
    skus = [offer.sku for offer in chosen]
    return Catalogue(chosen, saved_facts.get_facts_of(db, skus), templates_in_force(db), offers.get_sales(db, skus))


def last_import(db: Database) -> imported.Import | None:
    """The import whose offers are in place."""
    return imports.last(db, listings.KINDS)
