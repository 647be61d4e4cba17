"""Verdicts of another day, of older imports, or from before the owner's last word are made anew before an answer rests on them."""

from datetime import date, datetime
from pathlib import Path

from sellerdesk.domain.refusal import UnusableStore
from sellerdesk.store import facts as saved
from sellerdesk.store.changed import by_the_way
from sellerdesk.store.database import opened
from sellerdesk.workflows.judged.origins import Origin, is_current, origins


def make_current(store: Path, as_of: date, now: datetime) -> dict[str, Origin]:
    """Judge a saved shop again where its verdicts are of another day (Japan), or of less than is in place; gives the imports they are of.

    A shop that another window holds is left as it is, and the answer then names the older imports. Raises UnusableStore.
    """
    if not store.exists():
        return {}
    with opened(store) as db:
        judged = saved.get_setting(db, saved.JUDGED) or {}
        if is_current(db, judged) and judged.get("as_of", as_of.isoformat()) == as_of.isoformat():
            return origins(judged)
    from sellerdesk.workflows.judged.judging import judge_saved  # noqa: PLC0415 (the rulebooks are read only where something is judged)
    from sellerdesk.workflows.shop.saved import can_be_judged  # noqa: PLC0415 (as above)

    try:
        if can_be_judged(store):
            with by_the_way(store):
                judge_saved(store, as_of, now)
    except UnusableStore as fault:
        if fault.code != "shop_held":
            raise
    with opened(store) as db:
        return origins(saved.get_setting(db, saved.JUDGED) or {})
