"""One verdict in words: symbol and clause, the sentence, what was compared, the clause in our words, and the unclear passage."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from sellerdesk.ui.style import theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.cut_label import CutLabel
from sellerdesk.ui.widgets.fold import Fold

if TYPE_CHECKING:
    from sellerdesk.workflows.judged.why import Reason


def verdict_words(rank: int) -> str:
    """A verdict in the language of the moment, by its rank."""
    return (
        translate("Verdict", "To fix"),
        translate("Verdict", "To check"),
        translate("Verdict", "Advice"),
        translate("Verdict", "OK"),
    )[rank]


def add_section(content: QVBoxLayout, title: str) -> None:
    """A small heading."""
    content.addSpacing(6)
    content.addWidget(build.label(title, "small", "muted", bold=True))


def verdict_row(outcome: str, clauses: Sequence[str]) -> QHBoxLayout:
    """Symbol and verdict, the clauses' numbers at the right: cut where they are many, for all stand below and would widen the panel."""
    numbers = CutLabel("small", "muted")
    numbers.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    numbers.say(" ".join(clauses))
    words = build.label(verdict_words(theme.VERDICTS.index(outcome)), "body", outcome, bold=True)
    return build.row(tint.picture(outcome, outcome, 18), words, numbers, gap=6, grow=numbers)


def add_head(content: QVBoxLayout, reason: "Reason", subject: str, *, first: bool) -> None:
    """Symbol, verdict, clause numbers; the title; the sentence and what to do: the answer before its grounds."""
    content.addLayout(verdict_row(reason.outcome, [name for name, _text, _where in reason.clauses]))
    content.addWidget(build.label(reason.title, "title" if first else "lead", bold=True, wrap=True))
    if first:
        content.addWidget(build.label(subject, "small", "muted", wrap=True))
    if reason.text != reason.title:
        content.addWidget(build.label(reason.text, wrap=True))


def add_compared(content: QVBoxLayout, reason: "Reason") -> None:
    """What was compared, and the pair of a duplicate."""
    if reason.compared:
        add_section(content, translate("Why", "Compared"))
        content.addLayout(facts_grid(reason))
        content.addWidget(build.label(reason.compared, "small", "muted", wrap=True))
    if reason.pair:
        add_section(content, translate("Why", "The two offers"))
        content.addLayout(pair_grid(reason))


def pair_grid(reason: "Reason") -> QGridLayout:
    """Two offers side by side; what differs is marked in words as well as in bold."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(4)
    for line, (name, mine, other) in enumerate(reason.pair):
        differs = line > 0 and mine != other
        mark = "≠ " if differs else "= " if line else ""
        grid.addWidget(build.label(mark + name, "small", "muted", wrap=True), line, 0)
        for place, value in enumerate((mine, other), start=1):
            grid.addWidget(build.label(value, "small", bold=differs, wrap=True), line, place)
    for place in (1, 2):
        grid.setColumnStretch(place, 1)
    return grid


def add_clauses(content: QVBoxLayout, reason: "Reason") -> None:
    """Every clause in our words, folded to a line; opened, it is whole, with its place."""
    add_section(content, translate("Why", "Clause"))
    for name, text, where in reason.clauses:
        words = f"{name}: {text}" if name else text  # a source beside the documents has no clause's number
        content.addWidget(Fold(words, build.label(words, wrap=True), build.label(where, "small", "muted", wrap=True)))


def add_answer(content: QVBoxLayout, reason: "Reason", subject: str, *, first: bool) -> None:
    """What is so, and what to do."""
    add_head(content, reason, subject, first=first)
    if reason.fix:
        add_section(content, translate("Why", "What to do"))
        content.addWidget(build.label(reason.fix, bold=True, wrap=True))


def add_grounds(content: QVBoxLayout, reason: "Reason") -> None:
    """What was compared, the clauses, and the unclear passage that touches the verdict."""
    add_compared(content, reason)
    add_clauses(content, reason)
    if reason.ambiguity:
        content.addWidget(build.label(passage_words(reason), "small", "muted", wrap=True))


def passage_words(reason: "Reason") -> str:
    """The unclear passage that touches a verdict: what it is about, and its name in the list of passages."""
    return translate("Why", "Unclear passage: {title} ({name})").format(title=reason.passage, name=reason.ambiguity)


def facts_grid(reason: "Reason") -> QGridLayout:
    """What was compared, a line each."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    for number, (name, value) in enumerate(reason.facts):
        grid.addWidget(build.label(name, token="muted", wrap=True), number, 0)  # noqa: S106 (a colour)
        grid.addWidget(build.label(value), number, 1, Qt.AlignmentFlag.AlignRight)
    return grid
