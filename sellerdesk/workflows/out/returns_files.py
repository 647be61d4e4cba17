"""What goes out as a file: deadlines of refunds and days of sales as a calendar, the claim pack and the costs of returns as workbooks."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from sellerdesk.domain.charged import Charged
from sellerdesk.domain.finding import Finding
from sellerdesk.domain.returned_item import line_in_report
from sellerdesk.rules.returns.charged import UNREFUNDED
from sellerdesk.workflows.points.percent_days import PercentDay
from sellerdesk.workflows.returns.claims import Claim, claim_days, claim_most
from sellerdesk.workflows.returns.costs import BY, total, totals
from sellerdesk.workflows.returns.deadlines import Deadline
from sellerdesk.workflows.returns.reasons import reason_words, reasons_on
from sellerdesk.workflows.returns.saved import Returned
from sellerdesk.workflows.returns.waiting_labels import waiting_labels
from sellerdesk.workflows.terms import rules, terms
from sellerdesk.writers import words
from sellerdesk.writers.document import Document, Heading, Table, Text
from sellerdesk.writers.workbooks import Cell, Sheet, workbook

if TYPE_CHECKING:
    from sellerdesk.writers.calendar_file import Entry

NAMED = 20
"""SKUs that an entry of the calendar names; how many more there are, it says."""
PAID_HEAD = ("paid_back_on", "paid_back", "paid_label")
"""What payment reports tell of a return: when and how much was refunded, what its label was charged."""
CLAIM_HEAD = (
    "order_id",
    "sku",
    "requested_on",
    "arrived_on",
    "door",
    "take_off_by",
    "reason",
    "clauses",
    "clause_words",
    "why",
    "yen",
    "decision",
    "note",
)
COST_HEAD = ("order_id", "line", "sku", "reason", "category", "month", "payer", "yen", "at_least")
TOTAL_HEAD = ("count", "yen", "at_least")
SIDE_SHEETS = {"claims_shop": "shop", "claims_buyer": "buyer"}
"""The sheets of labels that were charged to a wrong side."""
DEADLINE_WORDS = {
    "": ("deadline_title", "deadline_text"),
    "part": ("deadline_look_title", "deadline_part_text"),
    "held": ("deadline_look_title", "deadline_held_text"),
    "claim": ("deadline_look_title", "deadline_claim_text"),
    "claim_held": ("deadline_look_title", "deadline_claim_held_text"),
    "came_back": ("deadline_look_title", "deadline_came_back_text"),
}
"""The words of a deadline, by what payment reports tell of its refund."""
SALE_DAYS = {
    "set": ("export.sale_set_title", "export.sale_set_text"),
    "back": ("export.sale_back_title", "export.sale_back_text"),
}
"""The words of the days on which to change the percentage of points for a sale."""


def deadlines_file(
    found: Returned | None, lang: str, now: datetime, days: Sequence[PercentDay] = (), claims: "Sequence[Entry]" = ()
) -> bytes:
    """The refunds still to be made as a calendar, a day in Japan for each, with an id made of its order's; then claims and sales."""
    from sellerdesk.writers.calendar_file import Entry, calendar  # noqa: PLC0415 (its library is loaded for calendars only)

    def entry(deadline: Deadline) -> Entry:
        facts = {"order": deadline.order_id, "skus": deadline.skus, "arrived_on": deadline.arrived_on}
        title, text = (words.say(lang, f"export.{key}", **facts) for key in DEADLINE_WORDS[deadline.refund])
        return Entry(f"{deadline.order_id}.refund-deadline@sellerdesk", deadline.refund_by, title, text)

    def sale(day: PercentDay) -> Entry:
        more = len(day.skus) - NAMED
        rest = words.say(lang, "export.sale_rest", more=more) if more > 0 else ""
        facts = {"count": len(day.skus), "skus": day.skus[:NAMED], "rest": rest}
        title, text = (words.say(lang, key, **facts) for key in SALE_DAYS[day.what])
        return Entry(f"{day.day}.points-{day.what}@sellerdesk", day.day, title, text)

    due = [entry(deadline) for deadline in found.deadlines()] if found is not None else []
    name = words.say(lang, "export.deadlines_and_sales" if days else "export.deadlines")
    return calendar([*due, *claims, *map(sale, days)], name, now)


