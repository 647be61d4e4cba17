"""What is said when work beside the window has ended, well or not."""

from datetime import datetime
from pathlib import Path
from typing import Any

from sellerdesk.ui.style.translate import translate

DONE = "done"
"""The kind of what is said after an act that can be taken back: it comes with a way to do so."""
REFUSED = "refused"
"""The kind of what is said of an answer that could not be taken: it goes with the next change that is, and with its place."""
SHOWN_KINDS = ("listings", "open_listings", "orders", "unshipped_orders", "shipments", "returns")
"""Reports with a page of their own: what they hold is seen there and in the status line, not said."""


def done_words(answer: dict[str, Any], file: Path | None, *, demo_left: bool = False) -> tuple[str, str] | None:
    """The sentence for a command that is done, with its kind ("ok", "check"): its import, or the file that it wrote; None for none.

    Of an import for which the demo shop was left, that is said first.
    """
    outcome = plain_words(answer, file)
    if not demo_left:
        return outcome
    left = translate("Desk", "The demo shop was left: the file is in your own shop.")
    return (f"{left} {outcome[0]}", outcome[1]) if outcome else (left, "ok")


def plain_words(answer: dict[str, Any], file: Path | None) -> tuple[str, str] | None:
    """The same without a word about the demo shop."""
    imported = answer.get("import")
    if imported is None and "saved" in answer:
        return answered_words(answer["saved"]), DONE
    if imported is None:
        return (translate("Desk", "“{file}” is saved.").format(file=file.name), "ok") if file else None
    if answer.get("repeated"):
        return translate("Desk", "This file was opened before; nothing changed."), "ok"
    if imported["kind"] in SHOWN_KINDS:
        return shown_words(answer, file)
    return added_words(answer, imported)


def added_words(answer: dict[str, Any], imported: dict[str, Any]) -> tuple[str, str]:
    """What is said of a file whose rows came beside those that are there: what was refused of it, or may count twice."""
    if answer.get("refused"):
        return refused_words(imported["name"], answer["refused"]), "check"
    if answer.get("elsewhere"):
        return elsewhere_words(imported["name"], answer["elsewhere"][0]), "check"
    words = translate("Desk", "{name} was taken: {rows} rows.")
    return words.format(name=imported["name"], rows=f"{imported['rows']:,}"), "ok"


def shown_words(answer: dict[str, Any], file: Path | None) -> tuple[str, str] | None:
    """What is said of a report with a page of its own: what one of returns does beside those before it, which no page shows."""
    if answer.get("beside"):
        return str(answer["beside"]["text"]), "ok"
    return (translate("Desk", "“{file}” is saved.").format(file=file.name), "ok") if file else None


def answered_words(count: int) -> str:
    """That a fact was answered, of how many offers."""
    return translate("Desk", "Answered for {count} offers").format(count=f"{count:,}")


def refused_words(name: str, refused: list[dict[str, Any]]) -> str:
    """That a report was taken but for some rows, with the first of them; or but for some cells, where the rest of their rows was read."""
    whole = [row for row in refused if not row.get("kept")]
    first = {key: (whole or refused)[0][key] for key in ("line", "column", "value", "expected", "fix")}
    if whole:
        words = translate("Desk", "{name} was taken, but {count} rows could not be read. The first: line {line}, {column} “{value}”: {fix}")
        return words.format(count=f"{len({row['line'] for row in whole}):,}", name=name, **first)
    words = translate(
        "Desk",
        "{name} was taken but for {count} cells that could not be read; the rest of their rows was. The first: line {line}, {column}"
        " “{value}”: expected {expected}.",
    )
    return words.format(count=f"{len(refused):,}", name=name, **first)


def elsewhere_words(name: str, other: dict[str, Any]) -> str:
    """That a payment report was taken of which rows may count twice."""
    words = translate(
        "Desk", "{name} was taken, but {count} of its rows also stand in “{other}” under another settlement number: they may count twice."
    )
    return words.format(name=name, count=f"{other['rows']:,}", other=other["file"])


def stopped_words(work: str, *, imported: bool) -> str:
    """What came of work that was stopped: an import that was done stays, only its checking was stopped."""
    if imported:
        return translate("Desk", "“{work}”: the report is in; only checking it was stopped.").format(work=work)
    return translate("Desk", "Stopped “{work}”; nothing of it was taken.").format(work=work)


def failed_words(sentence: str, work: str, *, imported: bool) -> str:
    """The sentence of a command that failed: its own, or ours when it died without one."""
    if sentence and "Traceback" not in sentence:
        return sentence.splitlines()[-1]
    if imported:
        return translate("Desk", "“{work}”: the report is in, but checking it ended unexpectedly.").format(work=work)
    return translate("Desk", "“{work}” ended unexpectedly; nothing of it was taken. Please try again.").format(work=work)


def fault_words(error: object, lang: str, now: datetime) -> str:
    """The sentence for a fault, with the last good backup where one mends it; a bug of ours is called one, without the shop's data."""
    from sellerdesk.domain.refusal import Fault, UnusableArgument
    from sellerdesk.workflows.program.support import place
    from sellerdesk.workflows.shop.backups import with_way_out
    from sellerdesk.writers import words

    if isinstance(error, Fault):
        return words.fault_words(with_way_out(error, now), lang)
    if isinstance(error, PermissionError) and error.filename:
        return words.fault_words(UnusableArgument("no_rights", place=str(error.filename)), lang)
    return words.fault_words(UnusableArgument("bug", where=place(error) if isinstance(error, BaseException) else ""), lang)


def old_verdicts_words() -> str:
    """That what is shown was judged from other reports than those in place."""
    return translate("Desk", "Your report is in, but it was not checked: what you see are the verdicts of the one before. Press F5.")
