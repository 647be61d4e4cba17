"""What the panel of 入出金 says of checks that were not made: which facts they wait for; a tick stands only where all were made."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtWidgets import QVBoxLayout

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.lists.verdict import add_section
from sellerdesk.ui.offers.fact_answers import CATEGORY
from sellerdesk.ui.offers.fact_field import field, title_of
from sellerdesk.ui.payments.months_table import TOTAL
from sellerdesk.ui.style import tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build

FIELDS = 6
"""Items whose category has a field in the panel; more are answered together."""
Waiting = Sequence[tuple[str, str, str]]
"""Row, month ("" for none) and the fact that a check of them waits for."""


class Unchecked(NamedTuple):
    """What was not checked of what is in sight: names of facts, lines about all of them, whether any rule looks at it at all.

    `more`: more was found there than is kept. `filtered`: chips leave some findings out, so that none in sight does not mean that there
    is none. `categories`: categories of items are among the facts, which can be answered for many at once; `items` are their SKUs.
    """

    facts: Sequence[str] = ()
    lines: Sequence[str] = ()
    ruled: bool = True
    filtered: bool = False
    more: bool = False
    categories: bool = False
    items: Sequence[str] = ()


def facts_of(waiting: Waiting, row: str, months: Collection[str]) -> list[str]:
    """The facts that the checks of a cell wait for; a check without a month belongs to every month."""
    return list(dict.fromkeys(fact for name, month, fact in waiting if name == row and (not month or month in months)))


def unchecked(kept: Mapping[str, Any], row: str, months: Collection[str], lang: str, *, filtered: bool) -> Unchecked:
    """What was not checked of a cell; of everything for the row "" or the total."""
    from sellerdesk.workflows.payments.found import ROWS_OF
    from sellerdesk.writers.words import fact_name, say

    waiting = [(name, month, fact) for name, month, fact in kept.get("waiting", [])]
    if row and row != TOTAL:
        ruled = any(row in rows for rows in ROWS_OF.values())
        more = bool(facts_of(kept.get("more", []), row, months))
        facts = facts_of(waiting, row, months)
        items = kept.get("uncategorised", ()) if CATEGORY in facts else ()
        return Unchecked([fact_name(fact, lang) for fact in facts], (), ruled, filtered, more, CATEGORY in facts, items)
    missing = kept.get("missing", [])
    others = [fact for _name, _month, fact in waiting if fact not in {lack["fact"] for lack in missing}]
    lines = [
        say(
            lang,
            "say.missing_line" if lack["settles"] else "say.missing_line_with_others",
            fact=fact_name(lack["fact"], lang),
            records=lack["records"],
            settles=lack["settles"],
        )
        for lack in missing
    ]
    lines += [say(lang, "say.payments_days_lack", first=first, last=last) for first, last in kept.get("holes", ())]
    if (beyond := kept.get("beyond_returns", {"count": 0}))["count"]:
        lines.append(say(lang, "say.payments_beyond_returns", **beyond))
    facts = [*(lack["fact"] for lack in missing), *dict.fromkeys(others)]
    items, has_categories = kept.get("uncategorised", ()), CATEGORY in facts
    return Unchecked([fact_name(fact, lang) for fact in facts], lines, filtered=filtered, categories=has_categories, items=items)


def add_unchecked(content: QVBoxLayout, what: Unchecked, desk: Desk, answer: Callable[[], object], *, found: bool) -> None:
    """Say what was not checked below what was `found`; without either, that all was checked, or that nothing checks it.

    `answer` is what a press does where categories of many items are to be answered; each of the first has a field of its own.
    """
    if what.facts:
        add_waiting(content, what)
        if what.categories:
            for sku in what.items[:FIELDS]:
                add_section(content, title_of(desk, CATEGORY, sku))
                content.addWidget(field(desk, CATEGORY, sku))
            button = build.button(translate("Payments", "Answer categories of many items…"), height=32)
            button.clicked.connect(answer)
            content.addLayout(build.row(button, None))
    elif found:
        return
    elif what.more:
        words = translate("Payments", "More was found than the panel holds; the claim file holds all that may come back.")
        content.addWidget(build.label(words, token="check", wrap=True))  # noqa: S106 (a colour)
    elif what.filtered:
        content.addWidget(build.label(translate("Records", "No row matches."), token="muted", wrap=True))  # noqa: S106 (a colour)
    elif not what.ruled:
        words = translate("Payments", "No rule looks at this kind: it is only added up.")
        content.addWidget(build.label(words, token="muted", wrap=True))  # noqa: S106 (a colour)
    else:
        content.addLayout(build.row(tint.picture("ok", "ok", 18), build.label(translate("Payments", "No charge to look at")), None))
        words = translate("Payments", "Refunds, labels, fees and points were held against returns, tables and listings.")
        content.addWidget(build.label(words, "small", "muted", wrap=True))


def add_waiting(content: QVBoxLayout, what: Unchecked) -> None:
    """The facts that checks wait for, and how many each of them settles."""
    names = translate("Views", ", ").join(what.facts)
    words = translate("Payments", "Not checked yet. Missing: {facts}").format(facts=names)
    label = build.label(words, token="check", bold=True, wrap=True)  # noqa: S106 (a colour)
    content.addLayout(build.row(tint.picture("check", "check", 18), label, gap=6, grow=label))
    if what.lines:
        content.addWidget(build.label(translate("Payments", "Not known, what settles most first:"), "small", "muted"))
    for line in what.lines:
        content.addWidget(build.label(line, "small", "muted", wrap=True))
