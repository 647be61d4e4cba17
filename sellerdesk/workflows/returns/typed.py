"""Whether what is typed into one input of a return means something by itself, whatever the others say."""

from collections.abc import Callable

from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.readers import cells
from sellerdesk.readers.quotes import one_input
from sellerdesk.workflows.fares import methods, prefecture_number

PLACES = ("from_prefecture", "to_prefecture")


def check_input(name: str, text: str, is_reason: Callable[[str], bool]) -> None:
    """Nothing for an input that means something; `is_reason` tells which words mean a row of the reason table. Raises UnusableArgument."""
    value = one_input(name, text)
    if name in PLACES and not cells.says(text, "unknown") and prefecture_number(text) is None:
        raise UnusableArgument("bad_fact", fact=name, value=text, expected="a_prefecture")
    if name == "method" and value is not None and value not in methods():
        raise UnusableArgument("bad_fact", fact=name, value=text, expected="a_method")
    if name == "size" and value is not None and not any(method.takes_size(value) for method in methods().values()):
        largest = max(method.largest or 0 for method in methods().values())
        raise UnusableArgument("size_too_large", size=value, largest=largest)
    if name == "reason" and not cells.says(text, "unknown") and not is_reason(text):
        raise UnusableArgument("reason_not_known", name=text)
