"""Rows of a returns report that name two costs for one label: two labels where payments took just these yen, else one label.

Of one label the larger cost counts, as of one that a single row names (best_rows); the verdict says that the rows differ.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from sellerdesk.domain.charged import Charged
from sellerdesk.domain.returned_item import ENDED, ReturnedItem
from sellerdesk.rules.returns.label_rows import Label
from sellerdesk.workflows.returns.label_backs import Key


def with_label_costs(items: Sequence[ReturnedItem], paid: Mapping[Key, Charged]) -> list[ReturnedItem]:
    """The returns, those of a label of which rows name two costs (yen) with both, and each under its own where payments took both."""
    costs = costs_by_label(items)
    differing = {label: some for label, some in costs.items() if len(some) > 1}
    if not differing:
        return [*items]
    charged = {order: Counter(known.labels) for (order, _sku), known in paid.items() if known.labels}
    apart = {order for order, _label in differing if wanted(order, costs) <= charged.get(order, Counter())}
    return [with_costs(item, differing.get((item.subject, item.label)), is_apart=item.subject in apart) for item in items]


def costs_by_label(items: Sequence[ReturnedItem]) -> Mapping[Label, list[int]]:
    """The costs (yen) that the rows of each label name, each once; 0 and blank name none, for a report may name it on one row alone."""
    found: defaultdict[Label, list[int]] = defaultdict(list)
    for item in items:
        some = found[item.subject, item.label]
        if item.label_cost and item.label_cost not in some and item.status not in ENDED:
            some.append(item.label_cost)
    return found


def wanted(order: str, costs: Mapping[Label, Sequence[int]]) -> Counter[int]:
    """All costs that the rows of an order name: payments have to take each for them to be of labels apart."""
    return Counter(yen for (number, _label), some in costs.items() if number == order for yen in some)


def with_costs(item: ReturnedItem, costs: Sequence[int] | None, *, is_apart: bool) -> ReturnedItem:
    """A return under a label of which its rows name some costs, if they do."""
    if costs is None:
        return item
    label = f"{item.label}\n{item.label_cost}" if is_apart and item.label_cost else item.label
    return replace(item, label=label, label_costs=tuple(costs))
