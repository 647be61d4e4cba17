"""What places the rows of payment reports: the program's own list, and the words that the shop's fact packs teach."""

from functools import cache

from sellerdesk import assets
from sellerdesk.rules.payments.kinds import Listed, Places, load
from sellerdesk.workflows.figures.in_force import by_figures, packs_taken

KINDS = "kinds.toml"


@by_figures
def places() -> Places:
    """What places rows by kind. Raises TariffError for a resource that may not be used."""
    return Places(listed(), {kind.word: kind.kind for pack in packs_taken() for kind in pack.payment})


@cache
def listed() -> Listed:
    """The program's own list."""
    return load(assets.text(f"payments/{KINDS}"), KINDS)
