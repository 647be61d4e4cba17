"""The fees that a refund gives back or keeps, by category and day."""

from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache

import msgspec

from sellerdesk import assets
from sellerdesk.domain.folding import fold
from sellerdesk.rules.engine.rulebook import Rule
from sellerdesk.rules.returns.assumptions import Assumptions, Terms
from sellerdesk.rules.returns.fees import Fees, Rate, Share, load, on
from sellerdesk.rules.returns.refunds import Deadline
from sellerdesk.workflows.terms import rules_in

FEES = "amazon.toml"
REMEMBERED = 100_000
"""Reasons, parcels and days that one run remembers: more than a sheet has."""


def return_rules() -> dict[str, Rule]:
    """The rules about returns by id."""
    return rules_in("returns/payer", "returns/charged", "returns/refunds")


def terms_of(shop: Assumptions, as_of: date) -> Terms:
    """The figures of the day that an account is made by."""
    rule = return_rules()["returns.refund-deadline"]

    @lru_cache(REMEMBERED)
    def refund_by(arrived: date) -> date:
        version = rule.on(arrived) or rule.on(as_of)
        return msgspec.convert(version.params if version else {}, Deadline).day(arrived, shop.calendar)

    return Terms(tax_share, refund_share, category_rate, refund_by, shop)


@cache
def known_fees() -> Fees:
    """Amazon's fees. Raises TariffError."""
    return load(assets.text(f"fees/{FEES}"), FEES)


@lru_cache(REMEMBERED)
def tax_share(day: date) -> Share | None:
    """The consumption tax on a day (Japan)."""
    return on(known_fees().tax, day)


@lru_cache(REMEMBERED)
def refund_share(day: date) -> Share | None:
    """What Amazon keeps of the referral fee of a sale that is refunded on a day (Japan)."""
    return on(known_fees().refund, day)


@lru_cache(REMEMBERED)
def category_rate(category: str | None, day: date) -> Rate | None:
    """The referral rate of a category on a day (Japan); None where it is not known."""
    return on(rates_of(category), day) if category else None


@lru_cache(REMEMBERED)
def rates_of(category: str) -> Sequence[Rate]:
    """The rates of a category by any of its names."""
    return rates().get(fold(category), ())


@cache
def rates() -> dict[str, list[Rate]]:
    """The rates of every category by each of its names."""
    return {name: list(dated) for name, dated in known_fees().by_category().items()}
