"""The account report: what needs the shop, every worklist, what it costs, the clauses behind it, and how unclear passages were read."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from operator import attrgetter
from pathlib import Path

from sellerdesk.domain.finding import RANKS, Finding
from sellerdesk.domain.judged_row import JudgedReturn, JudgedRow
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.domain.template import TemplateCell
from sellerdesk.rules.returns.payer import Reason
from sellerdesk.workflows.judged.need import sentence
from sellerdesk.workflows.judged.state import State
from sellerdesk.workflows.judged.today import BREACH, Shop, changes, load, needs
from sellerdesk.workflows.judged.why import cause_words, points_why, record_why
from sellerdesk.workflows.returns.analysis import CostEntry, CostShare, added, entries, whole
from sellerdesk.workflows.returns.deadlines import LEAVES
from sellerdesk.workflows.returns.deadlines import RULE as DEADLINE
from sellerdesk.workflows.returns.reasons import reasons_on, rows_by_word
from sellerdesk.workflows.sfp import templates
from sellerdesk.workflows.terms import rule, rules, terms
from sellerdesk.writers import words
from sellerdesk.writers.document import Document, Heading, Table, Text

Block = Heading | Text | Table
LONGEST = 400
"""Rows of a worklist that are printed, some twelve pages; the lists of the window hold all, and export them."""
VERDICTS = 4


def account_report(store: Path, as_of: date, now: datetime, lang: str) -> Document:
    """The report on a saved shop by its last judging. Raises UnusableArgument when nothing is saved, UnusableStore."""
    shop = load(store)
    if not (shop.rows or shop.orders or shop.shipments or shop.returns):
        raise UnusableArgument("nothing_saved")
    say = partial(words.say, lang)
    note = say("paper.note", as_of=as_of, made=f"{now:%Y-%m-%d %H:%M}")
    named = rows_by_word(store, as_of) if shop.returns else {}
    lists = (worklists(shop, as_of, lang), costs(shop, named, as_of, lang), behind(shop, as_of, lang), readings(shop.state, lang))
    parts = (cover(shop, as_of, now, lang), *lists)
    blocks = [block for part in parts for block in part]
    return Document(say("paper.title"), note, blocks)


def cover(shop: Shop, as_of: date, now: datetime, lang: str) -> Iterable[Block]:
    """The verdicts counted, and what needs the owner."""
    say = partial(words.say, lang)
    listed = (
        ("paper.points", [row.points_verdict for row in shop.rows]),
        ("paper.sfp", [row.sfp_verdict for row in shop.rows if row.sfp_verdict is not None]),
        ("paper.orders", [row.verdict for row in shop.orders]),
        ("paper.shipments", [row.verdict for row in shop.shipments]),
        ("paper.templates", [RANKS[findings[0].outcome] for _cell, findings in templates_of(shop.state, as_of)]),
        ("paper.returns", [row.verdict for row in shop.returns]),
    )
    rows = [[say(name), *(f"{verdicts.count(rank):,}" for rank in range(VERDICTS))] for name, verdicts in listed if verdicts]
    heads = [say("paper.what"), *(say(f"outcome.{name}") for name in ("breach", "check", "advice", "ok"))]
    yield Table(heads, rows, list(range(1, VERDICTS + 1)))
    yield Heading(say("paper.needs"))
    found = needs(shop, as_of, now)
    for need in found:
        yield Text(f"{say(f'outcome.{need.look}')}: {sentence(need, lang)}", strong=need.look == "breach", outcome=need.look)
    if not found:
        yield Text(say("need.nothing"))
    if moved := changes(shop.state):
        yield Text(say("need.changed", **moved))
        for name in ("worse", "better"):
            if skus := shop.state.judged["moved"].get(name):
                yield Text(f"{say(f'paper.{name}')}: {', '.join(skus[:LONGEST])}")


def templates_of(state: State, as_of: date) -> list[tuple[TemplateCell, list[Finding]]]:
    """The places of the shop's shipping templates with what is found of them, the worst first."""
    return [*templates.found_of(state.template_cells, state.account, state.readings, as_of)]


