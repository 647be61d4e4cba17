"""Damaged stores and hostile ones: nothing that lies in a store's place, or comes as one, breaks the program, its truth or another file."""

import hashlib
import json
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from random import Random

from breaking_kit import Said, Tally, fresh, going
from breaking_shop import ASKED, STORE, Looks, ask, made_shop, seen
from sellerdesk.store import sums
from sellerdesk.store.facts import JUDGED
from tests.hostile import HARMS, OLD, PLAIN, hostile, packed

ROWS = 400
PAGE = 4096
"""Bytes of a page of a store."""
TOLD = ("import", *sums.TYPED)
"""The tables of what the owner told and gave, whose rows have sums of their own: no backup may hold another row of these."""


def damaged_stores(folder: Path, dice: Random, deadline: float) -> Tally:
    """Harm the bytes of a shop's store, or of its backups, and put a good backup back."""
    tally, shop, data = Tally(), made_shop(folder, ROWS), folder / "tried"
    whole, held = seen(ask(fresh(shop, data), *ASKED)), rows_told(shop / STORE)
    good = {file.stem: rows_told(file) for file in sorted((shop / "backups").iterdir())}
    while going(tally, deadline):
        files = [fresh(shop, data) / STORE, *sorted((data / "backups").iterdir())]
        file = files[0] if dice.random() < 0.7 else dice.choice(files[1:])  # noqa: PLR2004 (most of them)
        what = f"{harm_bytes(file, dice)} in {file.name}"
        if file == files[0]:
            meet(tally, data, what, whole, held)
            put_back(tally, data, what, good)
        else:
            refuse(tally, data, what, (file.stem, good[file.stem]), whole)
    return tally


