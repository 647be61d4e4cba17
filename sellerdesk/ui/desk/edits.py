"""What the owner tells and decides in the window: kept at once, undoable, and every verdict follows."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTemporaryDir

from sellerdesk.ui.desk import commands
from sellerdesk.ui.desk.outcome_words import DONE, REFUSED, answered_words
from sellerdesk.ui.style.translate import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sellerdesk.domain.decision import Decision
    from sellerdesk.domain.deed import Deed
    from sellerdesk.domain.finding import Change
    from sellerdesk.domain.refusal import Fault
    from sellerdesk.domain.template import TemplateCell
    from sellerdesk.ui.desk.desk import Desk

AT_ONCE = 200
"""Answers about so few offers are judged in the window itself: each takes about a millisecond."""


def answer(desk: "Desk", skus: list[str], fact: str, text: str) -> bool:
    """Take an answer about some offers; their verdicts turn at once, or beside the window when they are many. Whether it turned them."""
    from sellerdesk.workflows.judged import answers

    if len(skus) > AT_ONCE:
        answer_many(desk, skus, fact, text)
        return False
    rows = desk.change(lambda: answers.answer(desk.store, skus, fact, text, as_of=desk.as_of, now=desk.now()))
    pairs = [(desk.rows[row.place], row) for row in rows or ()]
    for row in rows or ():
        desk.rows[row.place] = row
    if pairs:
        desk.edited.emit(pairs)
    if rows is not None:
        desk.said.emit(answered_words(len(skus)), DONE)
    return rows is not None


def answer_and_judge(desk: "Desk", skus: list[str], fact: str, text: str) -> None:
    """Take an answer that returns or payments wait for, of items of which there may be no offer, and judge all of them again."""
    if answer(desk, skus, fact, text):
        desk.judge(quietly=True)


def answer_many(desk: "Desk", skus: list[str], fact: str, text: str) -> None:
    """Take an answer about many offers, as a sheet of facts that the child reads."""
    if not text:
        most = translate("Desk", "An answer is taken back for at most {count} offers at once.").format(count=AT_ONCE)
        desk.said.emit(most, "check")
        return
    import csv

    desk.scratch = QTemporaryDir()  # goes with its last user, and leaves nothing beside the shop's data
    sheet = Path(desk.scratch.path()) / "answers.csv"
    with sheet.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([["sku", fact], *([sku, text] for sku in skus)])
    work = translate("Desk", "Taking your answer for {count} offers").format(count=f"{len(skus):,}")
    desk.run(work, commands.import_facts(desk.as_of, sheet))


def answer_missing(desk: "Desk", fact: str, text: str) -> None:
    """Take an answer for every offer that waits for a fact."""
    waiting = [row.sku for row in desk.rows if fact in row.missing.split()]
    if len(waiting) <= AT_ONCE:
        answer(desk, waiting, fact, text)
    else:
        work = translate("Desk", "Taking your answer for {count} offers").format(count=f"{len(waiting):,}")
        desk.run(work, commands.answer_fact(desk.as_of, fact, text))


def tell_account(desk: "Desk", answers: dict[str, str]) -> bool:
    """Keep what the owner tells about the shop; False when it could not be taken, which was said."""
    from sellerdesk.workflows.shop import account

    if said_all(desk, account.faults(answers)):
        return False
    known = desk.change(partial(account.tell, desk.store, answers, desk.now()))
    if known is None or desk.state is None:
        return False
    took_part = desk.state.account.participant
    desk.take_account(known)
    desk.account_changed.emit()
    if known.participant != took_part and desk.state.orders is not None:  # only a participant's orders earn the rebate
        desk.judge(quietly=True)
    return True


def keep_file(desk: "Desk", form: str, skus: "Sequence[str]") -> None:
    """Keep that a file to upload was saved, for Today; a shop that another window holds is only read."""
    from sellerdesk.workflows.shop import saved_files

    files = None if desk.read_only else desk.change(lambda: saved_files.keep(desk.store, form, skus, desk.now()))
    if files is not None and desk.state is not None:
        desk.state = desk.state.having(files_saved=files)
        desk.file_saved.emit()


def said_all(desk: "Desk", faults: "Sequence[Fault]") -> bool:
    """Say several faults of one form together, so that one that is mended is not followed by the next; False for fewer."""
    if len(faults) > 1:
        desk.said.emit("\n".join(map(desk.fault_words, faults)), REFUSED)
    return len(faults) > 1


def tell_payment(desk: "Desk", payment: str, orders: tuple[str, ...] = ()) -> None:
    """Keep how orders were paid, some or all of the shop's, and judge them again."""
    from sellerdesk.workflows.cashless import payments

    desk.change(partial(payments.tell_payment, desk.store, payment, desk.now(), orders))
    desk.judge()


