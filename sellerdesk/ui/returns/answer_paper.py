"""The answer to a return as a PDF for the records."""

from pathlib import Path

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.shops import paper_name
from sellerdesk.ui.style.translate import translate


def write(desk: Desk, file: Path, typed: list[str], answer: list[str]) -> None:
    """Write what was typed and the answer, line by line, with the day of the terms; say whether that could be done."""
    from sellerdesk.ui.paper.pdf import write_pdf

    day = translate("Returns", "By the terms of {day}").format(day=desk.as_of.isoformat())
    if write_pdf(file, translate("Returns", "Account of a return"), [*filter(None, [paper_name(desk)]), day, "", *typed, "", *answer]):
        desk.said.emit(translate("Returns", "“{file}” is saved.").format(file=file.name), "ok")
    else:
        words = translate("Returns", "“{file}” could not be written there. Choose another folder.")
        desk.said.emit(words.format(file=file.name), "breach")
