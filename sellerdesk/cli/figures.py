"""`figures`: every figure in force with its source; fact packs taken in, written and taken away."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import msgspec

from sellerdesk import assets
from sellerdesk.cli.answer import Asked, answering, dated
from sellerdesk.cli.sources import saved_shop
from sellerdesk.clock import now
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.reports.figure_words import sure_words, value_words
from sellerdesk.rules.figures.joined import Conflict
from sellerdesk.workflows.figures.in_force import figures
from sellerdesk.workflows.program.guide import guide, lines
from sellerdesk.workflows.program.packs import PackChange, PackPreview, format_of, preview
from sellerdesk.workflows.program.shown_figures import Shown, shown
from sellerdesk.workflows.shop import packs

FILE = click.Path(path_type=Path)
EXAMPLE = "help/pack_example.toml"


@click.group(name="figures", invoke_without_command=True)
@click.option("--format", "of_format", is_flag=True, help="Show how a fact pack is written, with an example.")
@dated
@answering
@click.pass_context
def figures_command(ctx: click.Context, asked: Asked, *, of_format: bool, as_of: date) -> None:
    """List every figure in force on a day: since when, from where, how sure, how old, and what in the shop it touches."""
    if ctx.invoked_subcommand is not None:
        ctx.obj = asked
        return
    if of_format:
        section = next(one for one in guide().section if one.id == "packs")
        words = [section.title.in_(asked.lang), *lines(section.body.in_(asked.lang)), "", assets.text(EXAMPLE).rstrip()]
        asked.tell({"format": words}, words)
        return
    found = shown(as_of, saved_shop(asked, with_offers=True))
    told: dict[str, object] = {"version": 1, "as_of": as_of, "figures": [figure_json(one) for one in found]}
    asked.tell(told, as_lines(asked, found, as_of))


def figure_json(one: Shown) -> dict[str, object]:
    """A figure for JSON."""
    told = {"start": "from", "end": "to", "age": "age_days"}
    return {told.get(name, name): value for name, value in msgspec.structs.asdict(one).items()}


def as_lines(asked: Asked, found: list[Shown], as_of: date) -> Iterator[str]:
    """The figures for a person."""
    lang = asked.lang
    yield asked.say("source.head", as_of=as_of, count=len(found), unsure=sum(one.sure != "sure" for one in found))
    for one in found:
        facts = {"value": value_words(one.id, one.value, lang), "sure": sure_words(one.sure, lang)}
        yield f"  {one.id}  " + asked.say("source.line", name=one.name, start=one.start, checked=one.checked, age=one.age, **facts)
        yield "    " + asked.say("source.from_where", source=one.source, where=one.where)
        if one.other is not None:
            yield "    " + asked.say("source.differs", other=one.other)
        if one.pack:
            yield "    " + asked.say("source.of_pack", file=one.pack)
        if one.offers:
            yield "    " + asked.say("source.touches", offers=one.offers)


@figures_command.command(name="import")
@click.argument("file", type=FILE)
@click.option("--preview", "only_preview", is_flag=True, help="Show what would change, and take nothing in.")
@answering
def import_command(asked: Asked, *, file: Path, only_preview: bool) -> None:
    """Take in a fact pack: one TOML file with new versions of figures, fares, reason codes or category words. It can be undone."""
    pack, text = packs.read_file(file)
    found = preview(pack, saved_shop(asked, with_offers=True))
    if not only_preview:
        packs.keep(asked.store, file.name, text, now())
    told: dict[str, object] = {
        "file": file.name, "taken_in": not only_preview, "changes": [change_json(one) for one in found.changes],
        "tables": msgspec.to_builtins(found.tables), "reasons": found.reasons, "category_words": found.words,
        "conflicts": [msgspec.to_builtins(one) for one in found.conflicts],
    }  # fmt: skip
    asked.tell(told, [*preview_lines(asked, file.name, found), *([] if only_preview else [asked.say("source.taken_in", file=file.name)])])


def change_json(one: PackChange) -> dict[str, object]:
    """A change for JSON."""
    spelled = {"start": "from", "end": "to"}
    return {spelled.get(name, name): value for name, value in msgspec.structs.asdict(one).items()}


def preview_lines(asked: Asked, file: str, found: PackPreview) -> Iterator[str]:
    """What a pack changes, for a person."""
    yield asked.say("source.changes_head", file=file)
    for one in found.changes:
        yield "  " + change_words(asked, one)
        if one.offers is not None:
            yield "    " + asked.say("source.change_offers", offers=one.offers, yen=one.yen or 0)
    for table in found.tables:
        yield "  " + asked.say("source.change_tables", start=table.start, name=table.method, table=table.table)
    if found.reasons or found.words:
        yield "  " + asked.say("source.change_words", reasons=found.reasons, words=found.words)
    yield from ("  " + conflict_words(asked, one) for one in found.conflicts)


def change_words(asked: Asked, one: PackChange) -> str:
    """A change in words."""
    before = asked.say("source.unknown") if one.before is None else value_words(one.id, one.before, asked.lang)
    facts = {"name": one.name, "start": one.start, "before": before, "after": value_words(one.id, one.after, asked.lang)}
    return asked.say("source.change", **facts) if one.end is None else asked.say("source.change_until", end=one.end, **facts)


def conflict_words(asked: Asked, one: Conflict) -> str:
    """A conflict in words."""
    holds, gives_way = (value_words(one.figure, version.value, asked.lang) for version in (one.holds, one.gives_way))
    name = figures()[one.figure].name
    return asked.say("source.conflict", name=name, start=one.start, holds=holds, gives_way=gives_way, checked=one.holds.checked)


@figures_command.command(name="export")
@click.argument("file", type=FILE)
@click.option("--only", multiple=True, metavar="ID", help="Only the figures whose ids begin so; may be given several times.")
@answering
def export_command(asked: Asked, *, file: Path, only: tuple[str, ...]) -> None:
    """Write figures, those of packs among them, into a fact pack that this program reads."""
    chosen = [one for name, one in figures().items() if not only or name.startswith(only)]
    if not chosen:
        raise UnusableArgument("figure_not_there", name=", ".join(only))
    asked.write(file, format_of(chosen).encode())
    asked.tell({"file": str(file), "figures": len(chosen)}, [])


@figures_command.command(name="drop")
@click.argument("name")
@answering
def drop_command(asked: Asked, *, name: str) -> None:
    """Take a fact pack away, by the name of its file. It can be undone."""
    packs.drop(asked.store, name, now())
    asked.tell({"dropped": name}, [asked.say("source.dropped", file=name)])


COMMANDS = {"figures": figures_command}
