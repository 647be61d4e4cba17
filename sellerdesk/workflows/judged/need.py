"""One thing that needs the owner, and its sentence."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal

import msgspec

from sellerdesk.domain.finding import Finding
from sellerdesk.rules.sfp.obligations import Obligation
from sellerdesk.rules.sfp.rates import Measured
from sellerdesk.workflows.judged.coming import Coming
from sellerdesk.workflows.judged.coming_words import coming_words
from sellerdesk.workflows.sfp.measures import rate_words
from sellerdesk.workflows.shop.shown_figures import Shown
from sellerdesk.workflows.terms import rule
from sellerdesk.writers import words

Look = Literal["breach", "check", "advice", "ok"]
FEW = 3
"""Names that a sentence lists at most."""


def few(names: Sequence[str], comma: str = ", ") -> str:
    """The first names, and that there are more."""
    return comma.join(names[:FEW]) + (" …" if len(names) > FEW else "")


BESIDE = {"points_wrong": "points_wrong_beside", "sfp_wrong": "sfp_wrong_beside"}
"""What needs are called that count the rows of a page which another line has not counted."""


def sentence(need: "Need", lang: str) -> str:
    """A need in words."""
    if need.finding is not None:
        return words.worded(need.finding, rule(need.finding.rule), lang).text
    if need.duty is not None:
        text = words.say(lang, f"need.duty_{need.look}", title=need.duty.title.in_(lang))
        return text + (words.say(lang, "need.duty_days", days=need.fact) if need.fact else "")
    fact = words.fact_name(need.fact, lang) if need.fact else ""
    if need.figures:
        lines = [words.say(lang, "need.look_up_at", name=figure.name, where=figure.where) for figure in need.figures[:FEW]]
        fact = words.say(lang, "source.comma").join(lines) + (" …" if len(need.figures) > FEW else "")
    if need.rates:
        fact = words.say(lang, "source.comma").join(rate_words(rate, lang) for rate in need.rates)
    facts = {"fact": fact, "start": need.start, "what": coming_words(need.coming, lang) if need.coming else ""}
    name = BESIDE.get(need.name, need.name) if need.beside else need.name
    text = words.say(lang, f"need.{name}", count=need.count, yen=need.yen or 0, days=need.days, **facts)
    if need.decided:
        text += words.say(lang, "need.missing_decided", count=need.decided)
    if need.more:
        named = [words.say(lang, "need.missing_name", name=words.fact_name(name, lang), count=count) for name, count in need.more]
        text += words.say(lang, "need.missing_more", count=len(named), names=few(named, words.say(lang, "source.comma")))
    if need.untold:
        text += words.say(lang, "need.refunds_untold", count=need.untold)
    if need.twice:
        text += words.say(lang, "need.payments_twice")
    if need.filed and need.filed_at:
        text += words.say(lang, "need.file_saved", count=need.filed, at=f"{need.filed_at:%Y-%m-%d %H:%M}")
    return text


class Need(msgspec.Struct, frozen=True):
    """One thing to do: what it is, how urgent, of how many, and the page that shows them.

    `yen` (of points short: points) are at stake, where that is known; `days` are left, or past. `finding` is what a rule says of the
    account, `duty` an obligation of SFP, `fact` what would settle `count` verdicts, `figures` are those to look up. `subjects` are the
    SKUs or order ids of its rows on the page, `left` the days to the nearest deadline (below 0: past), None where none is known.
    `more` are further facts that verdicts wait for, each with how many do, `rates` those missed. `coming` are figures that change, and
    `start` is the day (Japan) from which they, or those that moved verdicts, hold. `beside`: another line has further rows of the same
    page, so that the page counts more. Of `decided` of its rows another verdict is found already, which the page shows first.
    Of `untold` of them no report tells whether the refund was made. `twice`: two payment files may have their rows twice.
    `filed` of them stand in a file to upload that the owner saved at `filed_at` (Japan).
    """

    name: str
    look: Look
    count: int
    page: str
    yen: int | None = None
    days: int | None = None
    fact: str = ""
    finding: Finding | None = None
    figures: tuple[Shown, ...] = ()
    subjects: tuple[str, ...] = ()
    left: int | None = None
    duty: Obligation | None = None
    coming: Coming | None = None
    start: date | None = None
    more: tuple[tuple[str, int], ...] = ()
    rates: tuple[Measured, ...] = ()
    beside: bool = False
    decided: int = 0
    untold: int = 0
    twice: bool = False
    filed: int = 0
    filed_at: datetime | None = None
