"""The program's own commands as the window starts them: one function each, which answers in JSON.

A new command of the window is a function here; what it prints is described in its module of the command line.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

Command = list[object]
"""A command line behind the options of the shop: text, paths, days and numbers, written as `str` does."""
Receiver = Callable[[dict[str, Any]], None]
"""What takes the JSON answer of a command."""


def on(day: date, *names: str) -> Command:
    """A command by the terms of a day (Japan)."""
    return [*names, "--json", "--as-of", day]


def judged(day: date, *names: str) -> Command:
    """A command after which all that is saved is judged: its progress is told."""
    return [*names, "--progress", *on(day)]


# reports


def look_at(file: Path, more: Iterable[object] = ()) -> Command:
    """Read a report and compare it with the shop, without taking it; `more` names columns and repairs."""
    return ["import", "--compare", "--json", *more, "--", file]


def import_report(day: date, file: Path, more: Iterable[object] = ()) -> Command:
    """Take a report in; `more` names columns and repairs."""
    return [*judged(day, "import", "--judge"), *more, "--", file]


def import_demo(day: date) -> Command:
    """Set the demo shop up."""
    return judged(day, "import", "--demo", "--judge")


def remove_import(day: date, number: int) -> Command:
    """Take an import away, whole."""
    return [*judged(day, "imports", "remove", "--judge"), number]


def judge(day: date) -> Command:
    """Judge all that is saved again."""
    return judged(day, "judge")


def compare_points_list(day: date, file: Path) -> Command:
    """Hold a list of Points Central against the offers."""
    return [*on(day, "points-list"), "--", file]


# figures


def preview_pack(day: date, file: Path) -> Command:
    """Say what a fact pack would change, and take nothing in."""
    return [*on(day, "figures", "import"), "--preview", "--", file]


# facts


def import_facts(day: date, sheet: Path) -> Command:
    """Take a sheet of facts in."""
    return [*judged(day, "facts", "import", "--judge"), "--", sheet]


def answer_fact(day: date, fact: str, text: str) -> Command:
    """Answer a fact for every offer that waits for it."""
    return judged(day, "facts", "answer", f"{fact}={text}")


def set_fact(day: date, where: str, fact: str, text: str) -> Command:
    """Set a fact of the offers that meet a condition such as "title~sandal"."""
    return [*on(day, "facts", "set", "--where", where, "--judge"), f"{fact}={text}"]


def export_facts(file: str) -> Command:
    """Write all facts as a sheet."""
    return ["facts", "export", "--json", "--", file]


# the shop's file


def back_up(*, daily: bool = False) -> Command:
    """Back the shop up; with `daily`, only when it was not yet today."""
    return ["backup", *(["--daily"] if daily else []), "--json"]


def restore(name: str) -> Command:
    """Put a backup back."""
    return ["restore", "--json", "--", name]


def move_out(file: Path) -> Command:
    """Write the whole shop into one file."""
    return ["move-out", "--json", "--", file]


def move_in(file: Path, *, replace: bool) -> Command:
    """Take a whole shop in, in the place of the one that is here when `replace`."""
    return ["move-in", *(["--replace"] if replace else []), "--json", "--", file]


def write_support(file: str) -> Command:
    """Write versions, settings and counts for those who help."""
    return ["support", "--json", "--", file]


# answers and files


def obligations(day: date) -> Command:
    """What SFP asks of the shop."""
    return on(day, "obligations")


def what_if(day: date, supposition: str) -> Command:
    """What the returns would have cost."""
    return [*on(day, "what-if"), "--", supposition]


def payment_rows(row: str, months: Sequence[str], most: int) -> Command:
    """The payment rows behind a figure, no more than so many."""
    return ["export", "payment-rows", "--json", "--limit", most, row, *months]


def export(day: date, *what: str, file: str | Path | None = None) -> Command:
    """Write one of the exports to a file; without one, the answer holds it."""
    return [*on(day, "export", *what), *(["--out", file] if file else [])]


def export_table(encoding: str, file: Path, rows: Path) -> Command:
    """Write the rows of a table to a workbook, a CSV or a PDF; `rows` is the file in which the window put them aside."""
    return ["export", "table", "--json", "--progress", "--encoding", encoding, "--out", file, "--", rows]


def upload_rows(day: date, form: str, what: Iterable[object]) -> Command:
    """The rows of a file to upload, in one of its forms; `what` is fix or mend, with its options."""
    return [*what, "--form", form, *on(day)]


def upload_file(day: date, form: str, what: Iterable[object], choice: Iterable[object], file: Path) -> Command:
    """Write a file to upload; `choice` are options that say which rows."""
    return [*upload_rows(day, form, what), *choice, "--yes", "--out", file]