def harm_bytes(file: Path, dice: Random) -> str:
    """Flip some bytes of a file, cut its end off, or let pages be zero or noise; gives what was done."""
    content = bytearray(file.read_bytes())
    way, count = dice.choice(("flips", "cuts", "zeros", "noise", "heads")), dice.choice((1, 1, 3, 30))
    if way == "cuts":
        count = dice.randrange(len(content))
        del content[count:]
    for _time in range(0 if way == "cuts" else count):
        at = dice.randrange(len(content))
        page = slice(at // PAGE * PAGE, at // PAGE * PAGE + PAGE)
        if way == "flips":
            content[at] ^= 1 << dice.randrange(8)
        elif way == "heads":
            content[dice.randrange(100)] = dice.randrange(256)
        else:
            content[page] = bytes(PAGE) if way == "zeros" else dice.randbytes(PAGE)
    file.write_bytes(content)
    return f"{way} ({count})"


def rows_told(store: Path) -> dict[str, list[object]]:
    """What a store holds of its owner's; not the verdicts among the settings, which the next command may have made anew."""
    with closing(sqlite3.connect(f"{store.absolute().as_uri()}?mode=ro", uri=True)) as db:
        held = {table: db.execute(f"select * from {table} order by 1, 2").fetchall() for table in TOLD}  # noqa: S608 (our own names)
    return {**held, "setting": [row for row in held["setting"] if row[0] != JUDGED]}


def meet(tally: Tally, data: Path, what: str, whole: Looks, held: dict[str, list[object]]) -> None:
    """Use a damaged store: it answers as before, or says that it is damaged and names a good copy; no backup is made of it."""
    answers = ask(data, *ASKED, "backup --json")
    for line, answer, before in zip((*ASKED, "backup"), answers, (*whole, ""), strict=False):
        tally.weigh(answer, f"{what}; {line}")
        refused = answer.status == 2 and before.startswith("0")  # noqa: PLR2004 (unusable)
        if refused and "backup" not in answer.err:
            tally.fault("lies", f"{what}; {line}: no way out is named: {answer.err}")
    if answers[-1].status == 0:
        made = Path(json.loads(answers[-1].out)["backup"]["file"])
        if rows_told(made) != held:
            tally.fault("lies", f"{what}: a backup of damaged rows was made and called good")


def put_back(tally: Tally, data: Path, what: str, good: dict[str, dict[str, list[object]]]) -> None:
    """Any of the good backups goes back over a damaged store."""
    name = max(good)
    (done,) = ask(data, f"restore {name}")
    tally.weigh(done, f"{what}; restore")
    held = rows_told(data / STORE) if done.status == 0 else {}
    if {**held, "history": 0} != {**good[name], "history": 0}:
        tally.fault("lost", f"{what}: a good backup did not come back: {done.status} {done.err}")


def refuse(tally: Tally, data: Path, what: str, good: tuple[str, dict[str, list[object]]], whole: Looks) -> None:
    """Restore a damaged backup, by its name and what it held: refused, and the shop as it was; or all that it held comes back."""
    name, held = good
    listed, done = ask(data, "backups", f"restore {name}")
    for line, answer in (("backups", listed), ("restore", done)):
        tally.weigh(answer, f"{what}; {line}")
    if done.status == 0 and {**rows_told(data / STORE), "history": 0} != {**held, "history": 0}:
        tally.fault("lies", f"{what}: damaged rows were put back")
    if done.status != 0 and seen(ask(data, *ASKED)) != whole:
        tally.fault("lost", f"{what}: refused, and the shop is another")


def hostile_stores(folder: Path, dice: Random, deadline: float) -> Tally:
    """Bring stores with one to three harms in by every way: moved in, put back, in the shop's place, undone."""
    tally, data, out = Tally(), folder / "place/data", folder / "place/outside"
    while going(tally, deadline):
        shutil.rmtree(folder / "place", ignore_errors=True)
        out.mkdir(parents=True)
        shutil.copy(Path(__file__), out / "other.db")
        name, *more = dice.sample(sorted(HARMS), dice.randint(1, 3)) if dice.random() < 0.8 else [dice.choice(sorted(OLD))]  # noqa: PLR2004 (most)
        store = hostile(name, folder / "place", out, *more)
        before = sums_of(folder / "place", data)
        try_in(tally, data, store, (name, *more), dice)
        if sums_of(folder / "place", data) - {"hostile.sellerdesk"} != before:
            tally.fault("lost", f"{name}, {more}: a file outside of the shop's folder was touched")
    return tally


def try_in(tally: Tally, data: Path, store: Path, names: tuple[str, ...], dice: Random) -> None:
    """Bring one store in by a way of chance."""
    plain, way = set(names) <= PLAIN | set(OLD), dice.choice(("move-in", "restore", "in place"))
    (data / "shops").mkdir(parents=True)
    (data / "backups").mkdir()
    if way == "move-in":
        with suppress(sqlite3.Error):  # so harmed that nobody can count its rows
            packed(store, store.with_suffix(".sellerdesk"))
        lines = [f"move-in {store.with_suffix('.sellerdesk')}", "undo", "offers"]
    elif way == "restore":
        shutil.copy(store, data / "backups/main_20270101-000000_asked.db")
        lines = ["backups", "restore main_20270101-000000_asked", "undo", "offers"]
    else:
        shutil.copy(store, data / STORE)
        lines = ["undo", "redo", "offers", "today", "backup", "facts set S0 hazmat=yes"]
    said = ask(data, *lines)
    for line, answer in zip(lines, said, strict=False):
        tally.weigh(answer, f"{names} {way}; {line}")
    look_in(tally, f"{names} {way}", plain=plain, said=dict(zip((line.split()[0] for line in lines), said, strict=False)))


def look_in(tally: Tally, what: str, *, plain: bool, said: dict[str, Said]) -> None:
    """What is no plain rows came in by no door."""
    for door in ("move-in", "restore"):
        if door in said and not plain and said[door].status != 2:  # noqa: PLR2004 (unusable)
            tally.fault("lies", f"{what}: taken in: {said[door].out}")


def sums_of(folder: Path, apart: Path) -> set[str]:
    """Every file of a folder but those of one within it, each with the sum of what is in it; a file that is moved in by its name alone."""
    files = (file for file in folder.rglob("*") if file.is_file() and apart not in file.parents)
    return {file.name if file.suffix == ".sellerdesk" else f"{file} {hashlib.sha256(file.read_bytes()).hexdigest()}" for file in files}
