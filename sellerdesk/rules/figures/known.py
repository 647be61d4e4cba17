"""Every figure that the program reads, with the type of its value: one that is not here is read by nothing, and refused."""

from collections.abc import Mapping
from typing import Any

from sellerdesk.rules.figures.values import Days, Measure, Percent, PerMille, PointsForm, Referral, Routes, Share, Size, Trial, Yen

REFERRAL = "fee.referral."
CLOSING = "fee.closing."
MEDIA = "fee.referral.media"
"""The category whose sales bear a closing fee besides."""
MEASURE = "sfp.measure."
ROUTES = "lead."
REFUND_FEE = "fee.refund"
PLAN_FEE = "fee.plan"
ITEM_FEE = "fee.item"
TAX = "tax.consumption"
LEAST_POINTS = "points.least"
MOST_POINTS = "points.cap"
DEFAULT_POINTS = "points.default"
POINTS_FORM = "points.form"
CLAIM_DAYS = "claim.days"
CLAIM_MOST = "claim.most"
WEEKEND = "sfp.weekend"
NATIONWIDE = "sfp.nationwide"
STANDARD_SIZE = "sfp.standard-size"
TRIAL = "sfp.trial"
ASSUMED_FEE = "assumed.referral-fee"
ASSUMED_MARGIN = "assumed.margin"

GROUPS: Mapping[str, Any] = {REFERRAL: Referral, CLOSING: Yen, MEASURE: Measure, ROUTES: Routes}
"""The beginnings of names: of each group there may be many, and a fact pack may add to it."""
SINGLE: Mapping[str, Any] = {
    REFUND_FEE: Share, PLAN_FEE: Yen, ITEM_FEE: Yen, TAX: Share, LEAST_POINTS: Percent, MOST_POINTS: Percent, DEFAULT_POINTS: Percent,
    POINTS_FORM: PointsForm, CLAIM_DAYS: Days, CLAIM_MOST: Yen, WEEKEND: bool, NATIONWIDE: bool, STANDARD_SIZE: Size, TRIAL: Trial,
    ASSUMED_FEE: PerMille,
    ASSUMED_MARGIN: Percent,
}  # fmt: skip
"""The figures of which there is one of each name; each stands among the program's own."""
WORDED = (REFERRAL, CLOSING)
"""The groups whose figures are found by the words of reports."""


def type_of(name: str) -> Any:
    """The type of a figure's value; None where nothing reads a figure of this name."""
    return SINGLE.get(name) or next((kind for start, kind in GROUPS.items() if name.startswith(start)), None)
