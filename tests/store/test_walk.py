"""A long walk of an owner's changes, undone to its start and done again to its end, through restarts on the way."""

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from sellerdesk.clock import JAPAN
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.workflows.cashless import payments
from sellerdesk.workflows.judged import decisions
from sellerdesk.workflows.returns import assumptions, notes, reasons
from sellerdesk.workflows.sfp import services, shipment_rows
from sellerdesk.workflows.shop import account, facts, imports, readings
from sellerdesk.workflows.terms import terms
from tests.conftest import ROOT
from tests.made_shop import PLAIN, PRIME, make

CHANGES = int(os.environ.get("SELLERDESK_WALK", "200"))
"""1,000 take a minute where the disk is slow: SELLERDESK_WALK=1000 asks for them."""
RESTARTS = 3
START = datetime(2026, 3, 1, 9, tzinfo=JAPAN)
NOT_THE_OWNERS = ("action", "undo_step", "acting", "history", "_sqlite_migrations", "sqlite_sequence", "photo")
"""History and the undo log; and the bytes of photos, which stay for undo."""
TURN = """
import sys
from datetime import datetime
from pathlib import Path
from sellerdesk.workflows.shop import history
store, back, times = Path(sys.argv[1]), sys.argv[2] == "back", int(sys.argv[3])
print(sum(history.undo(store, datetime.fromisoformat(sys.argv[4]), back=back) is not None for _ in range(times)))
"""

Change = Callable[[random.Random, Path, datetime], None]


def skus(dice: random.Random) -> tuple[str, ...]:
    """Some SKUs."""
    return tuple({f"S{dice.randrange(12)}" for _ in range(dice.randint(1, 3))})


def fact(dice: random.Random, store: Path, now: datetime) -> None:
    name, values = dice.choice(
        [("hazmat", ("yes", "no", "")), ("category", ("Shoes", "Apparel", "")), ("weight_g", ("100", "250", "")), ("preorder", ("yes", ""))]
    )
    facts.set_fact(store, skus(dice), name, dice.choice(values), now)


def told(dice: random.Random, store: Path, now: datetime) -> None:
    answers = {"participant": ("yes", "no", ""), "applied_on": ("2020-07-20", "2020-08-01", "")}
    account.tell(store, {name: dice.choice(values) for name, values in answers.items()}, now)


def reading(dice: random.Random, store: Path, now: datetime) -> None:
    name, one = dice.choice(sorted(terms().ambiguity.items()))
    readings.take_reading(store, name, dice.choice(one.reading).id, now)


def payment(dice: random.Random, store: Path, now: datetime) -> None:
    orders = tuple({f"250-{dice.randrange(5)}" for _ in range(dice.randrange(3))})
    payments.tell_payment(store, dice.choice(("cashless", "other", "")), now, orders)


def templates(dice: random.Random, store: Path, now: datetime) -> None:
    facts.save_prime_templates(store, frozenset(dice.sample((PRIME, PLAIN, "N"), dice.randrange(4))), now)


def decision(dice: random.Random, store: Path, now: datetime) -> None:
    rule, sku = "points.two-percent", dice.choice(skus(dice))
    if dice.random() < 0.3:
        decisions.withdraw(store, [(rule, sku)], now)
    else:
        decisions.decide(store, [(rule, sku)], dice.choice(("done", "later")), "", as_of=now.date(), now=now)


def fare(dice: random.Random, store: Path, now: datetime) -> None:
    there = assumptions.fares(store)
    if there and dice.random() < 0.5:
        assumptions.remove_fare(store, dice.randint(1, len(there)), now)
    else:
        assumptions.add_fare(store, {"method": "yupack", "yen": str(dice.randint(500, 900)), "from": "2025-01-01"}, now)


def spelling(dice: random.Random, store: Path, now: datetime) -> None:
    services.teach_method(store, dice.choice(("ヤマトさん", "クロネコ便", "郵便さん")), dice.choice(("takkyubin", "yupack")), now)


def prime(dice: random.Random, store: Path, now: datetime) -> None:
    shipment_rows.tell_all_prime(store, every=dice.random() < 0.5, now=now)


def note(dice: random.Random, store: Path, now: datetime) -> None:
    notes.keep(store, f"250-{dice.randrange(5)}", dice.choice(("箱がつぶれていた", "未開封", "")), now)


def photo(dice: random.Random, store: Path, now: datetime) -> None:
    order = f"250-{dice.randrange(3)}"
    there = notes.photos(store, order)
    if there and dice.random() < 0.5:
        notes.drop_photo(store, order, dice.choice(there)[0], now)
    else:
        notes.add_photo(store, order, "a.png", b"\x89PNG\r\n\x1a\n" + dice.randbytes(8), now)


def reason(dice: random.Random, store: Path, now: datetime) -> None:
    reasons.teach(store, dice.choice(("気が変わった", "NO_LONGER")), dice.choice(("1", "2", "")), now)


WAYS: tuple[Change, ...] = (fact, fact, told, reading, payment, templates, decision, fare, spelling, prime, note, photo, reason)


def tables(store: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every table of the user's with its rows by key: row ids are the store's own affair."""
    with closing(sqlite3.connect(store)) as db:
        names = [name for (name,) in db.execute("select name from sqlite_master where type = 'table'") if name not in NOT_THE_OWNERS]
        return {name: sorted(db.execute(f"select * from {name}").fetchall(), key=repr) for name in names}  # noqa: S608 (its own tables)


def undoable(store: Path, state: str) -> int:
    """How many actions have a state."""
    with closing(sqlite3.connect(store)) as db:
        return int(db.execute("select count(*) from action where state = ?", (state,)).fetchone()[0])


def turn(store: Path, way: str, times: int, now: datetime) -> int:
    """Undo or redo so often in a process of its own: a restart."""
    command = [sys.executable, "-c", TURN, str(store), way, str(times), now.isoformat()]
    return int(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)


def test_a_long_walk_is_undone_to_its_start_and_done_again_to_its_end(tmp_path: Path) -> None:
    store, dice = tmp_path / "shops/main.db", random.Random(5)  # noqa: S311 (steps, not secrets)
    imports.import_file(store, make(tmp_path / "files", times=1).folder / "listings.txt", START)
    facts.set_fact(store, ("S0", "S1"), "hazmat", "no", START)
    first, before, now = tables(store), undoable(store, "done"), START
    while undoable(store, "done") < before + CHANGES:
        now += timedelta(minutes=7)
        try:
            dice.choice(WAYS)(dice, store, now)
        except UnusableArgument:
            continue  # an owner slips, too
    last = tables(store)
    assert last != first
    for _ in range(RESTARTS + 1):
        assert turn(store, "back", CHANGES // (RESTARTS + 1), now) == CHANGES // (RESTARTS + 1)
    assert tables(store) == first
    for _ in range(RESTARTS + 1):
        assert turn(store, "again", CHANGES // (RESTARTS + 1), now) == CHANGES // (RESTARTS + 1)
    assert tables(store) == last
    assert (undoable(store, "done"), undoable(store, "undone")) == (before + CHANGES, 0)
