"""Fees and points charged beside the table of the category and the listings, and printed sums beside their parts.

Sources: the dated table of referral fees (resources/fees), clause P2-09 for points. A category may be another than the owner thinks,
and a listing may have had other points on the day: such a difference is to be looked at, and no breach.
"""

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import Change, Facts, Finding, Value, Verdict
from sellerdesk.domain.paid import PaidSku, PaidSum
from sellerdesk.rules.engine.check import Check, Judge, NoParams, Run, everything, lacking
from sellerdesk.rules.payments.refunds import shown

PER_MILLE = 1000


def per_cent(part: int, whole: int) -> str:
    """A share as a sentence shows it, to a tenth of a per cent."""
    tenths = (2 * part * PER_MILLE + whole) // (2 * whole)
    return f"{tenths // 10}.{tenths % 10}"


def referral_rate(_params: NoParams, _run: Run) -> Judge[PaidSku]:
    """The referral fee of a SKU's sales beside the table of its category."""

    def judge(sku: PaidSku, _known: SkuFacts) -> Verdict | None:
        if not sku.sales or (sku.base <= 0 and not sku.undated and not sku.fee_uncounted):
            return None
        if sku.category is None:
            return Verdict("not_listed", {"category": sku.unlisted}) if sku.unlisted else lacking("category")
        if sku.fee_uncounted and not sku.off:
            return lacking("quantity_of_sale")
        if sku.fee_expected is None:
            return Verdict("no_table", {"category": sku.category, "sales": sku.undated})
        return beside_the_table(sku, sku.category, sku.fee_expected)

    return judge


def beside_the_table(sku: PaidSku, category: str, expected: int) -> Verdict:
    """The fees of a SKU beside those of its category's table, in yen; both rates are averages of the sales that are spoken of."""
    out = sku.fee - expected - sku.came_back
    facts: dict[str, Value] = {
        "category": category, "charged": per_cent(sku.fee, sku.base), "table": per_cent(expected, sku.base), "sales": sku.off,
        "yen": out, "amount": shown(abs(sku.fee - expected)), "tax": sku.fee_tax,
    }  # fmt: skip
    facts |= {"fee_came_back": sku.came_back} if sku.came_back else {}
    facts |= {"unsure": sku.unsure} if sku.unsure else {}
    facts |= {"table_from": sku.table_from} if sku.table_from else {}
    if not sku.off:
        return Verdict("item_fee", {**facts, "sales": sku.item_fees}) if sku.item_fees else Verdict("as_the_table", facts)
    if sku.fee <= expected:
        return Verdict("less", facts)
    if sku.less_sales:
        return Verdict("more_and_less", {**facts, "less_sales": sku.less_sales, "less_amount": shown(sku.less_yen)})
    return Verdict("more_or_item_fee" if sku.item_fees else "more", facts)


def points(_params: NoParams, _run: Run) -> Judge[PaidSku]:
    """The points of a SKU's sales beside those of its listing."""

    def judge(sku: PaidSku, _known: SkuFacts) -> Verdict | None:
        if not sku.points:
            return None
        if sku.points_listed is None:
            return lacking("points")
        facts: Facts = {
            "charged": shown(sku.points), "listed": shown(sku.points_listed), "yen": sku.points_beyond,
            "amount": shown(sku.points_beyond), "sales": sku.sales,
        }  # fmt: skip
        if sku.uncounted and not sku.points_beyond:
            return Verdict("uncounted", {**facts, "sales": sku.uncounted})
        if not sku.points_beyond:
            return Verdict("as_listed", facts)
        listed = shown(sku.dear_points - sku.points_beyond)
        return Verdict("beyond", {**facts, "charged": shown(sku.dear_points), "listed": listed, "sales": sku.dear_sales})

    return judge


def sums(_params: NoParams, _run: Run) -> Judge[PaidSum]:
    """A printed sum beside its parts."""

    def judge(amount: PaidSum, _known: SkuFacts) -> Verdict | None:
        if amount.printed is None:
            return Verdict("no_total", {"parts": shown(amount.parts), "yen": 0, "amount": shown(0)})
        yen = amount.printed - amount.parts
        facts: Facts = {
            "printed": shown(amount.printed),
            "parts": shown(amount.parts),
            "yen": yen,
            "amount": shown(abs(yen)),
            "line": amount.line,
        }
        if not yen:
            return Verdict("adds_up", facts)
        return Verdict("settlement" if amount.whole else "row", facts)

    return judge


def other_category(finding: Finding) -> tuple[Change, ...]:
    """The category is asked for: it may be another than the saved one; where the table has none of the day, only its fee would help."""
    if finding.case == "no_table":
        return (Change(finding.subject, "fee", None, "would"),)
    return (Change(finding.subject, "category", None, "answer"),)


def other_points(finding: Finding) -> tuple[Change, ...]:
    """The points that the listing had on these days are asked for."""
    return (Change(finding.subject, "points", None, "answer"),)


def other_file(finding: Finding) -> tuple[Change, ...]:
    """Nothing that the owner can set turns a printed sum."""
    return (Change(finding.subject, "printed", str(finding.facts["parts"]), "would"),)


CHECKS = (
    Check(
        "paid_rate",
        NoParams,
        everything,
        ("as_the_table", "item_fee", "more", "more_or_item_fee", "more_and_less", "less", "no_table", "not_listed"),
        ("fee", "category"),
        referral_rate,
        other_category,
    ),
    Check("paid_points", NoParams, everything, ("as_listed", "beyond", "uncounted"), ("points",), points, other_points),
    Check("paid_sum", NoParams, everything, ("adds_up", "row", "settlement", "no_total"), ("printed",), sums, other_file, can_lack=False),
)
