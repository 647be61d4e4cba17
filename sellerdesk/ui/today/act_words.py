"""What the buttons of Today say, each with its act and count, and what is said of what was done."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sellerdesk.ui.offers.fact_answers import ANSWERS
from sellerdesk.ui.style.translate import translate

if TYPE_CHECKING:
    from sellerdesk.domain.deed import Deed
    from sellerdesk.workflows.judged.need import Need

OF_SHOP, OF_REFUNDS = ("charged_shop", "charged_shop_at_least"), ("charged_refund", "charged_refund_at_least")
"""The needs of labels that the shop paid wrongly: to claim, and to take off the refund."""
SETTLES = {
    "refunded": ("refunds_overdue", "refunds_soon", "refunds_started"),
    "claimed": (*OF_SHOP, *OF_REFUNDS, "payments_back", "payments_claims"),
    "fact": ("missing", "missing_returns"), "facts": ("missing", "missing_returns"),
    "templates": ("prime_templates",), "account": ("account",),
    "reading": ("lost_readings",), "category": ("unknown_categories",), "looked_up": ("look_up",),
}  # fmt: skip
"""The needs that a deed settles, by the deed's name, or by what was decided."""
UNREAD = ("unread_listings", "unread_orders", "unread_shipments", "unread_returns")
"""The needs of rows that could not be read."""
PERIOD = "points.programme-period"
"""The rule that asks for the last day of the programme."""


def act_words(need: "Need") -> str:
    """What the button of a need does."""
    words = {
        "refunds_overdue": translate("Today", "Record refunds ({count})"),
        "refunds_soon": translate("Today", "Record refunds ({count})"),
        "refunds_started": translate("Today", "Check refunds ({count})"),
        "refunds_claimed": translate("Today", "See these returns ({count})"),
        **dict.fromkeys(OF_REFUNDS, translate("Today", "See what to take off ({count})")),
        **dict.fromkeys(OF_SHOP, translate("Today", "See labels to claim ({count})")),
        "charged_buyer": translate("Today", "Give back to buyers ({count})"),
        "charged_buyer_at_least": translate("Today", "Give back to buyers ({count})"),
        **dict.fromkeys(("payments_back", "payments_claims"), translate("Today", "Check payments ({count})")),
        "payments_awaited": translate("Today", "See what is on the way ({count})"),
        "unknown_categories": translate("Today", "Answer for returns ({count})"),
        "orders_soon": translate("Today", "See urgent orders ({count})"),
        "alarm": translate("Today", "Change templates ({count})"),
        "points_short": translate("Today", "Fix short offers ({count})"),
        "points_wrong": translate("Today", "Check offers ({count})"),
        "sfp_wrong": translate("Today", "Fix SFP offers ({count})"),
        "prime_templates": translate("Today", "Name the Prime templates…"),
        "shipments_wrong": translate("Today", "Check shipments ({count})"),
        "templates_wrong": translate("Today", "See templates ({count})"),
        "rates_missed": translate("Today", "See the rates…"),
        "missing": translate("Today", "Answer the question") if need.fact in ANSWERS else translate("Today", "See offers ({count})"),
        "missing_returns": translate("Today", "See these returns ({count})"),
        "sale_set": translate("Today", "See offers ({count})"),
        "sale_back": translate("Today", "See offers ({count})"),
        "old_report": translate("Today", "Open a new report…"),
        **dict.fromkeys(UNREAD, translate("Today", "Open the mended report…")),
        "look_up": translate("Today", "Look up figures ({count})…"),
        **dict.fromkeys(("moved_by_program", "moved_by_figures", "moved_by_day"), translate("Today", "See what changed ({count})")),
        **dict.fromkeys(("coming_fee", "coming_fee_unknown", "coming_verdicts"), translate("Today", "See offers ({count})")),
        "coming_shop": translate("Today", "See the figures…"),
        "moved_returns_by_program": translate("Today", "See what changed ({count})"),
        "moved_returns_by_figures": translate("Today", "See what changed ({count})"),
        "duty": translate("Today", "See the obligation…"),
        "lost_readings": translate("Today", "Choose a reading…"),
    }.get(need.name, translate("Today", "Record the dates…"))
    if need.finding is not None and need.finding.rule == PERIOD:
        words = translate("Today", "Record the last day…")
    return words.format(count=f"{need.count:,}")


