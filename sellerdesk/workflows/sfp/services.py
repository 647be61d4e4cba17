"""Names of delivery services that the owner taught."""

from datetime import datetime
from pathlib import Path

from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.readers.methods import OTHER, aliases, fold
from sellerdesk.store import facts as saved
from sellerdesk.store.history import doing


def methods(lang: str) -> dict[str, str]:
    """The methods that a spelling can be taught to mean, by id with their names: those allowed first, and any other."""
    from sellerdesk.writers.words import messages, say  # noqa: PLC0415 (words are for the one who asks)

    known = {method.id: messages()["method"][method.id].in_(lang) for method in aliases().method if method.id in messages()["method"]}
    return {**known, OTHER: say(lang, "say.other_method")}


def teach_method(store: Path, written: str, method: str, now: datetime) -> None:
    """Keep which method a spelling means ("" forgets it). Raises UnusableArgument for an id that is none, UnusableStore."""
    if method and method not in methods("en"):
        raise UnusableArgument("no_such_method", name=method, there=tuple(methods("en")))
    with doing(store, "method", now, written=written, to=method) as db:
        saved.put_method(db, fold(written), method or None, now)
