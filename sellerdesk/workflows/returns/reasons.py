"""What the owner taught of return reasons: which row of the reason table the words of a report mean; asked once, kept, undoable."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import msgspec

from sellerdesk.domain.folding import fold_code
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.rules.returns.payer import Payer, Reason, by_word
from sellerdesk.store import facts as saved
from sellerdesk.store.connection import Database
from sellerdesk.store.database import opened
from sellerdesk.store.history import doing
from sellerdesk.workflows.returns.fees import return_rules
from sellerdesk.workflows.shop.known_words import rows_of_packs
from sellerdesk.workflows.terms import rules
from sellerdesk.writers.words import say

REASONS = "reason_rows"
"""The setting that holds it."""


def load(store: Path) -> dict[str, int]:
    """Which row of the reason table words of a report mean, as the owner taught it. Raises UnusableStore."""
    if not store.exists():
        return {}
    with opened(store) as db:
        return taught(db)


def taught(db: Database) -> dict[str, int]:
    """What an open store was taught of reasons."""
    return dict(saved.get_setting(db, REASONS) or {})


def teach(store: Path, words: str, row: str, now: datetime) -> None:
    """Keep which row of the reason table words of a report mean ("" forgets it). Raises UnusableArgument, UnusableStore."""
    if row and row not in known_rows():
        raise UnusableArgument("no_such_reason", name=row, there=known_rows())
    if row and words.strip().lstrip("0") in known_rows():
        raise UnusableArgument("reason_is_a_row", name=words)
    with doing(store, "reason", now, words=words, row=row) as db:
        others = {known: there for known, there in taught(db).items() if fold_code(known) != fold_code(words)}
        saved.put_setting(db, REASONS, {**others, words.strip(): int(row)} if row else others, now)


def known_rows() -> tuple[str, ...]:
    """The numbers of the reason table's rows in every version of it."""
    every = [reason for version in rules()["returns.payer"].version for reason in msgspec.convert(version.params, Payer).reasons]
    return tuple(dict.fromkeys(str(reason.row) for reason in every))


def reasons_on(as_of: date) -> tuple[Reason, ...]:
    """The rows of the reason table in force on a day."""
    version = return_rules()["returns.payer"].on(as_of)
    return msgspec.convert(version.params, Payer).reasons if version else ()


def reason_words(key: str, as_of: date, lang: str) -> str:
    """A row of the reason table by its number, in words; a reason that is none of them as the report has it, which is said; "" for none."""
    row = next((reason for reason in reasons_on(as_of) if str(reason.row) == key), None)
    if row is None:
        return say(lang, "say.reason_of_report", reason=key) if key else ""
    return row.en if lang == "en" else row.ja


def rows_by_word(store: Path, as_of: date) -> Mapping[str, Reason]:
    """The rows in force on a day by the folded codes and phrases that mean them, packs' and the owner's too. Raises UnusableStore."""
    return rows_on(as_of, {**rows_of_packs(), **load(store)})


def rows_on(as_of: date, taught: Mapping[str, int]) -> Mapping[str, Reason]:
    """The rows in force on a day by the folded codes and phrases that mean them, with what packs and the owner `taught`."""
    version = return_rules()["returns.payer"].on(as_of)
    return by_word(msgspec.convert(version.params, Payer), taught) if version else {}


def is_reason(store: Path, as_of: date, words: str) -> bool:
    """Whether words mean a row in force on a day; the shop is opened for those alone that the program's own table has not.

    Raises UnusableStore.
    """
    version, word = return_rules()["returns.payer"].on(as_of), fold_code(words)
    return version is not None and (word in by_word(msgspec.convert(version.params, Payer), {}) or word in rows_by_word(store, as_of))
