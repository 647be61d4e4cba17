"""What places the rows of payment reports, out of the resources."""

from functools import cache

from sellerdesk import assets
from sellerdesk.rules.payments.kinds import Places, load

KINDS = "kinds.toml"


@cache
def places() -> Places:
    """What places rows by kind. Raises TariffError for a resource that may not be used."""
    return load(assets.text(f"payments/{KINDS}"), KINDS)
