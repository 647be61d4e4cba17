"""Payment reports read, counted once and placed, and what the rules find in them: reports that are named, or those that are saved."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from sellerdesk.domain.account import Account
from sellerdesk.domain.damage import looks_damaged
from sellerdesk.domain.days import LAST_DAY
from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import Finding, badness
from sellerdesk.domain.folding import fold
from sellerdesk.domain.offer import Offer
from sellerdesk.domain.paid import PaidOrder
from sellerdesk.domain.payment import AlsoIn, Payment, PaymentsOfFile, UnknownColumn
from sellerdesk.domain.refusal import rows_lost
from sellerdesk.domain.returned_item import LINES_APART, ReturnedItem
from sellerdesk.domain.unread import Mend
from sellerdesk.readers.payment_countries import FOREIGN
from sellerdesk.readers.payment_damage import lost_skus
from sellerdesk.readers.payment_lines import CUT
from sellerdesk.readers.table import HIDDEN
from sellerdesk.rules.checks import PAID_IN_BOTH_CHECKS, PAID_ORDER_CHECKS, PAID_SKU_CHECKS, PAID_SUM_CHECKS
from sellerdesk.rules.engine.check import Check, Run
from sellerdesk.rules.engine.judge import Audit, MissingFact, judge
from sellerdesk.rules.figures.known import ITEM_FEE
from sellerdesk.rules.payments.charges import skus
from sellerdesk.rules.payments.differing import in_both
from sellerdesk.rules.payments.elsewhere import StandsTwice, elsewhere
from sellerdesk.rules.payments.holes import holes
from sellerdesk.rules.payments.once import RowsOnce, every_once, rows_once
from sellerdesk.rules.payments.orders import orders
from sellerdesk.rules.payments.placed import Placed, placed
from sellerdesk.rules.payments.records import Known, look, rows_of_transactions, sums, without_damage
from sellerdesk.workflows.figures.closing import closing_of
from sellerdesk.workflows.figures.in_force import by_figures, version_on
from sellerdesk.workflows.files import Source, payment_reports
from sellerdesk.workflows.payment_kinds import places
from sellerdesk.workflows.returns.claims import claim_days_from
from sellerdesk.workflows.returns.fees import category_rate, category_version, refund_share, tax_share
from sellerdesk.workflows.terms import rules_of, terms


class ReadFile(msgspec.Struct, frozen=True):
    """A file of payments: what it was, whether it ends inside a row, and how many of its rows other files had brought before.

    `hidden` rows name a SKU that looks like a buyer's telephone, postal code or address: their yen count, their SKU is not kept.
    `unknown` are columns of money that nobody knows. `whole_in` names the file that holds all rows of one that lacks some: this one is
    not needed. `elsewhere` are the files before it that have rows of it under another settlement's number, or under none.
    """

    source: Source
    cut: bool = False
    doubled: int = 0
    hidden: int = 0
    unknown: Sequence[UnknownColumn] = ()
    whole_in: str = ""
    elsewhere: Sequence[AlsoIn] = ()

    @property
    def lost(self) -> int:
        """Rows that could not be read, so that the sums lack them: not the cut one, and none of another country's marketplace."""
        return rows_lost(refusal for refusal in self.source.refused if refusal.expected not in (FOREIGN, CUT.expected))

    @property
    def damaged(self) -> Sequence[Mend]:
        """What a spreadsheet did to order numbers and SKUs of its rows."""
        return self.source.unread.damaged

    @property
    def lacks(self) -> bool:
        """Whether rows of it are nowhere: neither could they be read, nor does another file hold them."""
        return bool(self.lost or self.cut) and not self.whole_in


class Report(msgspec.Struct, frozen=True):
    """Payment reports together: every row once, the sums by kind, the orders that were refunded or returned, and what the rules find.

    `twice` are orders that two files have under two settlements' numbers, so that their yen may count twice. `returns_to` is the last
    day (Japan) that the returns reports tell anything of, `holes` are the first and the last of days between the files that none holds.
    """

    files: Sequence[ReadFile]
    payments: Sequence[Payment]
    sums: Placed
    audit: Audit
    orders: Sequence[PaidOrder] = ()
    held: Sequence[Payment] = ()
    twice: AbstractSet[str] = frozenset()
    returns_to: date | None = None
    holes: Sequence[tuple[date, date]] = ()

    @property
    def beyond_returns(self) -> int:
        """Orders of which something waits for a newer returns report: a refund or a label is later than those that are there reach."""
        return len({finding.subject for finding in self.audit.findings if finding.missing and "returns_to" in finding.facts})

    @property
    def held_yen(self) -> int:
        """Yen that Amazon holds back: in no sum."""
        return sum(payment.total for payment in self.held)

    @property
    def unknown_states(self) -> int:
        """Rows with a status that nobody knows: they are counted as paid."""
        return sum(payment.state == "unknown" for payment in self.payments)

    @property
    def lacking(self) -> Sequence[ReadFile]:
        """The files of which the sums lack something."""
        return [file for file in self.files if file.lacks]

    @property
    def unneeded(self) -> Sequence[ReadFile]:
        """The files that lack rows which another one has all, so that they can be taken away."""
        return [file for file in self.files if file.whole_in]


