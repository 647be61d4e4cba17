"""Answers given on judged rows: facts of several offers, intentions, and taking them back."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import msgspec

from sellerdesk.domain.finding import Change
from sellerdesk.domain.judged_row import JudgedRow
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.readers.cells import Bad
from sellerdesk.readers.facts import decoders
from sellerdesk.store import facts as saved_facts
from sellerdesk.store.database import changing, opened
from sellerdesk.store.history import acting, doing
from sellerdesk.workflows.judged.judging import rejudge
from sellerdesk.workflows.judged.origins import LAST_DEED, last_deed


def common_facts(store: Path, skus: Sequence[str]) -> dict[str, str | None]:
    """What is known alike of all these SKUs; `None` where they differ, and nothing where none knows it. Raises UnusableStore."""
    with opened(store) as db:
        rows = [{name: str(value) for name, value in msgspec.structs.asdict(facts).items() if value is not None}
                for facts in saved_facts.get_facts_of(db, skus).values()]  # fmt: skip
    names = dict.fromkeys(name for entry in rows for name in entry)
    return {name: rows[0].get(name) if len({entry.get(name) for entry in rows}) == 1 else None for name in names}


def answer(store: Path, skus: Sequence[str], fact: str, text: str, *, as_of: date, now: datetime) -> list[JudgedRow]:
    """Take the owner's answer about some SKUs ("" takes it back) and judge them again; gives the rows that changed.

    Raises UnusableArgument for a text that is no answer, UnusableStore.
    """
    value = decoders()[fact][text]
    if isinstance(value, Bad):
        raise UnusableArgument("bad_fact", fact=fact, value=text, expected=value.expected)
    about = {"fact": fact, "to": text, "count": len(skus), "sku": skus[0] if skus else ""}
    with changing(store) as db:
        known = saved_facts.judged_number(db, LAST_DEED) == last_deed(db)
        with acting(db, "fact", now, about):
            saved_facts.set_fact(db, skus, fact, value, now)
            rows = rejudge(db, skus, as_of)
        if known:
            saved_facts.put_judged_number(db, LAST_DEED, last_deed(db))
        return rows


def intend(store: Path, change: Change, now: datetime) -> None:
    """Keep that the owner means to make a change in Seller Central; nothing is sent. Raises UnusableStore."""
    with doing(store, "intention", now, sku=change.subject, fact=change.fact, to=str(change.to)) as db:
        saved_facts.put_intention(db, change.subject, change.fact, str(change.to), now)


def take_back(store: Path, change: Change, now: datetime) -> None:
    """Forget an intention. Raises UnusableStore."""
    with doing(store, "no_intention", now, sku=change.subject, fact=change.fact) as db:
        saved_facts.drop_intention(db, change.subject, change.fact)
