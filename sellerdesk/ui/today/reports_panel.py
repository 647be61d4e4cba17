"""The side of Today: which reports are in place and how old they are, for that decides how far the needs can be trusted; what changed."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style import tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build

if TYPE_CHECKING:
    from sellerdesk.domain.imported import Import
    from sellerdesk.workflows.judged.state import State

SHOWN_SKUS = 12
"""SKUs named of those that changed; the list of the page itself holds all."""
OLD = 14
"""Days after which a report is said to be old."""


def tell_reports(content: QVBoxLayout, desk: Desk, state: "State", go: Callable[[str], None]) -> None:
    """Which reports are in place, with their age, and the way to open one."""
    content.addWidget(build.label(translate("Today", "Your reports"), "lead", bold=True))
    there = (
        (translate("Today", "Listings report"), state.last),
        (translate("Today", "Order report"), state.orders),
        (translate("Today", "Shipments"), state.shipments),
        (translate("Today", "Returns report"), state.returns),
        (translate("Today", "Payments"), state.paid),
    )
    for name, report in there:
        days = age_of(report, desk.now())
        look = "minus" if days is None else "check" if days > OLD else "ok"
        ink = {"minus": "muted", "check": "check", "ok": "muted"}[look]
        words = build.label(age_words(days), token=ink, bold=look == "check")
        content.addLayout(build.row(tint.picture(look, "muted" if look == "minus" else look, 16), 4, build.label(name), None, words))
        if report is not None:
            content.addLayout(build.row(28, build.label(report.file, "small", "muted", wrap=True)))
    button = build.button(translate("Today", "Open report…"), "open")
    button.clicked.connect(partial(go, "open"))
    content.addSpacing(6)
    content.addLayout(build.row(button, None))


def age_of(report: "Import | None", now: datetime) -> int | None:
    """How many days ago a report was written, as far as that is known, else opened."""
    if report is None:
        return None
    return (now.date() - datetime.fromisoformat(report.written_at or report.imported_at).date()).days


def age_words(days: int | None) -> str:
    """A report's age."""
    if days is None:
        return translate("Today", "not opened yet")
    return translate("Today", "today") if days <= 0 else translate("Today", "{days} days ago").format(days=f"{days:,}")


def tell_changes(content: QVBoxLayout, desk: Desk, state: "State") -> None:
    """What changed since the report before, with the SKUs that became worse or better."""
    from sellerdesk.workflows.judged.today import changes
    from sellerdesk.writers.words import say

    moved = changes(state)
    if not moved:
        return
    content.addSpacing(8)
    content.addWidget(build.hairline())
    content.addWidget(build.label(translate("Today", "Since the report before"), "lead", bold=True))
    content.addWidget(build.label(say(desk.lang, "need.changed", **moved), wrap=True))
    for name, title in (("worse", translate("Today", "Worse: {skus}")), ("better", translate("Today", "Fixed: {skus}"))):
        skus = state.judged["moved"].get(name, [])
        if skus:
            more = " …" if len(skus) > SHOWN_SKUS else ""
            content.addWidget(build.label(title.format(skus=", ".join(skus[:SHOWN_SKUS]) + more), token="muted", wrap=True))  # noqa: S106 (a colour)
