"""Every command, and the window, under strace: no socket but the screen's own, and no file opened that a file's text named."""

import os
import re
import sys
import time
from pathlib import Path
from random import Random

from breaking_kit import DAY, Tally, can_trace, going, program, run, traced
from tests.made_shop import PRIME, make
from tests.mutants import VALUES, rows_of
from tests.payments_maker import Row, transactions

CALLS = "network,openat,open,execve,unlink,rename"
PLANTED = (
    "file:///tmp/planted/a.txt",
    r"\\planted\share\b.dll",
    "http://planted.example/c.png",
    "/srv/planted/d.py",
    "<img src='file:///tmp/planted/e.png'>",
    '=WEBSERVICE("http://planted.example/")',
    "$(touch /tmp/planted/f)",
    "../../planted/g.toml",
)
"""Names of files and places, in titles and notes: every one of them holds this word."""
NAMED = re.compile(r"\b(?:open|openat|execve|unlink|rename)\((?:[^\",]*, )?\"[^\"]*planted")
"""A call whose file is one of them."""
SOCKET = re.compile(r"\b(?:socket|socketpair)\((\w+)|\bconnect\(\d+, \{sa_family=(\w+)(?:, sun_path=(\S+))?")
LOCAL = ("AF_UNIX", "AF_NETLINK")
"""Qt's own ways to a screen, the session's bus and the list of input devices; neither leaves the computer."""
COMMANDS = """
self-test
audit --demo
import {listings} --prime-template {prime} --judge {day}
import {facts}
import {prices}
import {returns}
import {payments}
audit {listings} --facts {facts} --price-file {prices} {day} --all
audit {day} --json
shipments {shipments} {day}
templates {templates}
obligations
offers
imports
facts
facts set 000001A hazmat=no
facts export {out}.facts.csv
judge {day}
fix {listings} --form points-central --out {out}.fix.txt
mend --form prime-template --to X {day}
mend --form restock {day}
account {day}
account reading
account fare
account category
since
decide points.two-percent 000001A later
decisions
cost
backup
backups
restore 1
move-out {out}.sellerdesk
move-in {out}.sellerdesk --replace
support
undo
redo
history
guidance
cashless {orders} {day}
returns {returns} {day}
returns {day}
note 249-1234567-1234500 --text {text} --photo {photo}
note 249-1234567-1234500
what-if
payments {day}
payments {payments} --returns {returns} {day}
points-list {points} --listings {listings}
figures {day}
figures export {out}.toml
figures import {out}.toml
figures looked-up
account payment-word {text}=return_label
quote --reason 12 --price 3000
quote --batch {quotes}
export findings --out {out}.xlsx {day}
export findings --out {out}.pdf {day}
export offers --out {out}.csv
export offers --out {out}2.pdf
export account-report --out {out}3.pdf {day}
export claim-pack --out {out}4.xlsx
export returns --out {out}5.xlsx
export payments --by row --out {out}7.csv {day}
export payments --form yayoi --out {out}8.csv
export returns-deadlines --out {out}6.ics
rules
clauses
today {day}
imports remove 1
"""
"""Every command, in an order in which each has something to do."""
WINDOW = """
import itertools
import sys
import time
from datetime import date, datetime
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from sellerdesk.clock import JAPAN
from sellerdesk.ui import start
from sellerdesk.ui.shell.pages import ROWS

data, report, seconds = Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])
window = start.window(data, lambda: datetime(2020, 8, 3, 10, 12, tzinfo=JAPAN), date(2020, 8, 3))

def turn(milliseconds):
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()

window.show()
start.begin(window)
turn(3000)
window.desk.open(report)
turn(8000)
PAGES = [row.name for row in ROWS]
end = time.monotonic() + seconds  # under strace a turn of a second takes longer on a busy machine
for number in itertools.takewhile(lambda _number: time.monotonic() < end, itertools.count()):
    if (name := PAGES[number % len(PAGES)]) != "today":
        window.show_page(name)
    turn(1000)
window.close()
print("ROWS", len(window.desk.rows))
"""


def every_command(folder: Path, _dice: Random, deadline: float) -> Tally:
    """Run the commands under strace over files that name other files, then the window for the time that is left (10 s at least)."""
    tally = Tally()
    if not can_trace():
        tally.skipped = "no strace"
        return tally
    files = planted_shop(folder / "shop")
    for line in lines(files):
        tally.tries += 1
        log = folder / "calls"
        said = run(traced(log, program(folder / "data", *line), "-e", f"trace={CALLS}"))
        tally.weigh(said, " ".join(line))
        look(tally, log, " ".join(line))
    going(tally, deadline)
    log, seconds = folder / "window", max(10.0, deadline - time.monotonic())
    command = [sys.executable, "-c", WINDOW, str(folder / "data"), str(files["listings"]), str(seconds)]
    said = run(traced(log, command, "-e", f"trace={CALLS}"), after=seconds + 120)
    if "ROWS" not in said.out:
        tally.fault("tracebacks", f"the window: {said.status} {said.err}")
    look(tally, log, "the window")
    return tally


def look(tally: Tally, log: Path, what: str) -> None:
    """Look through the calls of a process and its children."""
    for call in log.read_text(errors="replace").splitlines():
        found = SOCKET.search(call)
        if found is not None and (found[1] or found[2]) not in LOCAL:
            tally.fault("lies", f"{what}: {call}")
        if NAMED.search(call):
            tally.fault("lies", f"{what}: {call}")
    log.unlink()


def planted_shop(folder: Path) -> dict[str, Path]:
    """A shop's files, each by its kind, with names of files in the titles and notes, and a sheet of every other kind."""
    made = make(folder, times=2).folder
    rows = (made / "listings.txt").read_bytes().decode("cp932").split("\r\n")
    for number, name in enumerate(PLANTED, start=1):
        cells = rows[number].split("\t")
        cells[0], cells[7] = name, name
        rows[number] = "\t".join(cells)
    (made / "listings.txt").write_bytes("\r\n".join(rows).encode("cp932"))
    files = {"listings": made / "listings.txt", "prices": made / "price_file.txt", "facts": made / "facts.csv"}
    for kind in ("orders", "shipments", "returns", "templates", "quotes"):
        files[kind] = made / f"{kind}.csv"
        files[kind].write_text("\n".join(",".join(row) for row in planted_rows(kind)), "utf-8-sig")
    named = enumerate(PLANTED, start=1)
    paid = [Row(f"2020-07-{day:02} 12:00:00", "注文", {"product_sales": 900}, sku=name, text=name) for day, name in named]
    files["payments"], files["points"] = made / "payments.csv", made / "points.txt"
    files["payments"].write_bytes(transactions(paid))
    files["points"].write_text("sku\tpoints_percent\n" + "".join(f"{name}\t2\n" for name in PLANTED), "utf-8")
    (made / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(64))
    return {**files, "photo": made / "photo.png", "out": folder / "out"}


def planted_rows(kind: str) -> list[list[str]]:
    """A sheet of a kind, each of whose titles names a file; without a comma or a quotation mark in a cell."""
    rows, titles = rows_of(kind), [name.replace('"', "") for name in PLANTED]
    return [[titles[n % len(titles)] if cell == VALUES["title"] else cell.replace(",", "") for cell in row] for n, row in enumerate(rows)]


def lines(files: dict[str, Path]) -> list[list[str]]:
    """Every command, in an order in which each has something to do."""
    facts = {kind: str(file) for kind, file in files.items()} | {"day": f"--as-of {DAY}", "prime": PRIME, "text": PLANTED[0]}
    return [one.format(**facts).split() for one in COMMANDS.splitlines() if one]
