"""Shipping templates, cell by cell: free for Prime members, fast enough, and abroad by standard shipping only.

Sources: clauses S-04…S-08. Only what a template offers is judged; the fee for other buyers is the seller's own affair (S-07).
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from sellerdesk.domain.facts import SkuFacts, YesNo
from sellerdesk.domain.finding import OK, Change, Facts, Finding, Verdict
from sellerdesk.domain.template import DOMESTIC, Region, TemplateCell
from sellerdesk.rules.engine.check import Check, Judge, NoParams, Run, Scope, lacking

ABROAD, UNLISTED = "international", "island"
FREE = 0


class Speeds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The most days of a free expedited delivery by region; `unlisted` are those of a remote island, if the place is one."""

    days: dict[str, int]
    unlisted: int


def offered(_run: Run) -> Scope[TemplateCell]:
    """The places and services that the seller chose to offer (S-06)."""
    return Scope(lambda cell: cell.offered == "yes")


def described(cell: TemplateCell) -> Facts:
    """What a verdict says about a cell beside what it compares."""
    return {"template": cell.template, "region": cell.region, "place": cell.place or cell.region, "service": cell.service}


def free_for_prime(_params: NoParams, _run: Run) -> Judge[TemplateCell]:
    """No fee for Prime members, whatever the place and the service (S-06)."""
    unknown = lacking("prime_fee")

    def judge(cell: TemplateCell, _known: SkuFacts) -> Verdict | None:
        if cell.prime_fee is None:
            return unknown
        return OK if cell.prime_fee == FREE else Verdict("fee", {**described(cell), "prime_fee": cell.prime_fee})

    return judge


def region_speed(params: Speeds, _run: Run) -> Judge[TemplateCell]:
    """Expedited shipping in the days of its region (S-04), abroad by standard only (S-05), Same Day where the shop may (S-08).

    No clause gives days for standard and scheduled shipping.
    """

    def judge(cell: TemplateCell, _known: SkuFacts) -> Verdict | None:
        if cell.region == ABROAD:
            return OK if cell.service == "standard" else Verdict("abroad", described(cell))
        if cell.service not in ("expedited", "same_day"):
            return OK
        slow = too_slow(cell, params)
        if cell.service == "expedited" or (slow is not None and not slow.missing):
            return slow or OK
        return of_same_day(cell)

    return judge


def too_slow(cell: TemplateCell, params: Speeds) -> Verdict | None:
    """The verdict on the days of a domestic cell; `None` when they are few enough wherever the place lies."""
    if cell.days is None:
        return lacking("days")
    strictest = min(params.days.values())
    most = params.unlisted if cell.region == UNLISTED else params.days[cell.region]
    if cell.days > most:
        sure: Facts = {"sure": strictest} if cell.region == UNLISTED else {}
        return Verdict("slow", {**described(cell), "days": cell.days, "most": most, **sure})
    if cell.region == UNLISTED and cell.days > strictest:
        return Verdict("island", {**described(cell), "days": cell.days, "most": strictest})
    return None


def of_same_day(cell: TemplateCell) -> Verdict:
    """Whether the shop may use Same Day: its address in the region, and its application; the region is listed nowhere (S-08)."""
    if cell.same_day_region is None:
        return lacking("same_day_region")
    return OK if cell.same_day_region == "yes" else Verdict("same_day", described(cell))


def standard_at_home(_run: Run) -> Scope[TemplateCell]:
    """Standard shipping within Japan, offered, not offered, or not told."""
    return Scope(lambda cell: cell.service == "standard" and cell.region in DOMESTIC)