def claim_file(found: Returned, lang: str, day: date, shop: str = "") -> bytes:
    """The claim pack: what to claim from Amazon, what to give back to buyers, what to look for first, and what a claim rests on."""
    sheets = [claim_sheet(found, listed, name, lang) for name, listed in listed_by_sheet(found).items()]
    notes: list[list[Cell]] = [[note] for note in claim_notes(found, lang, day)]
    return workbook([*sheets, Sheet(words.say(lang, "export.notes"), [words.say(lang, "export.notes")], notes)], shop, day_words(day, lang))


def listed_by_sheet(found: Returned) -> dict[str, list[Claim]]:
    """The labels of each sheet or part of the claim pack, by its name; those to look for first only where there are such."""
    listed, open_ = found.claims(), found.to_check()
    sides = {name: [claim for claim in listed if claim.wrong.side == side] for name, side in SIDE_SHEETS.items()}
    return {**sides, "check_first": open_} if open_ else sides


def day_words(day: date, lang: str) -> str:
    """The day of the terms, as it stands over a printed page."""
    return words.say(lang, "paper.as_of", as_of=day)


def claim_notes(found: Returned, lang: str, day: date) -> list[str]:
    """What a claim rests on: what is in no total, which door is the right one, what SAFE-T is for, whose words the clauses are in."""
    most = {"days": claim_days(found.account, day), "yen": claim_most(day)}
    rests = [words.say(lang, f"export.{name}", **most) for name in ("door_note", "safe_t_note", "clause_note")]
    count, yen, _name = total_of(found.to_check(), lang)
    return [*waiting_notes(found, lang), *([words.say(lang, "export.unseen_note", count=count, yen=yen)] if count else []), *rests]


def waiting_notes(found: Returned, lang: str) -> list[str]:
    """How many labels wait for which fact, with their yen at most: they are in no total."""
    keys = {False: "export.waiting_note", True: "export.waiting_note_untold"}
    return [
        words.say(lang, keys[one.unknown > 0], fact=words.fact_names(one.facts, lang), count=one.count, yen=one.yen, unknown=one.unknown)
        for one in waiting_labels(found.judged)
    ]


def claim_document(found: Returned, lang: str, day: date) -> Document:
    """The claim pack on paper: a part for every label, so that each can go with its own claim."""
    say = partial(words.say, lang)
    blocks: list[Heading | Text | Table] = [Text(note) for note in claim_notes(found, lang, day)]
    for name, mine in listed_by_sheet(found).items():
        count, known, head = total_of(mine, lang)
        if mine:
            blocks.append(Heading(f"{say(f'export.{name}')}: {count:,}, {head} ¥{known:,}"))
        for claim in mine:
            rows = [[head, shown(cell)] for head, cell in zip(claim_heads(found, lang), claim_row(found, claim, lang), strict=True) if cell]
            blocks += [Table(["", claim.wrong.item.subject], rows[1:]), Text("")]
    return Document(say("export.claim_pack"), day_words(found.as_of, lang), blocks)


def shown(cell: Cell) -> str:
    """A cell as words."""
    return f"¥{cell:,}" if isinstance(cell, int) else str(cell)


def claim_sheet(found: Returned, listed: Sequence[Claim], name: str, lang: str) -> Sheet:
    """The labels of one sheet, with the total of those of which nothing was decided; the others stay, with their decision."""
    _count, known, head = total_of(listed, lang)
    rest: list[Cell] = [""] * (CLAIM_HEAD.index("yen") - 1)
    unknown = sum(claim.yen is None for claim in listed if not claim.decision)
    last: list[Cell] = [head, *rest, known, words.say(lang, "export.not_known", count=unknown) if unknown else ""]
    return Sheet(
        words.say(lang, f"export.{name}"),
        claim_heads(found, lang),
        [claim_row(found, claim, lang) for claim in listed],
        last,
    )


def total_of(listed: Sequence[Claim], lang: str) -> tuple[int, int, str]:
    """How many labels wait for something to be done, their yen where known, and what that total is called where not all labels do."""
    waiting = [claim for claim in listed if not claim.decision]
    name = words.say(lang, "export.total" if len(waiting) == len(listed) else "export.total_open")
    return len(waiting), sum(claim.yen or 0 for claim in waiting), name


