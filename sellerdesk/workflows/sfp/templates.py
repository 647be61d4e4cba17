"""Judge the Prime shipping templates of a seller's sheet, cell by cell."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from sellerdesk.domain.account import Account
from sellerdesk.domain.finding import Finding, badness
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.domain.template import TemplateCell
from sellerdesk.rules.checks import TEMPLATE_CHECKS
from sellerdesk.rules.engine import judge
from sellerdesk.rules.engine.check import Run
from sellerdesk.rules.engine.judge import Audit
from sellerdesk.rules.sfp.templates import Prefectures, with_areas
from sellerdesk.store.template_cells import keep, of
from sellerdesk.workflows.files import Source, templates_sheet
from sellerdesk.workflows.sfp.promises import Kept, kept
from sellerdesk.workflows.terms import rules_of, terms
from sellerdesk.writers import words

if TYPE_CHECKING:
    from sellerdesk.domain.shop import Shop
from datetime import datetime

from sellerdesk.domain.template import DOMESTIC, Region, Service
from sellerdesk.readers import prefectures
from sellerdesk.readers.cells import BadCell
from sellerdesk.readers.templates import LAST_OF, fee, most_days
from sellerdesk.store.history import doing

REGIONS: tuple[Region, ...] = (*DOMESTIC, "international")
SERVICES: tuple[Service, ...] = ("expedited", "standard", "same_day")
FIELDS = ("days", "prime_fee", "other_fee")


class JudgedTemplates(msgspec.Struct, frozen=True):
    """The verdicts on the cells of a sheet; `left_out` are the templates that are not Prime ones, and so not judged."""

    source: Source
    cells: list[TemplateCell]
    left_out: list[str]
    audit: Audit
    as_of: date
    kept: Kept

    @property
    def templates(self) -> list[str]:
        """The templates judged, in the order of the sheet."""
        return list(dict.fromkeys(cell.template for cell in self.cells))

    def named(self) -> list[TemplateCell]:
        """Every cell that a finding may be of: those of the sheet, and those of areas that it does not name."""
        return with_areas(self.cells, home())

    def marks(self) -> Mapping[str, list[Finding]]:
        """What is wrong or not known of every cell, by its name: what a grid marks."""
        found: dict[str, list[Finding]] = {cell.name: [] for cell in self.cells}
        for finding in self.audit.findings:
            if finding.outcome != "ok" and finding.subject in found:
                found[finding.subject].append(finding)
        return found


@cache
def home() -> Prefectures:
    """The prefectures of each region."""
    names, first = prefectures.listed("ja"), 0
    of_region: dict[Region, list[str]] = {}
    for last, region in LAST_OF:
        of_region.setdefault(region, []).extend(names[first:last])
        first = last
    return Prefectures(of_region, prefecture_named)


def prefecture_named(words: str) -> str | None:
    """The prefecture that words speak of; None for what is none."""
    number = prefectures.number(words)
    return None if number is None else prefectures.listed("ja")[number - 1]


def judge_templates(path: Path, names: Sequence[str], shop: "Shop | None", as_of: date, start: str | None = None) -> JudgedTemplates:
    """Judge every cell of the Prime templates of a sheet by the terms of a day (Japan); every verdict is a finding.

    `names` are Prime templates; without any, the rows that say so, the saved shop's, or else all of the sheet. `start` is the
    prefecture that the shop ships from; without it, the one that the saved shop told.
    Raises UnreadableFile, UnusableArgument for a name that the sheet does not have, and for what is no prefecture.
    """
    source, cells = templates_sheet(path)
    chosen = prime_cells(cells, names, shop)
    account, readings = (shop.account, shop.readings) if shop else (Account(), {})
    audit = judged(chosen, account, readings, as_of)
    there = {cell.template for cell in chosen}
    left_out = [name for name in dict.fromkeys(cell.template for cell in cells) if name not in there]
    return JudgedTemplates(source, chosen, left_out, audit, as_of, kept(chosen, start or account.ships_from, as_of))


def judged(cells: Sequence[TemplateCell], account: Account, readings: Mapping[str, str], as_of: date) -> Audit:
    """All verdicts on cells, filled in by hand or read: what the grid asks after every edit. The day is Japan's."""
    known = [cell if cell.same_day_region else with_account(cell, account) for cell in cells]
    known = with_areas(known, home())
    run = Run(as_of, readings=readings)
    book = rules_of(TEMPLATE_CHECKS)
    return judge.judge(book, TEMPLATE_CHECKS, terms(), run, known, subject=attrgetter("name"), everything=True)