def template_rows(state: State, as_of: date, lang: str) -> list[list[str]]:
    """The places of shipping templates that break the terms, each with why."""
    lines = []
    for cell, findings in templates_of(state, as_of):
        broken = [words.worded(finding, rule(finding.rule), lang).text for finding in findings if finding.outcome == "breach"]
        if broken:
            lines.append([templates.cell_words(cell, lang), " / ".join(broken)])
    return lines


def worklists(shop: Shop, as_of: date, lang: str) -> Iterable[Block]:
    """What is to mend, list by list."""
    say = partial(words.say, lang)
    yield Heading(say("paper.worklists"), 1)
    short = sorted((row for row in shop.rows if row.points_verdict == BREACH), key=attrgetter("sku_rank"))
    yield from listed(
        say("paper.points"), ("sku", "item", "price", "points", "needed", "why"), [points_row(row, lang) for row in short], lang
    )
    wrong = sorted((row for row in shop.rows if row.sfp_verdict == BREACH), key=attrgetter("sku_rank"))
    yield from listed(
        say("paper.sfp"), ("sku", "item", "why"), [[row.sku, row.title, causes(row, shop.state.readings, lang)] for row in wrong], lang
    )
    sent = [[row.order_id, row.sku, row.tracking, record_why(row.why, lang)] for row in shop.shipments if row.verdict == BREACH]
    yield from listed(say("paper.shipments"), ("order_id", "sku", "tracking_number", "why"), sent, lang)
    yield from listed(say("paper.templates"), ("template", "why"), template_rows(shop.state, as_of, lang), lang)
    back = [[row.order_id, row.sku, yen(row.difference), record_why(row.why, lang)] for row in shop.returns if row.verdict == BREACH]
    yield from listed(say("paper.returns"), ("order_id", "sku", "wrong_by", "why"), back, lang)
    decided = shop.state.decided
    due = [row for row in shop.returns if row.days_left is not None and decided.get((DEADLINE, row.order_id), "") not in LEAVES]
    lines = [[row.refund_by, left_words(row, lang), row.order_id, row.sku] for row in sorted(due, key=attrgetter("refund_by", "order_id"))]
    yield from listed(say("paper.refunds"), ("refund_by", "days_left", "order_id", "sku"), lines, lang)


def left_words(row: JudgedReturn, lang: str) -> str:
    """The days left for a refund, or how long it is overdue."""
    days = row.days_left or 0
    return words.say(lang, "paper.overdue", count=-days) if days < 0 else f"{days:,}"


FIGURES = ("price", "points", "needed", "wrong_by", "days_left")


def listed(title: str, columns: Sequence[str], rows: list[list[str]], lang: str) -> Iterable[Block]:
    """A worklist, and of how many rows more the window tells."""
    if not rows:
        return
    say = partial(words.say, lang)
    yield Heading(f"{title}: {len(rows):,}")
    heads = [say(f"paper.{name}") for name in columns]
    yield Table(heads, rows[:LONGEST], [place for place, name in enumerate(columns) if name in FIGURES])
    if len(rows) > LONGEST:
        yield Text(say("paper.more", count=len(rows) - LONGEST))


def points_row(row: JudgedRow, lang: str) -> list[str]:
    """An offer short of points."""
    return [row.sku, row.title, yen(row.price), yen(row.points), yen(row.needed), points_why(row.points_why, lang)]


def causes(row: JudgedRow, readings: Mapping[str, str], lang: str) -> str:
    """What an SFP offer breaks by the owner's readings, in a few words each."""
    named = [cause_words(cause, readings, lang) for cause in row.causes.split()]
    return ", ".join(dict.fromkeys(title for title, _clause, outcome in named if outcome == "breach"))


