"""What the owner told of SKUs, saved."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

from sellerdesk.domain.facts import FACT_NAMES, SkuFacts
from sellerdesk.domain.folding import folded
from sellerdesk.domain.offer import Offer
from sellerdesk.domain.plain_names import is_sku
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.readers.cells import Bad
from sellerdesk.readers.facts import one_fact
from sellerdesk.store import facts as saved_facts
from sellerdesk.store import judged, offers
from sellerdesk.store.database import opened
from sellerdesk.store.history import doing
from sellerdesk.workflows.shop import saved as shop_saved
from sellerdesk.writers import words

Field = Literal["category", "template", "title", "sku"]
FIELDS: tuple[Field, ...] = ("category", "template", "title", "sku")
SAME, CONTAINS = "=", "~"
VERBATIM = ("template", "sku")
"""Fields whose values are names of Amazon's: two that differ only in width or case are two."""


class Where(NamedTuple):
    """One condition: a field is (=) or contains (~) a text, without differences of width, case and kana but in names."""

    field: Field
    mark: str
    text: str

    def holds(self, offer: Offer, known: SkuFacts) -> bool:
        """Whether an offer meets it; what is not known meets none."""
        text = {"category": known.category, "template": offer.shipping_template, "title": offer.title, "sku": offer.sku}[self.field]
        if text is None:
            return False
        if self.mark == CONTAINS:
            return folded(self.text) in folded(text)
        return text == self.text if self.field in VERBATIM else folded(text).strip() == folded(self.text)


def where(text: str) -> Where:
    """A condition as a person types it: category=Shoes, template=NAME, title~TEXT. Raises UnusableArgument."""
    mark = next((character for character in text if character in (SAME, CONTAINS)), "")
    field, _mark, value = text.partition(mark) if mark else (text, "", "")
    if field.strip() not in FIELDS or not value.strip():
        raise UnusableArgument("no_such_condition", name=text, there=FIELDS)
    return Where(cast("Field", field.strip()), mark, value.strip())


def chosen(store: Path, conditions: Sequence[Where]) -> tuple[str, ...]:
    """The SKUs of the saved offers that meet every condition. Raises UnusableArgument when none does, UnusableStore."""
    saved = shop_saved.load(store)
    if saved is None or saved.last is None:
        raise UnusableArgument("nothing_saved")
    facts = saved.facts
    skus = tuple(offer.sku for offer in saved.offers if all(where.holds(offer, facts.get(offer.sku, SkuFacts())) for where in conditions))
    if not skus:
        raise UnusableArgument("none_chosen")
    return tuple(dict.fromkeys(skus))


def set_fact_where(store: Path, conditions: Sequence[Where], fact: str, text: str, now: datetime) -> tuple[str, ...]:
    """Set a fact of all saved offers that meet every condition, as one change; gives their SKUs.

    Raises UnusableArgument, UnusableStore.
    """
    skus = chosen(store, conditions)
    set_fact(store, skus, fact, text, now)
    return skus


def known_skus(store: Path) -> set[str]:
    """The SKUs of the saved catalogue. Raises UnusableStore."""
    with opened(store) as db:
        return offers.known_skus(db)


def unknown_skus(store: Path, skus: Sequence[str]) -> list[str]:
    """Those SKUs that no offer of the saved catalogue has; none when no catalogue is saved. Raises UnusableStore."""
    with opened(store) as db:
        there = offers.known_skus(db)
        return [sku for sku in skus if sku not in there] if there else []


def known_of(store: Path, fact: str) -> dict[str, str]:
    """What is known of one fact, by SKU, as it is saved. Raises UnusableStore."""
    with opened(store) as db:
        return saved_facts.get_fact(db, fact)


def save_prime_templates(store: Path, names: frozenset[str], now: datetime) -> None:
    """Save which shipping templates are Prime. Raises UnusableStore."""
    with doing(store, "templates", now, to=sorted(names)) as db:
        saved_facts.put_prime_templates(db, names, now)


def save_facts(store: Path, facts: Mapping[str, SkuFacts], now: datetime) -> None:
    """Save what the owner knows. Raises UnusableStore."""
    with doing(store, "facts", now, count=len(facts)) as db:
        saved_facts.put_facts(db, facts, now)


def set_fact(store: Path, skus: tuple[str, ...], fact: str, text: str, now: datetime) -> None:
    """Set one fact of some SKUs as the owner writes it; an empty text makes it not known again.

    Raises UnusableArgument, UnusableStore.
    """
    fact, value = told_fact(fact, text)
    if (unfit := [sku for sku in skus if not sku.strip() or not is_sku(sku)]) != []:
        raise UnusableArgument("no_such_sku", name=unfit[0])
    if isinstance(value, Bad):
        raise UnusableArgument("bad_fact", fact=fact, value=text, expected=value.expected)
    with doing(store, "fact", now, fact=fact, to=text, count=len(skus), sku=skus[0] if skus else "") as db:
        saved_facts.set_fact(db, skus, fact, value, now)


def told_fact(name: str, text: str) -> tuple[str, Any]:
    """The fact that a name means, a column's or as the program calls it in its sentences, and its value. Raises UnusableArgument."""
    called = {folded(words.fact_name(fact, lang)): fact for lang in words.LANGUAGES for fact in FACT_NAMES}
    try:
        return one_fact(called.get(folded(name), name), text)
    except KeyError:
        raise UnusableArgument("no_such_fact", name=name, there=FACT_NAMES) from None


def answer_all(store: Path, fact: str, text: str, now: datetime) -> int:
    """Set a fact of every SKU whose SFP verdicts wait for it; gives how many. Raises UnusableArgument, UnusableStore."""
    named, _value = told_fact(fact, text)
    with opened(store) as db:
        skus = tuple(judged.waiting_for(db, named))
    set_fact(store, skus, fact, text, now)
    return len(skus)