def claim_row(found: Returned, claim: Claim, lang: str) -> list[Cell]:
    """A label as a row: the clauses are those of its payer and of the label."""
    item = claim.wrong.item
    clauses = clauses_of(found, claim.wrong.finding)
    meanings = " ".join(f"{name}: {terms().clause[name].text.in_(lang)}" for name in clauses)
    why = words.worded(claim.wrong.finding, rules()[claim.wrong.finding.rule], lang).text
    if claim.door == "support" and claim.wrong.finding.case in UNREFUNDED:  # the owner recorded since that the refund is made
        why = words.say(lang, "say.label_refunded")
    if item.line in found.judged.told:
        why += words.say(lang, "export.refund_told", yen=item.refunded)
    decision = words.say(lang, f"decision.{claim.decision}") if claim.decision else ""
    where, reason = words.say(lang, f"door.{claim.door}"), reason_name(found, item.line, lang)
    return [
        item.subject, item.sku or "", item.requested_on, item.arrived_on, where, claim.take_off_by, reason,
        ", ".join(clauses), meanings, why, claim.yen, decision, found.notes.get(item.subject, ""),
        *paid_cells(found, found.charged_of(item)),
    ]  # fmt: skip


def claim_heads(found: Returned, lang: str) -> list[str]:
    """The heads of the claim pack."""
    return heads((*CLAIM_HEAD, *paid_head(found)), lang)


def paid_head(found: Returned) -> tuple[str, ...]:
    """The heads of what payment reports tell of returns; none where they tell nothing of any."""
    return PAID_HEAD if any(returned.charged for returned in found.costs) else ()


def paid_cells(found: Returned, charged: Charged | None) -> list[Cell]:
    """What payment reports tell of a return, under those heads; empty cells where they tell nothing of this one."""
    if charged is None:
        return [""] * len(paid_head(found))
    return [charged.refunded_on or "", "" if charged.refunded is None else charged.refunded, charged.label or ""]


def clauses_of(found: Returned, finding: Finding) -> tuple[str, ...]:
    """What a claim rests on: who pays, and who was charged."""
    ruled = found.judged.ruled.get(finding.line)
    return tuple(dict.fromkeys((*(ruled.clauses if ruled else ()), *finding.clauses)))


def reason_name(found: Returned, line: int, lang: str) -> str:
    """The reason of a return: its row of the table with its words, or the report's own code."""
    item = next(item for item in found.judged.items if item.line == line)
    number = found.judged.ruled[line].facts.get("row") if line in found.judged.ruled else None
    row = next((reason for reason in reasons_on(found.as_of) if reason.row == number), None)
    return (item.reason or "") if row is None else f"{row.row} {row.en if lang == 'en' else row.ja}"


def payer_name(payer: str, lang: str) -> str:
    """Who pays, in words."""
    return words.say(lang, f"payer.{payer}")


def costs_file(found: Returned, lang: str, shop: str = "") -> bytes:
    """What every return costs, a row for each, and the totals by reason, SKU, category and month."""
    rows: list[list[Cell]] = [
        [back.item.subject, line_in_report(back.item.line), *back.keys(), payer_name(back.ruling.payer, lang), back.borne.yen,
         int(bool(back.borne.lacking)),
         *paid_cells(found, back.charged), *([back.item.file] if back.item.file else [])]
        for back in found.costs
    ]  # fmt: skip
    for row in rows:
        row[2:6] = [row[3], reason_words(str(row[2]), found.as_of, lang), row[4], row[5]]
    every = total(found.costs)
    several = ("report",) if any(back.item.file for back in found.costs) else ()  # of which the line is
    first = Sheet(words.say(lang, "export.costs"), heads((*COST_HEAD, *paid_head(found), *several), lang), rows)
    sheets = [
        Sheet(
            words.say(lang, f"export.by_{name}"),
            heads((name, *TOTAL_HEAD), lang),
            [[key_words(name, total.key, found, lang), total.count, total.yen, total.at_least] for total in totals(found.costs)[name]],
            [words.say(lang, "export.total"), every.count, every.yen, every.at_least],
        )
        for name in BY
    ]
    return workbook([first, *sheets], shop, f"{day_words(found.as_of, lang)}  {words.say(lang, 'export.costs_note')}")


def key_words(name: str, key: str, found: Returned, lang: str) -> str:
    """What returns are added up under, as a cell: a reason in words."""
    return reason_words(key, found.as_of, lang) if name == "reason" else key


def heads(names: Sequence[str], lang: str) -> list[str]:
    """The header of a sheet."""
    return [words.say(lang, f"column.{name}") for name in names]