class Nationwide(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whether standard-size items go to the whole country."""

    whole_country: bool


def nationwide(params: Nationwide, _run: Run) -> Judge[TemplateCell]:
    """Standard-size items go to the whole country; no clause says so, but Amazon has asked for it since 15 July 2021."""
    unknown = lacking("served")

    def judge(cell: TemplateCell, _known: SkuFacts) -> Verdict | None:
        if not params.whole_country:
            return None
        if cell.served is None:
            return unknown
        return OK if cell.served == "yes" else Verdict("left_out", described(cell))

    return judge


class Prefectures(NamedTuple):
    """The prefectures of each region by name, and the name of the one that words speak of (None: of none)."""

    of_region: Mapping[Region, Sequence[str]]
    named: Callable[[str], str | None]


def with_areas(cells: Sequence[TemplateCell], home: Prefectures) -> list[TemplateCell]:
    """Cells with what they say together of every region of Japan: the standard cell of each says whether any service goes there.

    A region that a template does not name at all gets a cell that is not told: left out of a sheet is not the same as not served.
    Where a template names most prefectures of a region one by one, those that it leaves out get such a cell instead.
    """
    every: list[TemplateCell] = []
    for template in dict.fromkeys(cell.template for cell in cells):
        mine = [cell for cell in cells if cell.template == template]
        for cell in mine:
            answer = served(mine, cell.region) if not cell.place else is_offered(cell)
            every.append(msgspec.structs.replace(cell, served=answer) if cell.service == "standard" else cell)
        there = {cell.region for cell in mine if cell.service == "standard" and not cell.place}
        for region in DOMESTIC:
            if region not in there:
                every += of_area(template, region, [cell for cell in mine if cell.region == region], home)
    return every


def of_area(template: str, region: Region, mine: Sequence[TemplateCell], home: Prefectures) -> list[TemplateCell]:
    """The standard cell of a region that a template names in parts or not at all; or those of the prefectures that it leaves out."""
    answers = {home.named(cell.place): is_offered(cell) for cell in mine if cell.place}
    prefectures = home.of_region.get(region, ())
    left_out = [name for name in prefectures if answers.get(name) is None]
    cell = TemplateCell(template=template, region=region, service="standard", offered=None, served=served(mine, region))
    if cell.served is not None or len(left_out) * 2 >= len(prefectures):
        return [cell]
    if not left_out:
        whole: YesNo = "yes" if all(answers[name] == "yes" for name in prefectures) else "no"
        return [msgspec.structs.replace(cell, served=whole)]
    return [msgspec.structs.replace(cell, place=name) for name in left_out]


def served(cells: Sequence[TemplateCell], region: Region) -> YesNo | None:
    """Whether any service of a template goes to the whole of a region; None where its cells leave that open."""
    whole = [cell for cell in cells if cell.region == region and not cell.place]
    if any(is_offered(cell) == "yes" for cell in whole):
        return "yes"
    return "no" if any(cell.service == "standard" and is_offered(cell) == "no" for cell in whole) else None


def is_offered(cell: TemplateCell) -> YesNo | None:
    """Whether a cell is offered; None for one that tells neither days nor a fee."""
    blank = (cell.days, cell.prime_fee, cell.other_fee) == (None, None, None)
    return None if cell.offered == "yes" and blank else cell.offered


def serve(finding: Finding) -> tuple[Change, ...]:
    """The area taken into the template."""
    return (Change(finding.subject, "served", "yes"),)


def no_fee(finding: Finding) -> tuple[Change, ...]:
    """Nothing to pay for Prime members."""
    return (Change(finding.subject, "prime_fee", FREE),)


def right_speed(finding: Finding) -> tuple[Change, ...]:
    """The most days that are surely allowed, or the service taken out of the template."""
    if finding.case in ("slow", "island"):
        return (Change(finding.subject, "days", finding.facts.get("sure", finding.facts["most"])),)
    return (Change(finding.subject, "offered", "no"),)


CHECKS = (
    Check("nationwide", Nationwide, standard_at_home, ("left_out",), ("served",), nationwide, serve),
    Check("free_for_prime", NoParams, offered, ("fee",), ("prime_fee",), free_for_prime, no_fee),
    Check(
        "region_speed", Speeds, offered, ("slow", "island", "abroad", "same_day"), ("region", "service", "days"), region_speed, right_speed
    ),
)
