"""`since`: what became bad or good since the report before."""

from collections.abc import Iterator, Sequence
from datetime import date

import click

from sellerdesk.cli.answer import Asked, answering, dated
from sellerdesk.cli.sources import SHOWN
from sellerdesk.domain.finding import Finding
from sellerdesk.domain.imported import Import
from sellerdesk.rules.checks import OFFER_CHECKS
from sellerdesk.workflows.offers.since import Since, since
from sellerdesk.workflows.terms import rules
from sellerdesk.writers import as_json, words


@click.command(name="since")
@click.option("--limit", default=SHOWN, show_default=True, type=click.IntRange(0), help="Most findings printed of each kind (0: all).")
@dated
@answering
def since_command(asked: Asked, *, limit: int, as_of: date) -> None:
    """Show which breaches came and went between the last two listings reports of the saved shop."""
    found = since(asked.store, as_of)
    content: dict[str, object] = {
        "as_of": as_of,
        "last": import_json(found.last),
        "before": import_json(found.before),
        "new": sorted(found.new),
    }
    for name, listed in groups(found):
        content[name] = as_json.findings(listed, rules(), OFFER_CHECKS, asked.lang)
    asked.tell(content, as_lines(asked, found, limit))


def groups(found: Since) -> list[tuple[str, Sequence[Finding]]]:
    """The findings by what became of them."""
    return [("bad", found.bad), ("good", found.good), ("unsure", found.unsure), ("gone", found.gone)]


def import_json(imported: Import) -> dict[str, object]:
    """An import for JSON."""
    return {"number": imported.number, "file": imported.file, "imported_at": imported.imported_at}


def as_lines(asked: Asked, found: Since, limit: int) -> Iterator[str]:
    """What came and went, for a person."""
    yield asked.say("say.since_head", before=found.before.imported_at, last=found.last.imported_at)
    for name, listed in groups(found):
        yield f"{asked.say(f'since.{name}')} {len(listed):,}"
        for text in listed[:limit] if limit else listed:
            yield f"  {text.subject}: {words.worded(text, rules()[text.rule], asked.lang).text}"
        if limit and len(listed) > limit:
            yield "  " + asked.say("typed.more", count=len(listed) - limit)


COMMANDS = {"since": since_command}