def take_reading(desk: "Desk", name: str, reading: str) -> None:
    """Read an unclear passage in one of its ways; every verdict follows."""
    from sellerdesk.workflows.shop import readings

    taken = desk.change(partial(readings.take_reading, desk.store, name, reading, desk.now()))
    if taken is not None and desk.state is not None:
        desk.state = desk.state.having(readings=taken)
        desk.account_changed.emit()
    if desk.has_reports():
        desk.judge()


def plan(desk: "Desk", change: "Change", *, kept: bool) -> None:
    """Put a change on the owner's list, or take one off that is kept there; the file to upload is filled from it."""
    from sellerdesk.workflows.judged import answers

    def act() -> bool:
        (answers.take_back if kept else answers.intend)(desk.store, change, desk.now())
        return True

    if desk.change(act) and desk.state is not None:
        facts = desk.state.planned.get(change.subject, frozenset())
        facts = facts - {change.fact} if kept else facts | {change.fact}
        others = {sku: plan for sku, plan in desk.state.planned.items() if sku != change.subject}
        desk.state = desk.state.having(planned={**others, change.subject: facts} if facts else others)


def undo(desk: "Desk", *, back: bool = True) -> None:
    """Undo the change that the window names as the last one, or do the last undone one again; verdicts follow.

    When the store does not hold it any more (another file lies in its place), nothing is undone, and all is read anew.
    """
    from sellerdesk.domain.refusal import Fault
    from sellerdesk.workflows.shop import history, holding
    from sellerdesk.writers.deed_words import deed as words

    shown = desk.state.changes[0 if back else 1] if desk.state is not None else None

    def act() -> "Deed | Fault | None":
        try:
            desk.writable()
            return history.undo_shown(desk.store, shown, desk.now(), back=back)
        except Fault as fault:
            return fault

    deed = desk.attempt(act)
    if isinstance(deed, Fault):
        desk.said.emit(" ".join(map(desk.fault_words, [*holding.notices(), deed])), "breach")
        desk.load()
        return
    if deed is None:
        return
    said = translate("Desk", "Undone: {what}") if back else translate("Desk", "Done again: {what}")
    desk.said.emit(said.format(what=words(deed.name, deed.facts, desk.lang)), "ok")
    desk.look_back()
    if desk.has_reports():
        desk.judge(quietly=True)
    else:
        desk.load()


def teach_method(desk: "Desk", written: str, method: str) -> None:
    """Keep which shipping method a spelling means, and judge the shipments again."""
    from sellerdesk.workflows.sfp import services

    desk.change(partial(services.teach_method, desk.store, written, method, desk.now()))
    desk.judge()


def tell_all_prime(desk: "Desk", *, every: bool) -> None:
    """Keep whether all shipments of the sheet are Prime ones, and judge them again."""
    from sellerdesk.workflows.sfp import shipment_rows

    desk.change(partial(shipment_rows.tell_all_prime, desk.store, every=every, now=desk.now()))
    desk.judge()


def teach_reason(desk: "Desk", written: str, row: str) -> None:
    """Keep which row of the reason table the words of a report mean, and judge the returns again."""
    from sellerdesk.workflows.returns import reasons

    desk.change(partial(reasons.teach, desk.store, written, row, desk.now()))
    desk.judge()


def teach_category(desk: "Desk", name: str, kind: str) -> None:
    """Keep what a category's name means for free returns, and judge the returns again."""
    from sellerdesk.workflows.returns import categories

    desk.change(partial(categories.teach, desk.store, name, kind, desk.now()))
    desk.judge()


