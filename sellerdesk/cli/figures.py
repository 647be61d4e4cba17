"""`figures`: every figure in force with its source; fact packs taken in, written and taken away."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import msgspec

from sellerdesk import assets
from sellerdesk.cli.answer import Asked, answering, dated
from sellerdesk.clock import now
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.workflows.figures.in_force import pack_conflicts
from sellerdesk.workflows.program.guide import guide, lines
from sellerdesk.workflows.program.pack_text import written
from sellerdesk.workflows.program.pack_words import conflict_words, preview_lines
from sellerdesk.workflows.program.packs import PackChange, preview
from sellerdesk.workflows.program.touched import Touched, touched
from sellerdesk.workflows.shop import packs
from sellerdesk.workflows.shop.look_up import looked_up
from sellerdesk.workflows.shop.shown_figures import Shown, shown
from sellerdesk.writers.figure_words import sure_words, value_words

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
        section = next(section for section in guide().section if section.id == "packs")
        words = [section.title.in_(asked.lang), *lines(section.body.in_(asked.lang)), "", assets.text(EXAMPLE).rstrip()]
        asked.tell({"format": words}, words)
        return
    there = touched_by(asked, as_of)
    found = shown(as_of) if there is None else shown(as_of, there.shop, there.returns)
    content: dict[str, object] = {"version": 1, "as_of": as_of, "figures": [figure_json(figure) for figure in found]}
    content["conflicts"] = [msgspec.to_builtins(conflict) for conflict in pack_conflicts()]
    differ = [conflict_words(conflict, asked.lang) for conflict in pack_conflicts()]
    asked.tell(content, [*as_lines(asked, found, as_of), *differ])


def touched_by(asked: Asked, as_of: date) -> Touched | None:
    """What figures can touch in the saved shop, when there is one."""
    return touched(asked.store, as_of) if asked.store.exists() else None


def figure_json(figure: Shown) -> dict[str, object]:
    """A figure for JSON."""
    names = {"start": "from", "end": "to", "age": "age_days"}
    return {names.get(name, name): value for name, value in msgspec.structs.asdict(figure).items()}


def as_lines(asked: Asked, found: list[Shown], as_of: date) -> Iterator[str]:
    """The figures for a person."""
    lang = asked.lang
    yield asked.say("source.head", as_of=as_of, count=len(found), unsure=sum(figure.sure != "sure" for figure in found))
    for figure in found:
        about = {"name": figure.name, "start": figure.start, "checked": figure.checked, "age": figure.age}
        facts = {"value": value_words(figure.id, figure.value, lang), "sure": sure_words(figure.sure, lang)}
        yield f"  {figure.id}  " + asked.say("source.line" if figure.age is not None else "source.line_before", **about, **facts)
        yield "    " + asked.say("source.from_where", source=figure.source, where=figure.where)
        if figure.other is not None:
            yield "    " + asked.say("source.differs", other=figure.other)
        if figure.pack:
            yield "    " + asked.say("source.of_pack", file=figure.pack)
        if figure.offers or figure.returns:
            yield "    " + asked.say("source.touches", offers=figure.offers or 0, returns=figure.returns or 0)


@figures_command.command(name="import")
@click.argument("file", type=FILE)
@click.option("--preview", "only_preview", is_flag=True, help="Show what would change, and take nothing in.")
@dated
@answering
def import_command(asked: Asked, *, file: Path, only_preview: bool, as_of: date) -> None:
    """Take in a fact pack: one TOML file with new versions of figures, fares, reason codes or category words. It can be undone."""
    pack, text = packs.read_file(file, now().date())
    found = preview(pack, touched_by(asked, as_of), as_of)
    said = [*preview_lines(found, file.name, asked.lang)]
    if not only_preview:
        packs.keep(asked.store, file.name, text, now())
    content: dict[str, object] = {
        "file": file.name, "taken_in": not only_preview, "changes": [change_json(change) for change in found.changes],
        "tables": msgspec.to_builtins(found.tables), "reasons": len(found.codes), "category_words": len(found.kinds),
        "conflicts": [msgspec.to_builtins(conflict) for conflict in found.conflicts],
        "codes": found.codes, "kinds": found.kinds, "payments": found.payments, "verdicts": found.turns, "said": said,
    }  # fmt: skip
    asked.tell(content, [*said, *([] if only_preview else [asked.say("source.taken_in", file=file.name)])])


def change_json(change: PackChange) -> dict[str, object]:
    """A change for JSON."""
    spelled = {"start": "from", "end": "to"}
    return {spelled.get(name, name): value for name, value in msgspec.structs.asdict(change).items()}


@figures_command.command(name="export")
@click.argument("file", type=FILE)
@click.option(
    "--only",
    multiple=True,
    metavar="ID",
    help="Only what has an id that begins so (tariff, reason, category and payment too); may be given several times.",
)
@answering
def export_command(asked: Asked, *, file: Path, only: tuple[str, ...]) -> None:
    """Write figures, fares and taught words, those of packs among them, into a fact pack that this program reads."""
    chosen = written(asked.store, only)
    counts = {"figures": len(chosen.figures), "tariffs": len(chosen.tables), "words": len(chosen.words)}
    if not any(counts.values()):
        raise UnusableArgument("figure_not_there", name=", ".join(only))
    asked.write(file, chosen.text.encode())
    said = [asked.say("source.left_out", names=chosen.left_out)] if chosen.left_out else []
    asked.tell({"file": str(file), **counts, "left_out": chosen.left_out}, [asked.say("source.written", **counts), *said])


@figures_command.command(name="drop")
@click.argument("name")
@answering
def drop_command(asked: Asked, *, name: str) -> None:
    """Take a fact pack away, by the name of its file. It can be undone."""
    packs.drop(asked.store, name, now())
    asked.tell({"dropped": name}, [asked.say("source.dropped", file=name)])


@figures_command.command(name="looked-up")
@dated
@answering
def looked_up_command(asked: Asked, as_of: date) -> None:
    """Say that you looked the figures up: Today names them again next month."""
    looked_up(asked.store, as_of, now())
    asked.tell({"looked_up": as_of}, [asked.say("source.looked_up", as_of=as_of)])


COMMANDS = {"figures": figures_command}
