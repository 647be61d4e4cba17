"""`audit`: the points and SFP rules over every offer."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from sellerdesk.cli import completion
from sellerdesk.cli.answer import TO_MEND, Asked, answering, dated, leave
from sellerdesk.cli.sources import FILE, SHOWN, saved_shop, source_json, templates_option
from sellerdesk.clock import now
from sellerdesk.domain.finding import Finding, badness
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.rules.checks import ACCOUNT_CHECKS, OFFER_CHECKS
from sellerdesk.workflows.files import Source, kind_name
from sellerdesk.workflows.offers.audit import Audited, Files, audit
from sellerdesk.workflows.points.enrolment import judged
from sellerdesk.workflows.terms import rules, terms
from sellerdesk.writers import as_json, as_text, words


@click.command(name="audit")
@click.argument("listings", required=False, type=FILE)
@click.option("--demo", "of_demo", is_flag=True, help="Judge the demo shop.")
@click.option("--facts", type=FILE, help="Your sheet of facts about SKUs (CSV).")
@click.option("--price-file", type=FILE, help="The price-and-quantity file, for its restock dates.")
@click.option("--as-uploaded", "uploaded", type=FILE, help="Judge as if this price-and-quantity file had been uploaded.")
@templates_option()
@click.option("--all", "everything", is_flag=True, help="List verdicts that are ok, or lack a fact, too.")
@click.option("--why", "skus", multiple=True, metavar="SKU", shell_complete=completion.skus, help="Explain every verdict on a SKU.")
@click.option("--limit", default=SHOWN, show_default=True, type=click.IntRange(0), help="Most findings printed of each kind (0: all).")
@click.option("--save", is_flag=True, help="Save the files and the Prime templates with the shop.")
@dated
@answering
def audit_command(
    asked: Asked,
    *,
    listings: Path | None,
    facts: Path | None,
    price_file: Path | None,
    uploaded: Path | None,
    templates: tuple[str, ...],
    as_of: date,
    skus: tuple[str, ...],
    limit: int,
    of_demo: bool,
    everything: bool,
    save: bool,
) -> None:
    """Judge every offer: 2% points and the Seller Fulfilled Prime terms. Without a file: the saved catalogue."""
    if of_demo and (listings or facts or price_file or uploaded or templates or save):
        raise UnusableArgument(
            "not_together", name="--demo", other="LISTINGS, --facts, --price-file, --as-uploaded, --prime-template, --save"
        )
    files = of_demo_shop() if of_demo else Files(listings, facts, price_file, templates, uploaded)
    saved = None if of_demo else saved_shop(asked, with_offers=listings is None)
    audited = audit(files, saved, as_of, everything=everything or bool(skus))
    if save:
        keep(asked, files, audited)
    tell(asked, audited, skus, limit)
    counts = audited.audit.summary.values()
    refused = any(source.refused for source in (audited.source, *audited.others))
    leave(TO_MEND if refused or not counts or any(count.get("breach") or count.get("check") for count in counts) else 0)


def of_demo_shop() -> Files:
    """The files of the demo shop."""
    from sellerdesk.workflows.offers.demo import demo  # noqa: PLC0415 (the import of the demo shop brings every reader)

    return demo()


def keep(asked: Asked, files: Files, audited: Audited) -> None:
    """Save what was named with the shop."""
    from sellerdesk.workflows.shop import facts as shop_facts  # noqa: PLC0415 (few audits save)
    from sellerdesk.workflows.shop import imports  # noqa: PLC0415 (as above)

    for path in (files.listings, files.price_file, files.facts):
        if path is not None:
            imports.import_file(asked.store, path, now())
    if files.prime_templates and audited.catalogue.prime_templates is not None:
        shop_facts.save_prime_templates(asked.store, audited.catalogue.prime_templates, now())


def tell(asked: Asked, audited: Audited, skus: tuple[str, ...], limit: int) -> None:
    """Print the audit, or why the verdicts on some SKUs are as they are."""
    found = audited.audit.findings
    if skus:
        there = {offer.sku for offer in audited.catalogue.offers}
        for sku in skus:
            if sku not in there:
                raise UnusableArgument("no_such_sku", name=sku)
        found = sorted((finding for finding in found if finding.subject in skus), key=badness)
    content: dict[str, object] = {
        "as_of": audited.as_of,
        **made_from(audited.source),
        "source": source_json(audited.source, asked.lang),
        "others": [source_json(source, asked.lang) for source in audited.others],
        "strays": [{"file": strays.file, "skus": len(strays.skus), "lost_zeros": len(strays.zeros)} for strays in audited.strays],
        "summary": audited.audit.summary,
        "account": as_json.findings(of_account(audited), rules(), ACCOUNT_CHECKS, asked.lang),
        "not_covered": audited.audit.not_covered,
        "missing": as_json.missing(audited.audit.missing),
        "findings": as_json.decided(as_json.findings(found, rules(), OFFER_CHECKS, asked.lang), found, audited.decisions)
        if asked.as_json
        else [],
    }
    lines = (line for finding in found for line in as_text.explained(finding, rules()[finding.rule], terms(), asked.lang))
    asked.tell(content, lines if skus else as_lines(asked, audited, limit))


def made_from(source: Source) -> dict[str, object]:
    """The import that an answer over the saved shop rests on; nothing for a file that was named."""
    return {"judged_from": {"number": source.number, "file": source.file}} if source.number else {}


def of_account(audited: Audited) -> list[Finding]:
    """What stands above an audit: that the programme's planned end has passed."""
    found = judged(audited.account, {}, audited.as_of)
    return [finding for finding in found if finding.rule == "points.programme-period" and finding.outcome != "ok"]


def as_lines(asked: Asked, audited: Audited, limit: int, *, points: bool = True, fine: bool = True) -> Iterator[str]:
    """The audit for a person; `points` is whether the points programme has to do with it, `fine` whether all beside it is."""
    source, lang, report = audited.source, asked.lang, audited.audit
    facts = {"file": source.file, "kind": kind_name(source.kind, lang), "rows": source.rows, "as_of": audited.as_of}
    yield asked.say("say.saved_source", **facts, saved=audited.saved) if audited.saved else asked.say("say.source", **facts)
    for read in (source, *audited.others):
        yield from as_text.refusals(read.refused, read.file, lang)
    for stray in audited.strays:
        key, found = ("say.lost_zeros", stray.zeros) if stray.zeros else ("say.unknown_skus", stray.skus)
        yield asked.say(key, file=stray.file, count=len(found), example=found[0])
    yield from (words.worded(finding, rules()[finding.rule], lang).text for finding in (of_account(audited) if points else ()))
    yield from as_text.not_covered(report.not_covered, rules(), audited.as_of, lang)
    yield from as_text.counts(report, lang)
    yield from as_text.findings(report.findings, rules(), lang, limit, audited.decisions)
    yield from as_text.missing(report.missing, lang)
    if fine and report.summary and not report.findings and not report.missing:
        yield asked.say("say.nothing_to_mend")


COMMANDS = {"audit": audit_command}