def read_and_judge(paths: Sequence[Path], as_of: date, known: Known) -> Report:
    """The reports of some files, judged on a day (Japan). Raises UnreadableFile."""
    read = [payment_reports(path) for path in paths]
    return judged([(source, content.content) for source, content in read], as_of, known)


def judged(read: Sequence[tuple[Source, PaymentsOfFile]], as_of: date, known: Known) -> Report:
    """Reports that were read, judged on a day (Japan)."""
    whole = every_once([content for _source, content in read], places())
    files = [
        ReadFile(
            source,
            content.cut,
            whole.doubled.get(place, 0),
            sum(payment.sku == HIDDEN for payment in content.payments),
            content.unknown,
        )
        for place, (source, content) in enumerate(read)
    ]
    is_sound = not any(file.damaged or file.hidden for file in files)  # mostly so: 200,000 rows are not looked through once more
    files = [
        without_need(file, whole_in(file, content, read)) if file.lost or file.cut or file.damaged else file
        for file, (_source, content) in zip(files, read, strict=True)
    ]
    also = elsewhere([content for _source, content in read], places())
    files, twice = with_elsewhere(files, read, also), frozenset(order for found in also for order in found.orders)
    lacking = holes([content.payments for _source, content in read])
    paid, held = (whole.payments, whole.held) if is_sound else rows_looked_at(whole)
    looked = replace(look(paid, places(), held, whole.unmet), holes=lacking)
    printed = [total for _source, content in read for total in content.printed]
    is_named = is_sound or not any(looks_damaged(row.order_id) for row in (*whole.payments, *whole.held))
    known = replace(known, whole=known.whole and not whole.unmet and is_named and not any(file.lacks for file in files))
    both = in_both([content for _source, content in read], places())
    known = replace(known, differing={order.subject for order in both if order.listed != order.settled})
    run, paid_orders = Run(as_of), [*orders(looked, known)]
    audits = [
        looked_at(paid_orders, run, PAID_ORDER_CHECKS),
        looked_at(skus(looked, known), run, PAID_SKU_CHECKS),
        looked_at(sums([*unexplained(paid, read), *whole.settled], printed), run, PAID_SUM_CHECKS),
        looked_at(both, run, PAID_IN_BOTH_CHECKS),
    ]
    found = placed(whole.payments, places()), joined(audits), paid_orders
    return Report(files, whole.payments, *found, whole.held, twice, known.returns_to, lacking)


def unexplained(paid: Sequence[Payment], read: Sequence[tuple[Source, PaymentsOfFile]]) -> list[Payment]:
    """The rows of transactions, without those off their total where just that stands in columns of money that nobody knows.

    Such columns are named by themselves.
    """
    rows = rows_of_transactions(paid)
    unknown = sum(column.yen for _source, content in read for column in content.unknown)
    return [row for row in rows if not row.difference] if unknown and unknown == sum(row.difference for row in rows) else rows


def rows_looked_at(whole: RowsOnce) -> tuple[Sequence[Payment], Sequence[Payment]]:
    """The rows that were paid and those held back, without what a spreadsheet damaged and SKUs that are not kept."""
    lost = lost_skus({row.sku for row in (*whole.payments, *whole.held)}) | {HIDDEN}
    return without_damage(whole.payments, lost), without_damage(whole.held, lost)


def without_need(file: ReadFile, whole: str) -> ReadFile:
    """A file whose rows all stand in another one, which is whole ("": there is none): what is damaged in it matters no more."""
    unread = file.source.unread
    rest = replace(unread, mended=tuple(mend for mend in unread.mended if mend not in unread.damaged))
    return replace(file, whole_in=whole, source=replace(file.source, unread=rest)) if whole else file


def with_elsewhere(files: Sequence[ReadFile], read: Sequence[tuple[Source, PaymentsOfFile]], also: Iterable[StandsTwice]) -> list[ReadFile]:
    """The files, with those before them that have rows of theirs under another settlement's number."""
    of_file: defaultdict[int, list[AlsoIn]] = defaultdict(list)
    for found in also:
        of_file[found.file].append(AlsoIn(read[found.other][0].file, found.rows))
    return [replace(file, elsewhere=of_file[place]) if place in of_file else file for place, file in enumerate(files)]


def whole_in(file: ReadFile, content: PaymentsOfFile, read: Sequence[tuple[Source, PaymentsOfFile]]) -> str:
    """The file without a fault that holds every row that was read of another one, and as many rows as that has; "" for none."""
    for source, other in read:
        if other is content or other.cut or source.refused or source.rows < file.source.rows or not content.payments:
            continue
        if rows_once([other.payments, content.payments], places()).doubled.get(1) == len(content.payments):
            return source.file
    return ""


