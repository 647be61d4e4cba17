"""The chips of what was found in payments: the verdicts of what is open, and what the owner settled."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sellerdesk.ui.lists.filter_chips import Chip
from sellerdesk.ui.style import theme
from sellerdesk.ui.style.translate import translate

if TYPE_CHECKING:
    from sellerdesk.domain.finding import Finding

SETTLED = "settled"
CHIPS = (*theme.VERDICTS[:3], SETTLED)


def settled_chip() -> Chip:
    """The chip of what the owner settled."""
    return Chip("ok", "ok", lambda: translate("Payments", "Settled"))


def chip_of(finding: "Finding") -> str:
    """The chip that a finding belongs to: that of its verdict, or what the owner settled."""
    return SETTLED if "decided" in finding.facts else finding.outcome


def chip_counts(kept: Mapping[str, Any], found: "Sequence[Finding]") -> Mapping[str, int]:
    """How many findings belong to each chip, with those that are not kept; of checks that wait for a fact the panel speaks apart."""
    from sellerdesk.workflows.payments.kept import findings_of

    now, counts = Counter[str](map(chip_of, found)), kept.get("outcomes")
    if counts is None:  # what an older program kept does not hold them
        return now
    before = Counter[str](finding.outcome for finding in findings_of(kept))
    return {name: counts.get(name, 0) + now[name] - before[name] for name in {*counts, *now}}
