"""One finding about payments in the panel: verdict, order, the sentence, and what to do."""

from PySide6.QtWidgets import QVBoxLayout

from sellerdesk.domain.finding import Finding
from sellerdesk.ui.style import tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build


def add_finding(content: QVBoxLayout, one: Finding, lang: str) -> None:
    """Add a finding to a column."""
    from sellerdesk.reports import words
    from sellerdesk.workflows.terms import rules

    told = words.told(one, rules()[one.rule], lang)
    case = rules()[one.rule].case[one.case]
    short = case.short.in_(lang) if case.short else ""
    head = build.row(
        tint.picture(one.outcome, one.outcome, 18),
        build.label(short, "body", one.outcome, bold=True),
        None,
        build.label(" ".join(one.clauses), "small", "muted"),
        gap=6,
    )
    content.addSpacing(6)
    content.addLayout(head)
    content.addWidget(build.label(one.subject, "small", "muted", wrap=True))
    content.addWidget(build.label(told.text, wrap=True))
    if told.fix:
        content.addWidget(build.label(translate("Payments", "Next: {fix}").format(fix=told.fix), wrap=True))
    content.addWidget(build.hairline())