def looked_at(records: Sequence[Any], run: Run, checks: Mapping[str, Check[Any]]) -> Audit:
    """Records by the rules of some checks."""
    subject, day = attrgetter("subject"), lambda one: getattr(one, "day", None)
    return judge(rules_of(checks), checks, terms(), run, records, subject=subject, everything=True, day_of=day)


def joined(audits: Iterable[Audit]) -> Audit:
    """Several audits as one: the worst findings first, those that cost most before the others."""
    parts = list(audits)
    findings = sorted(
        (finding for audit in parts for finding in audit.findings),
        key=lambda finding: (badness(finding), -yen_of(finding), finding.subject),
    )
    summary = {rule: counts for audit in parts for rule, counts in audit.summary.items()}
    return Audit(
        findings,
        summary,
        missing_once(missing for audit in parts for missing in audit.missing),
        [name for audit in parts for name in audit.not_covered],
    )


def missing_once(found: Iterable[MissingFact]) -> list[MissingFact]:
    """The facts that several audits miss, each once with all of its records (orders, SKUs), the one that settles most first."""
    facts: dict[str, MissingFact] = {}
    for missing in found:
        before = facts.get(missing.fact, MissingFact(missing.fact, 0, 0))
        facts[missing.fact] = MissingFact(missing.fact, before.records + missing.records, before.settles + missing.settles)
    return sorted(facts.values(), key=lambda missing: (-missing.settles, -missing.records))


def yen_of(finding: Finding) -> int:
    """The yen that a finding is about; 0 when that is not known."""
    yen = finding.facts.get("yen", 0)
    return abs(yen) if isinstance(yen, int) else 0


def closing_fee(category: str, day: date) -> int | None:
    """The closing fee of a unit of a category on a day (Japan), in yen before tax: 0 where there is none, None where it is not known."""
    found = closing_of(category, day)
    return found.yen if found is not None else 0


@by_figures
def item_fee(day: date) -> int:
    """What the plan without a monthly fee costs for each piece on a day (Japan), in yen before tax; 0 where that is not known."""
    version = version_on(ITEM_FEE, day)
    return 0 if version is None else int(version.value)


def is_category(name: str, as_of: date) -> bool:
    """Whether the table of fees has a category, on a day (Japan) or for good."""
    return any(category_rate(name, day) is not None for day in (as_of, LAST_DAY))


def known_of(
    returns: Sequence[ReturnedItem] | None,
    facts: Mapping[str, SkuFacts],
    offers: Sequence[Offer],
    shop: tuple[Account, date],
    carriers: Mapping[str, str],
) -> Known:
    """What is known beside the payments: judged returns (None: no report), facts, offers, the shop on a day (Japan), carriers by order."""
    account, as_of = shop
    of_order: defaultdict[str, list[ReturnedItem]] = defaultdict(list)
    for item in returns or ():
        of_order[item.subject].append(item)
    known = [day for item in returns or () if (day := requested(item)) is not None]
    listed = Counter(fold(offer.sku) for offer in offers)
    categories = {fold(sku): known.category for sku, known in facts.items() if known.category}
    unlisted = {sku: name for sku, name in categories.items() if not is_category(name, as_of)}
    return Known(
        of_order,
        min(known, default=date.min) if returns is not None else None,
        {sku: name for sku, name in categories.items() if sku not in unlisted},
        {fold(offer.sku): offer.points for offer in offers if offer.points is not None and listed[fold(offer.sku)] == 1},
        {fold(offer.sku): offer.price for offer in offers if offer.price is not None and listed[fold(offer.sku)] == 1},
        carriers,
        partial(claim_days_from, account),
        category_rate,
        refund_share,
        tax_share,
        account.tax_on_fees != "no",
        closing=closing_fee,
        item_fee=item_fee,
        version=category_version,
        unlisted=unlisted,
        returns_lack=months_between(returns or ()),
        returns_to=last_told(returns or ()),
    )


def requested(item: ReturnedItem) -> date | None:
    """The day (Japan) on which a return was requested, or else its order made; None where neither is told."""
    return item.requested_on or item.ordered_on


def last_told(returns: Iterable[ReturnedItem]) -> date | None:
    """The last day (Japan) that returns reports tell anything of, a request or an arrival; None where they tell no day.

    The day on which a report was opened proves nothing: it may be of a range of days long past.
    """
    return max((day for item in returns for day in (requested(item), item.arrived_on) if day is not None), default=None)


def months_between(returns: Iterable[ReturnedItem]) -> set[str]:
    """The months ("2026-08") between two returns reports in which no report tells a return: that of the month was not opened."""
    days: defaultdict[int, list[date]] = defaultdict(list)
    for item in returns:
        if (day := requested(item)) is not None:
            days[item.line // LINES_APART].append(day)
    covered = {month for mine in days.values() for month in months_of(min(mine), max(mine))}
    return {*months_of(min(map(min, days.values())), max(map(max, days.values())))} - covered if days else set()


def months_of(first: date, last: date) -> Iterator[str]:
    """The months ("2026-08") from that of a day to that of another."""
    for place in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield f"{place // 12}-{place % 12 + 1:02}"
