"""The shops that the campaigns break, what is done with them, and how they are looked at: by the command line's own answers."""

import re
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from breaking_kit import DAY, ROOT, WRITES, Said, can_trace, fresh, program, run, traced

STORE = "shops/main.db"
HEAD = "seller-sku\titem-name\tprice\tPoints\titem-condition\tfulfillment-channel\tmerchant-shipping-group\tstatus\tquantity\n"
ASKED = ("offers --json", "facts --json", "imports --json", "history --json", f"today --as-of {DAY} --json")
MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d[^\"<]*|_\d{8}-\d{6}\w*|main\.\d+\.")
AGE = re.compile(r'\{"need":"old_report"[^{}]*\},?')
"""That a report is old: a campaign of an hour may run over the minute in which it becomes so."""
LEFT_OVER = re.compile(r"\.part|\.db-journal$")
"""What a process that was ended leaves; SQLite keeps the two files of its log, and a journal that was set aside is kept on purpose."""
MARK = "\x1e"
LOOK = f"""
import gc, sys
from sellerdesk.app import main
for line in sys.argv[2:]:
    status = main(["--data", sys.argv[1], "--lang", "en", *line.split()])
    gc.enable()
    for stream in (sys.stdout, sys.stderr):
        print(f"{MARK}{{status}}{MARK}", end="", file=stream, flush=True)
"""
"""Several commands in one process: to start Python is most of the 0.4 s that each would take."""
Looks = tuple[str, ...]


def ask(data: Path, *lines: str) -> list[Said]:
    """What each of several commands says, one after another in one process; fewer when the process did not come to its end."""
    whole = run([sys.executable, "-c", LOOK, str(data), *lines])
    out, err = (text.split(MARK) for text in (whole.out, whole.err))
    said = [Said(int(out[n + 1]), out[n], err[n], whole.seconds, whole.mb) for n in range(0, len(out) - 1, 2)]
    return said if len(said) == len(lines) else [*said, Said(whole.status or -1, out[-1], err[-1], whole.seconds, whole.mb)]


def seen(said: list[Said]) -> Looks:
    """Answers without what differs from run to run: moments, the age of a report, numbers of processes."""
    return tuple(f"{one.status} {AGE.sub('', MOMENT.sub('', one.out))}" for one in said)


def report(file: Path, rows: int, price: int) -> Path:
    """A listings report whose rows all have one price and 20 points."""
    lines = (f"S{number}\ttitle {number}\t{price}\t20\t11\tDEFAULT\tP\tActive\t3\n" for number in range(rows))
    file.write_text(HEAD + "".join(lines), encoding="utf-8")
    return file


def must(data: Path, *args: object) -> Said:
    """A command that makes a shop ready. Raises SystemExit when it fails."""
    said = run(program(data, *args))
    if said.status not in (0, 1):
        sys.exit(f"{args}: {said.err}")
    return said


@dataclass
class Act:
    """Something done to a shop, the folder of the shop before it, and what it is to be when it was done, or was not."""

    name: str
    template: Path
    command: tuple[str, ...]

    @cached_property
    def before(self) -> Looks:
        """What the shop answers before."""
        return seen(ask(fresh(self.template, self.place), *ASKED))

    @cached_property
    def whole(self) -> tuple[Said, Looks]:
        """The act done to its end, and what the shop answers then."""
        said = run(program(fresh(self.template, self.place), *self.command))
        return said, seen(ask(self.place, *ASKED))

    @cached_property
    def writes(self) -> int:
        """How many calls of the act change what is on the disk; 0 where strace cannot tell."""
        if not can_trace():
            return 0
        log = self.place.with_suffix(".log")
        run(traced(log, program(fresh(self.template, self.place), *self.command), "-e", f"trace={WRITES}"))
        return sum("(" in line for line in log.read_text(errors="replace").splitlines())

    @property
    def place(self) -> Path:
        """Where it is tried."""
        return self.template.parent / "tried"


def made_shop(folder: Path, rows: int) -> Path:
    """A shop with two imports, answers of its owner's, an undone change and two backups."""
    data = folder / "shop"
    must(data, "import", report(folder / "first.txt", rows, 1_000), "--prime-template", "P")
    must(data, "facts", "set", "S0", "hazmat=no")
    must(data, "backup")
    must(data, "import", report(folder / "second.txt", rows, 2_000), "--judge", "--as-of", DAY)
    must(data, "facts", "set", "S1", "hazmat=yes")
    must(data, "facts", "set", "S2", "medical=yes")
    must(data, "undo")
    must(data, "backup")
    return data


def acts(folder: Path, rows: int) -> list[Act]:
    """All that is done to a shop: every command that writes much, and the ways in of other stores."""
    data = made_shop(folder, rows)
    moved, third = folder / "moved.sellerdesk", report(folder / "third.txt", rows + 1, 3_000)
    must(data, "move-out", moved)
    last = min((data / "backups").iterdir()).stem
    on_shop = {
        "import": ("import", third), "import --judge": ("import", third, "--judge", "--as-of", DAY), "judge": ("judge", "--as-of", DAY),
        "backup": ("backup",), "restore": ("restore", last), "move-in": ("move-in", moved, "--replace"), "undo": ("undo",),
        "redo": ("redo",), "facts set": ("facts", "set", "S3", "hazmat=no"), "remove": ("imports", "remove", 2),
    }  # fmt: skip
    made = [Act(name, data, tuple(map(str, command))) for name, command in on_shop.items()]
    made += [Act(f"{name} of a new shop", folder / "nothing", (name, str(file))) for name, file in (("move-in", moved), ("import", third))]
    shutil.copytree(data / "backups", folder / "lost/backups")
    made.append(Act("restore of a lost shop", folder / "lost", ("restore", last)))
    return [*made, *migrations(folder)]


def migrations(folder: Path) -> Iterator[Act]:
    """A store of every schema that ever was, brought up to date by the first command."""
    for sample in sorted((ROOT / "tests/data/stores").glob("*.db")):
        data = folder / f"old-{sample.stem}"
        (data / "shops").mkdir(parents=True)
        shutil.copy(sample, data / STORE)
        yield Act(f"migration of {sample.stem}", data, ("facts", "--json"))


def harm_of(data: Path) -> str:
    """What is wrong with a shop's files that its answers do not show ("" for nothing): damage, work half done, backups that are none."""
    for file in sorted([*data.glob("shops/*.db"), *data.glob("backups/*.db")]):
        with closing(sqlite3.connect(file)) as db:
            if db.execute("pragma integrity_check").fetchall() != [("ok",)]:
                return f"{file.name} is damaged"
            if db.execute("pragma foreign_key_check").fetchall():
                return f"{file.name}: a row points to one that is gone"
            tables = {name for (name,) in db.execute("select name from sqlite_master where type = 'table'")}
            if "acting" in tables and file.parent.name == "shops" and db.execute("select count(*) from acting").fetchone() != (0,):
                return f"{file.name}: an action is still under way"
    return ""


def left_over(data: Path) -> list[str]:
    """Files that no command is using and none will."""
    return [str(file.relative_to(data)) for file in data.rglob("*") if LEFT_OVER.search(file.name)]
