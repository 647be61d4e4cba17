"""Judge the Prime shipping templates of a seller's sheet, cell by cell."""

from collections.abc import Mapping, Sequence
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from sellerdesk.domain.account import Account
from sellerdesk.domain.finding import Finding
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.domain.template import TemplateCell
from sellerdesk.rules import engine
from sellerdesk.rules.check import Run
from sellerdesk.rules.engine import Audit
from sellerdesk.rules.explain import TEMPLATE_CHECKS
from sellerdesk.workflows.reading import Source, templates_sheet
from sellerdesk.workflows.terms import rules_of, terms

if TYPE_CHECKING:
    from sellerdesk.workflows.shop import Shop


class JudgedTemplates(msgspec.Struct, frozen=True):
    """The verdicts on the cells of a sheet; `left_out` are the templates that are not Prime ones, and so not judged."""

    source: Source
    cells: list[TemplateCell]
    left_out: list[str]
    audit: Audit
    as_of: date

    @property
    def templates(self) -> list[str]:
        """The templates judged, in the order of the sheet."""
        return list(dict.fromkeys(cell.template for cell in self.cells))

    def marks(self) -> Mapping[str, list[Finding]]:
        """What is wrong or not known of every cell, by its name: what a grid marks."""
        found: dict[str, list[Finding]] = {cell.name: [] for cell in self.cells}
        for finding in self.audit.findings:
            if finding.outcome != "ok":
                found[finding.subject].append(finding)
        return found


def judge_templates(path: Path, names: Sequence[str], shop: "Shop | None", as_of: date) -> JudgedTemplates:
    """Judge every cell of the Prime templates of a sheet by the terms of a day (Japan); every verdict is a finding.

    `names` are Prime templates; without any, the rows that say so, the saved shop's, or else all of the sheet.
    Raises UnreadableFile, UnusableArgument for a name that the sheet does not have.
    """
    source, cells = templates_sheet(path)
    chosen = prime_cells(cells, names, shop)
    account, readings = (shop.account, shop.readings) if shop else (Account(), {})
    audit = judged(chosen, account, readings, as_of)
    there = {cell.template for cell in chosen}
    left_out = [name for name in dict.fromkeys(cell.template for cell in cells) if name not in there]
    return JudgedTemplates(source, chosen, left_out, audit, as_of)


def judged(cells: Sequence[TemplateCell], account: Account, readings: Mapping[str, str], as_of: date) -> Audit:
    """All verdicts on cells, filled in by hand or read: what the grid asks after every edit. The day is Japan's."""
    known = [cell if cell.same_day_region else with_account(cell, account) for cell in cells]
    run = Run(as_of, readings=readings)
    book = rules_of(TEMPLATE_CHECKS)
    return engine.judge(book, TEMPLATE_CHECKS, terms(), run, known, subject=attrgetter("name"), everything=True)


def with_account(cell: TemplateCell, account: Account) -> TemplateCell:
    """A cell with what the owner told of the shop's Same Day."""
    told = account.same_day_region
    return msgspec.structs.replace(cell, same_day_region=told) if told in ("yes", "no") else cell


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
    told = any(cell.prime == "yes" for cell in cells)
    return [cell for cell in cells if cell.prime == "yes" or (cell.prime is None and not told)]
