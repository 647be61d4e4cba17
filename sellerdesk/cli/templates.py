"""`templates`: the shipping-template grid, cell by cell."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import msgspec

from sellerdesk.cli.answer import TO_MEND, Asked, answering, dated, leave
from sellerdesk.cli.sources import FILE, SHOWN, saved_shop, source_json, templates_option
from sellerdesk.rules.checks import TEMPLATE_CHECKS
from sellerdesk.rules.engine.judge import Audit
from sellerdesk.rules.engine.per_subject import worth_listing
from sellerdesk.workflows.sfp.promises import Kept, named, sentences
from sellerdesk.workflows.sfp.templates import JudgedTemplates, cell_words, judge_templates
from sellerdesk.workflows.terms import rules
from sellerdesk.writers import as_json, as_text, unread


@click.command(name="templates")
@click.argument("file", type=FILE)
@templates_option("Judge this template only; may be given several times.", name="names")
@click.option("--from-prefecture", "start", help="The prefecture that the shop ships from: tells which promises no carrier keeps.")
@click.option("--all", "everything", is_flag=True, help="List verdicts that are ok, or lack a fact, too.")
@click.option("--limit", default=SHOWN, show_default=True, type=click.IntRange(0), help="Most findings printed of each kind (0: all).")
@dated
@answering
def templates_command(
    asked: Asked, *, file: Path, names: tuple[str, ...], start: str | None, everything: bool, limit: int, as_of: date
) -> None:
    """Judge Prime shipping templates: a sheet of template, region, service, days, fee for Prime and fee for others."""
    done = judge_templates(file, names, saved_shop(asked, with_offers=False), as_of, start)
    audit = done.audit if everything else worth_listing(done.audit)
    content: dict[str, object] = {
        "as_of": as_of,
        "source": source_json(done.source, asked.lang),
        "summary": done.audit.summary,
        "not_covered": done.audit.not_covered,
        "missing": as_json.missing(done.audit.missing),
        "templates": done.templates,
        "not_judged": done.left_out,
        "grid": grid(done),
        "promises": promises_json(asked, done.kept),
        "findings": as_json.findings(audit.findings, rules(), TEMPLATE_CHECKS, asked.lang) if asked.as_json else [],
    }
    asked.tell(content, as_lines(asked, done, audit, limit))
    counts = done.audit.summary.values()
    leave(TO_MEND if done.source.refused or not counts or any(count.get("breach") or count.get("check") for count in counts) else 0)


def grid(done: JudgedTemplates) -> list[dict[str, object]]:
    """Every cell with the rules that mark it, and the outcome of each."""
    marks = done.marks()
    return [
        {
            "subject": cell.name,
            **msgspec.structs.asdict(cell),
            "place": cell.place or cell.region,
            "marks": {finding.rule: finding.outcome for finding in marks[cell.name]},
        }
        for cell in done.cells
    ]


def promises_json(asked: Asked, kept: Kept) -> dict[str, object]:
    """The promises that no carrier keeps, for JSON; `from` is null where the prefecture was not told: then nothing is known."""
    return {
        "from": kept.start,
        "promising": kept.promising,
        "not_kept": [
            {**msgspec.structs.asdict(promise), "whole": named(promise.whole, asked.lang), "partly": named(promise.partly, asked.lang)}
            for promise in kept.broken
        ],
        "known": [
            {
                "figure": name,
                "since": version.first,
                "source": version.source.in_(asked.lang),
                "checked": version.checked,
                "sure": version.sure,
            }
            for name, version in kept.figures.items()
        ],
    }


def promise_lines(asked: Asked, kept: Kept, names: dict[str, str], as_of: date) -> Iterator[str]:
    """The promises that no carrier keeps, for a person; routes that no figure names are not known."""
    if not kept.promising:
        return
    yield ""
    if not kept.figures:
        yield asked.say("say.promises_unknown", as_of=as_of)
        return
    if kept.start is None:
        yield asked.say("typed.promises_need")
        return
    yield asked.say("say.promises_head", start=kept.start)
    for words in sentences(kept, names, asked.lang):
        yield "  " + words
    yield "  " + asked.say("say.promises_rest")


def as_lines(asked: Asked, done: JudgedTemplates, audit: Audit, limit: int) -> Iterator[str]:
    """The verdicts for a person; `audit` holds those to be listed."""
    shown = [name or asked.say("say.template_unnamed") for name in done.templates]
    yield asked.say("say.templates_head", file=done.source.file, judged=shown, cells=len(done.cells), as_of=done.as_of)
    if done.left_out:
        yield asked.say("say.templates_left", names=done.left_out)
    yield from as_text.not_covered(done.audit.not_covered, rules(), done.as_of, asked.lang)
    yield from unread.lines(done.source.unread, asked.lang)
    yield from as_text.refusals(done.source.refused, done.source.file, asked.lang)
    yield from as_text.counts(done.audit, asked.lang)
    names = {cell.name: cell_words(cell, asked.lang) for cell in done.named()}
    listed = [msgspec.structs.replace(finding, subject=names.get(finding.subject, finding.subject)) for finding in audit.findings]
    yield from as_text.findings(listed, rules(), asked.lang, limit)
    yield from as_text.missing(done.audit.missing, asked.lang)
    yield from promise_lines(asked, done.kept, names, done.as_of)
    if done.audit.summary and not worth_listing(done.audit).findings and not done.audit.missing:
        yield asked.say("say.nothing_to_mend")


COMMANDS = {"templates": templates_command}