def tell_all_prime_returns(desk: "Desk", *, every: bool) -> None:
    """Keep whether all items of the returns report are SFP ones, and judge them again."""
    from sellerdesk.workflows.returns import assumptions

    desk.change(partial(assumptions.tell_all_prime, desk.store, every=every, now=desk.now()))
    desk.judge()


def add_fare(desk: "Desk", fields: dict[str, str]) -> bool:
    """Keep a fare agreed with a carrier; False when it could not be taken, which was said."""
    from sellerdesk.workflows.returns import assumptions

    if said_all(desk, assumptions.faults(fields)):
        return False

    def act() -> bool:
        assumptions.add_fare(desk.store, fields, desk.now())
        return True

    return bool(desk.change(act))


def remove_fare(desk: "Desk", number: int) -> bool:
    """Forget a fare, by its number in the list; False when it could not be, which was said."""
    from sellerdesk.workflows.returns import assumptions

    def act() -> bool:
        assumptions.remove_fare(desk.store, number, desk.now())
        return True

    return bool(desk.change(act))


def keep_note(desk: "Desk", order_id: str, note: str) -> bool:
    """Keep the owner's note on a return ("" forgets it); False when it could not be taken, which was said."""
    from sellerdesk.workflows.returns import notes as returns_notes

    def act() -> bool:
        returns_notes.keep(desk.store, order_id, note, desk.now())
        return True

    if not desk.change(act) or desk.state is None:
        return False
    notes = {**desk.state.notes, order_id: note.strip()}
    desk.state = desk.state.having(notes={key: text for key, text in notes.items() if text})
    return True


def tell_refund(desk: "Desk", key: tuple[str, str], text: str) -> None:
    """Keep what was refunded for an item of an order ("" forgets it), and judge the returns again."""
    from sellerdesk.workflows.returns import refunds

    def act() -> bool:
        refunds.tell(desk.store, key, text, desk.now())
        return True

    if desk.change(act):
        kept, gone = translate("Desk", "The amount refunded is kept."), translate("Desk", "The amount refunded is forgotten.")
        desk.said.emit(kept if text else gone, DONE)
        desk.judge(quietly=True)


def set_template_cell(desk: "Desk", cell: "TemplateCell", field: str, text: str) -> None:
    """Keep one figure of a shipping template."""
    from sellerdesk.workflows.sfp import templates

    cells = desk.change(partial(templates.set_cell, desk.store, cell, field, text, desk.now()))
    if cells is not None and desk.state is not None:
        desk.state = desk.state.having(template_cells=cells)


def set_template_cells(desk: "Desk", changed: list["TemplateCell"]) -> None:
    """Keep some cells of a shipping template, as one step of undo."""
    from sellerdesk.workflows.sfp import template_edits

    cells = desk.change(partial(template_edits.set_cells, desk.store, changed, desk.now()))
    if cells is not None and desk.state is not None:
        desk.state = desk.state.having(template_cells=cells)


def decide(desk: "Desk", rule: str, skus: list[str], kind: str, why: str = "") -> bool:
    """Keep what the owner decided about a finding of some offers ("" takes it back); False when it could not be taken."""
    from sellerdesk.workflows.judged import decisions

    def act() -> bool:
        keys = [(rule, sku) for sku in skus]
        if kind:
            decisions.decide(desk.store, keys, kind, why, as_of=desk.as_of, now=desk.now())
        else:
            decisions.withdraw(desk.store, keys, desk.now())
        return True

    return bool(desk.change(act))


def decision_of(desk: "Desk", rule: str, subject: str) -> "Decision | None":
    """What the owner decided about a finding; None where nothing was."""
    from sellerdesk.workflows.judged import decisions

    found: Decision | None = desk.attempt(lambda: decisions.by_key(decisions.decisions(desk.store)).get((rule, subject)))
    return found


def take_off(desk: "Desk", orders: list[str], refunded: list[str]) -> bool:
    """Keep that labels were taken off their refunds, and that some of these are so made; False when it could not be taken."""
    from sellerdesk.workflows.judged import decisions

    return bool(desk.change(lambda: decisions.take_off(desk.store, orders, refunded, desk.now())))