def left_words(need: "Need") -> str:
    """By when: days left, or how long past; nothing where no deadline is known."""
    left = need.left
    if left is None:
        return ""
    if left < 0:
        return translate("Today", "{days} days overdue").format(days=f"{-left:,}")
    return translate("Today", "today") if left == 0 else translate("Today", "{days} days left").format(days=f"{left:,}")


def money_words(need: "Need") -> tuple[str, str]:
    """What is at stake, and what that is; nothing where it is not known."""
    what = {
        **dict.fromkeys(OF_REFUNDS, translate("Today", "to take off refunds")),
        **dict.fromkeys(OF_SHOP, translate("Today", "labels to claim")),
        "payments_back": translate("Today", "payments to claim"),
        "charged_buyer": translate("Today", "to give back"),
        "charged_buyer_at_least": translate("Today", "to give back"),
        "orders_soon": translate("Today", "rebate of buyers"),
        "points_short": translate("Today", "points short"),
    }.get(need.name)
    if not need.yen or what is None:
        return "", ""
    amount = f"{need.yen:,}" if need.name == "points_short" else translate("Today", "¥{yen}").format(yen=f"{need.yen:,}")
    return (translate("Today", "{yen} or more").format(yen=amount) if need.name.endswith("at_least") else amount), what


def kind_of(deed: "Deed") -> str:
    """What a deed is called in SETTLES."""
    return str(deed.facts.get("decision", "")) if deed.name == "decide" else deed.name


def standing(deeds: Sequence["Deed"], decided: Mapping[tuple[str, str], str]) -> "list[Deed]":
    """What was done without decisions that were taken back, or made otherwise, since; of the same one made again the last."""
    last = {key_of(deed): place for place, deed in enumerate(deeds) if deed.name == "decide"}
    return [
        deed
        for place, deed in enumerate(deeds)
        if deed.name != "decide" or (last[key_of(deed)] == place and decided.get(key_of(deed)) == deed.facts.get("decision"))
    ]


def key_of(deed: "Deed") -> tuple[str, str]:
    """The rule and the (first) subject of a decision."""
    return str(deed.facts.get("rule", "")), str(deed.facts.get("subject", ""))


def grouped(deeds: Sequence["Deed"]) -> "list[list[Deed]]":
    """What was done of one kind stands together, the kinds in the order of their last: five lines alike would say no more than one."""
    kinds: dict[str, list[Deed]] = {}
    for deed in deeds:
        kinds[kind_of(deed)] = [*kinds.pop(kind_of(deed), []), deed]
    return list(kinds.values())


def done_words(deeds: Sequence["Deed"]) -> str:
    """A word of thanks for what was done of one kind; "" for what answers no need."""
    words = {
        "refunded": translate("Today", "Refunds recorded: {count}. Thank you for your work!"),
        "claimed": translate("Today", "Claims recorded: {count}. Thank you for your work!"),
        "fact": translate("Today", "Facts answered, for {count} offers. Thank you!"),
        "facts": translate("Today", "Facts answered, for {count} offers. Thank you!"),
        "templates": translate("Today", "Prime templates named. Thank you!"),
        "account": translate("Today", "Your shop's dates and facts are recorded. Thank you!"),
        "reading": translate("Today", "A reading is chosen. Thank you!"),
        "category": translate("Today", "A category is explained. Thank you!"),
        "looked_up": translate("Today", "Figures looked up. Thank you!"),
    }.get(kind_of(deeds[-1]), "")
    counts = [count for deed in deeds if isinstance(count := deed.facts.get("count", 1), int)]
    told = words.format(count=f"{sum(counts):,}")
    if not words or told != words or len(deeds) == 1:
        return told
    return translate("Today", "{words} ({count} times)").format(words=told, count=f"{len(deeds):,}")