def with_account(cell: TemplateCell, account: Account) -> TemplateCell:
    """A cell with what the owner told of the shop's Same Day."""
    answer = account.same_day_region
    return msgspec.structs.replace(cell, same_day_region=answer) if answer in ("yes", "no") else cell


def prime_cells(cells: Sequence[TemplateCell], names: Sequence[str], shop: "Shop | None") -> list[TemplateCell]:
    """The cells of the Prime templates. Raises UnusableArgument.

    A sheet of which nobody says which templates are Prime is taken to be one of Prime templates: it tells their fee for Prime members.
    """
    there = tuple(dict.fromkeys(cell.template for cell in cells))
    for name in names:
        if name.strip() not in there:
            raise UnusableArgument("no_such_template", name=name, there=there)
    saved = shop.prime_templates if shop and shop.prime_templates else frozenset()
    wanted = {name.strip() for name in names} or (saved & set(there))
    if wanted:
        return [cell for cell in cells if cell.template in wanted]
    says_prime = any(cell.prime == "yes" for cell in cells)
    return [cell for cell in cells if cell.prime == "yes" or (cell.prime is None and not says_prime)]


def set_cell(store: Path, cell: TemplateCell, field: str, text: str, now: datetime) -> tuple[TemplateCell, ...]:
    """Set one figure of a cell as the owner writes it ("" makes it not known); gives all cells.

    Raises UnusableArgument for what is no count of days and no yen, UnusableStore.
    """
    try:
        value = None if not text.strip() else (most_days if field == "days" else fee)(text.strip())
    except BadCell as error:
        raise UnusableArgument("bad_fact", fact=field, value=text, expected=error.args[0]) from error
    offered = "no" if field == "days" and value is not None and value < 0 else "yes"
    changed = msgspec.structs.replace(cell, **{field: value if offered == "yes" else None}, offered=offered)
    with doing(store, "template_cell", now, template=cell.template, region=cell.region, service=cell.service, to=text) as db:
        others = [template_cell for template_cell in of(db) if template_cell.name != cell.name]
        keep(db, [*others, changed], now)
        return of(db)


def grid(cells: Sequence[TemplateCell], template: str) -> list[TemplateCell]:
    """Every cell of a template, those of parts of a region after their region; what nobody told is there and not known."""
    mine = [cell for cell in cells if cell.template == template]
    rows = []
    for region in REGIONS:
        for service in SERVICES:
            there = [cell for cell in mine if cell.region == region and cell.service == service]
            rows += there or [TemplateCell(template=template, region=region, service=service)]
    return [*rows, *(cell for cell in mine if cell not in rows)]


def marks(cells: Sequence[TemplateCell], account: Account, readings: Mapping[str, str], as_of: date) -> dict[str, list[Finding]]:
    """The findings on cells that hold something, by the cell's name; an empty cell is not offered, and no fault."""
    filled = [cell for cell in cells if cell.offered == "no" or any(getattr(cell, field) is not None for field in FIELDS)]
    found: dict[str, list[Finding]] = {}
    for finding in judged(filled, account, readings, as_of).findings:
        found.setdefault(finding.subject, []).append(finding)
    return found


def cell_words(cell: TemplateCell, lang: str) -> str:
    """A cell as a person calls it: template, place and service."""
    place = cell.place or words.say(lang, f"region.{cell.region}")
    return " / ".join(part for part in (cell.template, place, words.say(lang, f"service.{cell.service}")) if part)


def names_of(cells: Sequence[TemplateCell], primes: Iterable[str] | None) -> list[str]:
    """The templates of a shop: its Prime ones, then the others of which it told something."""
    return list(dict.fromkeys([*sorted(primes or ()), *(cell.template for cell in cells)]))


def found_of(
    cells: Sequence[TemplateCell], account: Account, readings: Mapping[str, str], as_of: date
) -> Iterator[tuple[TemplateCell, list[Finding]]]:
    """Every cell that was told with what is found of it, the worst first: what the grid marks, template by template."""
    for name in names_of(cells, ()):
        mine = [cell for cell in cells if cell.template == name]
        marked = marks(mine, account, readings, as_of)
        for cell in mine:
            if findings := marked.get(cell.name):
                yield cell, sorted(findings, key=badness)
