"""The words of the calculator's form: what its inputs, their units and their answers are called."""

from sellerdesk.ui.style.translate import translate

YEN = ("price", "shipping_charged", "gift_wrap", "handling_cost", "fare", "outbound_cost")


def category_words(group: str) -> str:
    """What a group of categories is called."""
    return {
        "free": translate("Returns", "Returns are free for the buyer"),
        "other": translate("Returns", "Other categories"),
        "unclear": translate("Returns", "Name leaves it open"),
    }[group]


def unit_words(name: str) -> str:
    """The unit of an input, to the right of its field; "" for one without."""
    if name in ("referral_percent", "value_loss_percent"):
        return "%"
    if name == "weight_kg":
        return "kg"
    if name == "points":
        return translate("Returns", "points")
    return translate("Returns", "yen") if name in YEN else ""


def choice_words(name: str, answer: str) -> str:
    """An answer of a choice."""
    if name == "tax_on_fees":
        return {"": translate("Returns", "as set"), "yes": translate("Returns", "plus 10% tax"), "no": translate("Returns", "no tax")}[
            answer
        ]
    return {
        "": translate("Returns", "Not known"),
        "yes": translate("Returns", "Yes"),
        "no": translate("Returns", "No"),
        "potential": translate("Returns", "Potentially"),
    }[answer]


def input_words(name: str) -> str:
    """What an input is called."""
    return {
        "reason": translate("Returns", "Reason"),
        "category": translate("Returns", "Category"),
        "hazmat": translate("Returns", "Hazmat"),
        "price": translate("Returns", "Price"),
        "points": translate("Returns", "Points"),
        "shipping_charged": translate("Returns", "Shipping paid"),
        "gift_wrap": translate("Returns", "Gift wrap"),
        "referral_percent": translate("Returns", "Referral fee"),
        "tax_on_fees": translate("Returns", "Tax"),
        "handling_cost": translate("Returns", "Handling"),
        "value_loss_percent": translate("Returns", "Value lost"),
        "method": translate("Returns", "Method"),
        "size": translate("Returns", "Size"),
        "weight_kg": translate("Returns", "Weight"),
        "from_prefecture": translate("Returns", "From"),
        "to_prefecture": translate("Returns", "To"),
        "fare": translate("Returns", "Own fare"),
        "outbound_cost": translate("Returns", "Sent out for"),
        "arrived_on": translate("Returns", "Return arrived"),
        "ordered_on": translate("Returns", "Ordered"),
        "late_delivery": translate("Returns", "Was late"),
    }[name]


def line_words(names: tuple[str, ...]) -> str:
    """What a line of the form is called: by its inputs, with an arrow between the two ends of the way."""
    return (" → " if names[0] == "from_prefecture" else " / ").join(map(input_words, names))
