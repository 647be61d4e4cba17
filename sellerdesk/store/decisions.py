"""Decisions about findings: apart from imported rows, so that they outlive them."""

from collections.abc import Iterable

import msgspec

from sellerdesk.domain.decision import Decision
from sellerdesk.store.connection import Database
from sellerdesk.store.sums import summed

COLUMNS = "rule, subject, kind, why, finding_case, decided_at"


def put(db: Database, decided: Iterable[Decision]) -> None:
    """Save decisions, each in place of the one about the same rule and subject."""
    sql = f"insert into decision ({COLUMNS}, sum) values (?, ?, ?, ?, ?, ?, ?) on conflict (rule, subject) do update set "  # noqa: S608 (our own column names)
    changed = "kind = excluded.kind, why = excluded.why, finding_case = excluded.finding_case, decided_at = excluded.decided_at"
    rows = summed("decision", map(msgspec.structs.astuple, decided))
    db.conn.executemany(f"{sql}{changed}, sum = excluded.sum", rows)


def drop(db: Database, rule: str, subject: str) -> bool:
    """Forget a decision; gives whether there was one."""
    return bool(db.conn.execute("delete from decision where rule = ? and subject = ?", (rule, subject)).rowcount)


def every(db: Database) -> list[Decision]:
    """All decisions, the oldest first."""
    return [Decision(*row) for row in db.conn.execute(f"select {COLUMNS} from decision order by decided_at, rowid")]  # noqa: S608 (as above)