def yen(value: int | None) -> str:
    """A figure, or the dash of what is not known."""
    return "–" if value is None else f"{value:,}"


def costs(shop: Shop, named: Mapping[str, Reason], as_of: date, lang: str) -> Iterable[Block]:
    """What points and returns cost, with a bar for each figure; `named` are the rows of the reason table by word."""
    say = partial(words.say, lang)
    rates = shop.state.judged.get("costs", {}).get("rates", {})
    found = entries(shop.returns, named, shop.state.judged.get("payments", {}).get("returns", {}))
    if not rates and not found:
        return
    yield Heading(say("paper.costs"), 1)
    if rates:
        most = max(rate[1] for rate in rates.values()) or 1
        yield Heading(say("paper.points_cost"))
        lines = [[f"{percent}%", f"¥{rate[1]:,}"] for percent, rate in rates.items()]
        yield Table([say("paper.rate"), say("paper.a_month")], lines, [0, 1], [rate[1] / most for rate in rates.values()])
    names = {str(reason.row): f"{reason.row} {reason.en if lang == 'en' else reason.ja}" for reason in reasons_on(as_of)}
    for kind in ("reason", "month") if found else ():
        rows = added(found, kind)[:LONGEST] if kind == "reason" else sorted(added(found, kind), key=attrgetter("key"))
        most = max(row.yen for row in rows) or 1
        yield Heading(say(f"paper.returns_by_{kind}"))
        yield Text(" ".join(filter(None, (say("paper.returns_cost_what"), left_out(found, lang)))))
        lines = [[names.get(row.key, row.key) or "–", f"{row.count + row.unknown:,}", at_least(row, lang)] for row in rows]
        heads = [say(f"export.by_{kind}"), say("column.count"), say("column.yen")]
        yield Table(heads, lines, [1, 2], [row.yen / most for row in rows])


def left_out(found: Sequence[CostEntry], lang: str) -> str:
    """How many returns stand in no sum; "" where none does."""
    unknown = whole(found).unknown
    return words.say(lang, "paper.returns_left_out", count=unknown) if unknown else ""


def at_least(share: CostShare, lang: str) -> str:
    """A sum, and whether not all of it is known; a dash where nothing is."""
    return words.say(lang, "say.yen_atleast" if share.at_least else "say.yen_exact", yen=share.yen) if share.count else "–"


def behind(shop: Shop, as_of: date, lang: str) -> Iterable[Block]:
    """The clauses behind the verdicts of this report, in our words, with the documents and their dates."""
    say = partial(words.say, lang)
    codes = {row.points_why for row in shop.rows} | {cause for row in shop.rows for cause in row.causes.split()}
    codes |= {row.why for row in shop.shipments} | {row.why for row in shop.returns}
    codes |= {finding.rule for _cell, findings in templates_of(shop.state, as_of) for finding in findings}
    used = {code.partition(":")[0] for code in codes} & set(rules())
    clauses = sorted({clause for name in used for clause in rules()[name].clauses})
    yield Heading(say("paper.clauses"), 1)
    for document in terms().document.values():
        seen = say("say.terms_as_seen", year=document.dated)
        yield Text(say("paper.document", title=document.title.in_(lang), seen=seen, checked=document.checked))
    yield Table([say("paper.clause"), say("paper.words")], [[name, terms().clause[name].text.in_(lang)] for name in clauses])
    yield Text(say("paper.not_advice"))


def readings(state: State, lang: str) -> Iterable[Block]:
    """The unclear passages, each with the reading that was taken."""
    say = partial(words.say, lang)
    yield Heading(say("paper.readings"))
    rows = [
        [name, ambiguity.title.in_(lang), ambiguity.taken(state.readings.get(name)).text.in_(lang)]
        for name, ambiguity in terms().ambiguity.items()
    ]
    yield Table([say("paper.passage"), say("paper.what"), say("paper.reading")], rows)
