"""Judge the shipments of SFP offers in a seller's sheet, and measure the week just past."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from operator import attrgetter
from pathlib import Path

import msgspec

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.facts import YesNo
from sellerdesk.domain.finding import MISSING, Finding
from sellerdesk.domain.shipment import Shipment
from sellerdesk.readers.methods import as_taught
from sellerdesk.rules.checks import SHIPMENT_CHECKS
from sellerdesk.rules.engine import judge
from sellerdesk.rules.engine.check import Run
from sellerdesk.rules.engine.judge import Audit, Unknowns
from sellerdesk.rules.engine.per_subject import one_each, worth_listing
from sellerdesk.rules.sfp.prime_shipments import Unknown, prime_shipments
from sellerdesk.rules.sfp.rates import Measured
from sellerdesk.workflows.files import Source, facts_sheet, listings_report, shipments_sheet
from sellerdesk.workflows.offers.audit import Audited, Strays, strays_among
from sellerdesk.workflows.sfp.measures import OfTrial, measures, trial
from sellerdesk.workflows.shop.catalogue import named_templates
from sellerdesk.workflows.terms import rules, rules_of, terms

FIRST_RULE = "sfp.carrier-method"
"""The rule that speaks for the file where it is not known which of its shipments are judged: one check, not thousands."""


class ShipmentFiles(msgspec.Struct, frozen=True):
    """What a command names; `every`: all shipments of the file are of SFP offers."""

    shipments: Path
    listings: Path | None = None
    prime_templates: tuple[str, ...] = ()
    facts: Path | None = None
    every: bool = False


class ShipmentAnswers(msgspec.Struct, frozen=True):
    """What the owner told the shop that shipments are judged by: spellings of methods (by folded words), readings, and Same Day."""

    methods: Mapping[str, str] = {}
    readings: Mapping[str, str] = {}
    same_day_region: YesNo | None = None

    def put_in(self, shipments: list[Shipment]) -> list[Shipment]:
        """The shipments with it."""
        shipments = with_taught(shipments, self.methods)
        if self.same_day_region is None:
            return shipments
        return [msgspec.structs.replace(shipment, same_day_region=self.same_day_region) for shipment in shipments]


class JudgedShipments(msgspec.Struct, frozen=True):
    """The verdicts on the shipments of a file, the rates of the days that end with the day of the run, and the trial's."""

    audited: Audited
    measures: list[Measured]
    trial: list[OfTrial]


def judge_shipments(files: ShipmentFiles, as_of: date, shop: ShipmentAnswers, *, everything: bool = False) -> JudgedShipments:
    """Judge every shipment of an SFP offer by the terms of a day (Japan). Raises UnreadableFile, UnusableArgument."""
    source, shipments = shipments_sheet(files.shipments)
    shipments = shop.put_in(shipments)
    others: list[Source] = []
    strays: list[Strays] = []
    run = Run(as_of, catalogue_of(files, others), shop.readings)
    if files.listings is not None:
        strays_among(run.catalogue.offers, strays)(
            source, dict.fromkeys(shipment.sku for shipment in shipments if shipment.sku is not None)
        )
    prime, unknown = prime_shipments(shipments, run, listings=files.listings is not None, every=files.every)
    audit = judged(prime, run, unknown, source.file)
    shown = audit if everything else worth_listing(audit)
    audited = Audited(shown, run.catalogue, as_of, source, others, strays)
    return JudgedShipments(audited, measures(prime, audit, as_of), trial(prime, audit, as_of))


def with_taught(shipments: list[Shipment], taught: Mapping[str, str]) -> list[Shipment]:
    """The shipments with what the owner taught of spellings that the table does not know."""
    return (
        [msgspec.structs.replace(shipment, service=as_taught(shipment.service, taught)) for shipment in shipments] if taught else shipments
    )


def catalogue_of(files: ShipmentFiles, others: list[Source]) -> Catalogue:
    """The shop as far as the files named beside the shipments tell it; `others` grows by them."""
    catalogue = Catalogue([])
    if files.listings is not None:
        source, listings = listings_report(files.listings)
        others.append(source)
        templates = named_templates(files.prime_templates, listings.offers) if files.prime_templates else None
        catalogue = Catalogue(listings.offers, {}, templates)
    if files.facts is not None:
        source, facts = facts_sheet(files.facts)
        others.append(source)
        catalogue = msgspec.structs.replace(catalogue, facts=facts)
    return catalogue


def judged(shipments: Sequence[Shipment], run: Run, unknown: Sequence[Unknown], file: str) -> Audit:
    """Every shipment of an SFP offer by every rule, one finding per rule and order; those not known are one check of the file.

    Orders that were cancelled have no parcel: they count in the rates alone.
    """
    shipments = [shipment for shipment in shipments if not shipment.is_cancelled]
    in_order = attrgetter("order_id")
    book = rules_of(SHIPMENT_CHECKS)
    audit = judge.judge(book, SHIPMENT_CHECKS, terms(), run, shipments, subject=in_order, everything=True)
    waiting = Counter[tuple[Unknowns, ...]](((tuple(audit.summary), facts),) for facts in unknown)
    audit = one_each(audit, waiting)
    if unknown and FIRST_RULE in audit.summary:
        audit.summary[FIRST_RULE]["check"] += 1
        audit.findings.append(not_known(file, unknown))
    return audit


def not_known(file: str, unknown: Sequence[Unknown]) -> Finding:
    """The one check of a file with shipments of which it is not known whether they are of SFP offers."""
    rule, facts = rules()[FIRST_RULE], tuple(sorted({fact for missing in unknown for fact in missing}))
    clauses = rule.clauses
    return Finding(rule.id, "check", file, 0, MISSING, clauses, terms().dated(clauses[0]), {"shipments": len(unknown)}, facts)
