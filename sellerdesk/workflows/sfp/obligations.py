"""What this shop must do for Seller Fulfilled Prime, made from its own offers and from what it told."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from sellerdesk.domain.account import Account
from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.rules.engine.check import Run
from sellerdesk.rules.sfp.obligations import CONDITIONS, Obligation, Standing
from sellerdesk.workflows.files import Source
from sellerdesk.workflows.offers.audit import Files, facts_of, offers_of, prime_templates, strays_among
from sellerdesk.workflows.terms import obligations

if TYPE_CHECKING:
    from sellerdesk.domain.shop import Shop


class Duty(msgspec.Struct, frozen=True):
    """One obligation with how it stands in the shop."""

    id: str
    obligation: Obligation
    standing: Standing


class Duties(msgspec.Struct, frozen=True):
    """All obligations of a shop, with the files that they were made from (`saved`: when the offers were imported)."""

    duties: list[Duty]
    source: Source
    others: list[Source]
    as_of: date
    saved: str | None = None

    def missing(self) -> list[str]:
        """The facts that obligations wait for, each once."""
        return list(dict.fromkeys(fact for one in self.duties for fact in one.standing.missing))


def duties_of(files: Files, shop: "Shop | None", as_of: date) -> Duties:
    """The obligations of the offers of a file, or of the saved shop, on a day (Japan). Raises UnreadableFile, UnusableArgument."""
    others: list[Source] = []
    source, offers, saved = offers_of(files, shop)
    templates = prime_templates(files, shop, offers)
    facts, _sales = facts_of(files, shop, others, strays_among(offers, []))
    run = Run(as_of, Catalogue(offers, facts, templates), shop.readings if shop else {})
    return Duties(duties(run, shop.account if shop else Account()), source, others, as_of, saved)


def duties(run: Run, account: Account) -> list[Duty]:
    """Every obligation with how it stands, those that touch no offer among them."""
    found = {name: condition(run, account) for name, condition in CONDITIONS.items()}
    return [Duty(name, one, found[one.when]) for name, one in obligations().items()]


def to_do(told: Sequence[Duty]) -> bool:
    """Whether an obligation is to mend or to check."""
    return any(one.standing.state in ("trouble", "check") for one in told)
