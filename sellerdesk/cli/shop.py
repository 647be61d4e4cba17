"""`offers`, `import` and `imports`: the saved shop."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from sellerdesk.cli.answer import TO_MEND, Asked, Stopped, answering, dated, leave
from sellerdesk.cli.import_answer import (
    beside_json,
    beside_words,
    compared_json,
    compared_lines,
    damage_json,
    damage_lines,
    elsewhere_json,
    older_json,
    older_lines,
    refuse_place,
    write_refused,
)
from sellerdesk.cli.progress import progressing, teller
from sellerdesk.cli.sources import templates_option
from sellerdesk.clock import now
from sellerdesk.domain.imported import Import
from sellerdesk.domain.refusal import UnreadableFile, UnusableArgument, UnusableStore, rows_lost
from sellerdesk.domain.stages import IMPORTED
from sellerdesk.paths import MOVED_SHOP
from sellerdesk.readers.damage import repairs
from sellerdesk.readers.headers import OWN_SHEETS
from sellerdesk.workflows.files import first_look, kind_name
from sellerdesk.workflows.shop import imports
from sellerdesk.workflows.shop import saved as shop_saved
from sellerdesk.workflows.shop.columns import unread
from sellerdesk.workflows.shop.mended import Prepared, Wanted
from sellerdesk.writers import as_json, as_text, elsewhere, words
from sellerdesk.writers import unread as unread_said

if TYPE_CHECKING:
    from sellerdesk.rules.engine.judge import Audit
    from sellerdesk.workflows.offers.rows import Progress


@click.command(name="offers")
@answering
def offers_command(asked: Asked) -> None:
    """List the saved catalogue: sku, asin, price, points, status."""
    saved = shop_saved.load(asked.store)
    if saved is None or saved.last is None:
        raise UnusableArgument("nothing_saved")
    fields = ("sku", "asin", "price", "points", "status", "quantity", "condition", "channel", "shipping_template", "title")
    rows = [{field: getattr(offer, field) for field in fields} for offer in saved.offers]
    lines = ["\t".join("" if offer[field] is None else str(offer[field]) for field in fields[:5]) for offer in rows]
    asked.tell({"import": imported(saved.last, asked.lang), "offers": rows}, ["\t".join(fields[:5]), *lines])


def judge(asked: Asked, as_of: date, tell: "Progress") -> "Audit":
    """Judge all that is saved."""
    from sellerdesk.workflows.judged.judging import judge_saved  # noqa: PLC0415 (an import alone judges nothing)

    return judge_saved(asked.store, as_of, now(), tell)


def judge_imported(asked: Asked, saved: Import, as_of: date, tell: "Progress") -> None:
    """Judge after an import; a fault says that the import itself was taken. Raises UnusableStore."""
    try:
        judge(asked, as_of, tell)
    except UnusableStore as fault:
        raise UnusableStore("not_judged", number=saved.number, name=saved.file, why=words.fault_words(fault, asked.lang)) from fault
    except KeyboardInterrupt as interrupt:
        raise Stopped(UnusableStore("judging_stopped", number=saved.number, name=saved.file)) from interrupt


@click.command(name="judge")
@progressing
@dated
@answering
def judge_command(asked: Asked, as_of: date, *, progress: bool) -> None:
    """Judge the saved catalogue and keep the verdicts for the window."""
    audit = judge(asked, as_of, teller(progress=progress))
    asked.tell({"as_of": as_of, "summary": audit.summary}, as_text.counts(audit, asked.lang))


@click.command(name="import")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@templates_option("Save that this shipping template is a Prime one.")
@click.option("--demo", "of_demo", is_flag=True, hidden=True, help="Save the demo shop.")
@click.option("--judge", "and_judge", is_flag=True, help="Judge the catalogue and keep the verdicts for the window.")
@click.option("--map", "names", multiple=True, metavar="TITLE=COLUMN", help="Read the column TITLE as COLUMN; kept for this header.")
@click.option("--repair", is_flag=True, help="Mend SKUs that a spreadsheet changed, where the saved catalogue leaves one explanation.")
@click.option("--compare", is_flag=True, help="Say what would change, and save nothing.")
@click.option("--refused", type=click.Path(path_type=Path, dir_okay=False), help="Write the refused rows (.csv, .xlsx), to be mended.")
@progressing
@dated
@answering
def import_command(
    asked: Asked,
    *,
    file: Path | None,
    templates: tuple[str, ...],
    names: tuple[str, ...],
    as_of: date,
    of_demo: bool,
    and_judge: bool,
    repair: bool,
    compare: bool,
    refused: Path | None,
    progress: bool,
) -> None:
    """Save a listings report, a price file or a sheet of facts; its kind is told from its header."""
    wanted = Wanted(dict(map(named_column, names)), repair=repair)
    if compare:
        if file is None:
            raise UnusableArgument("missing_argument", name="FILE")
        look_at(asked, file, wanted)
        return
    if refused is not None:
        refuse_place(refused)
    tell = teller(progress=progress)
    tell("read", 0, 0)
    if file is None and not of_demo:
        raise UnusableArgument("missing_argument", name="FILE")
    if file is not None and file.suffix.lower() == MOVED_SHOP:
        raise UnusableArgument("moved_shop", path=file.name)
    done = of_demo_shop(asked, as_of) if file is None else imports.import_file(asked.store, file, now(), templates, wanted)
    content, lines = answer_of(asked, done, file)
    if refused is not None and done.report is not None and done.refused:
        content["refused_file"] = {"file": str(refused), "rows": write_refused(asked, refused, done.report, done.one)}
    ready, newest = done.prepared or Prepared(b""), done.one
    to_mend = bool(done.refused or done.damaged) or len(ready.damage) > len(ready.mended)
    if and_judge and shop_saved.can_be_judged(asked.store):
        del done, ready  # 300,000 offers are 250 MB, and judging reads them from the store
        tell(IMPORTED, 0, 0)
        judge_imported(asked, newest, as_of, tell)
    asked.tell(content, lines)
    leave(TO_MEND if to_mend else 0)


def of_demo_shop(asked: Asked, as_of: date) -> imports.Imported:
    """Import the demo shop. Raises UnusableStore."""
    from sellerdesk.workflows.offers.demo import import_demo  # noqa: PLC0415 (with it come all rules, which an import alone needs not)

    return import_demo(asked.store, now(), as_of)


def answer_of(asked: Asked, done: imports.Imported, file: Path | None) -> tuple[dict[str, object], list[str]]:
    """What is said of an import, as JSON and in lines; `file` is None for the demo shop."""
    saved, ready = done.one, done.prepared or Prepared(b"")
    facts = {"number": saved.number, "kind": kind_name(saved.kind, asked.lang), "rows": saved.rows, "refused": saved.refused}
    line = asked.say("say.unchanged", number=saved.number) if done.repeated else asked.say("say.saved", **facts)
    if saved.kind == "open_listings" and not done.repeated:
        line += "\n" + asked.say("typed.fewer_columns", number=saved.number)
    source = done.report.source if done.report is not None else first_look(file, ready.data) if file is not None else None
    content: dict[str, object] = {
        "import": imported(saved, asked.lang),
        "repeated": done.repeated,
        "refused": as_json.refusals(done.refused, asked.lang),
        "damage": damage_json(ready),
        **older_json(done.older),
        **beside_json(done.beside, asked.lang),
        **elsewhere_json(saved, done.elsewhere, asked.lang),
        **(unread_said.content(source.unread, asked.lang) if source is not None else {}),
    }
    unread_lines = unread_said.lines(source.unread, asked.lang) if source is not None else []
    refusals = as_text.refusals(done.refused, saved.file, asked.lang)
    stands = [*older_lines(asked, done.older, saved.number), *([beside_words(done.beside, asked.lang)] if done.beside else [])]
    also = elsewhere.lines(saved.file, saved.number, done.elsewhere, asked.lang)
    return content, [line, *stands, *also, *unread_lines, *damage_lines(asked, ready, saved.kind), *refusals]


def named_column(text: str) -> tuple[str, str]:
    """TITLE=COLUMN as a pair; the last "=" parts them. Raises UnusableArgument."""
    title, _equals, column = text.rpartition("=")
    if not title.strip() or not column.strip():
        raise UnusableArgument("write_it", form="--map TITLE=COLUMN")
    return title.strip(), column.strip()


def look_at(asked: Asked, file: Path, wanted: Wanted) -> None:
    """Tell what an import would do."""
    try:
        looked = look(asked, file, wanted)
    except UnreadableFile as fault:
        if fault.code != "unknown_header" or not asked.as_json:
            raise
        found = unread(file)
        named = {kind: kind_name(kind, asked.lang) for kind in found["kinds"]}
        asked.tell({"unknown": found | {"names": named}}, [])
        leave(TO_MEND)
    ready, report, compared, same = looked[0]
    content = looked_json(asked, *looked)
    source = report.source
    said = unread_said.lines(source.unread, asked.lang)
    head = asked.say("say.unchanged", number=same.number) if same else asked.say("say.would_take", **content | {"kind": content["name"]})
    lines = [head, *said, *([] if same else compared_lines(asked, compared, source.kind)), *damage_lines(asked, ready, source.kind)]
    asked.tell(content, [*lines, *as_text.refusals(source.refused, source.file, asked.lang)])
    leave(TO_MEND if source.refused or ready.damage or source.unread.damaged else 0)


def look(asked: Asked, file: Path, wanted: Wanted) -> tuple[imports.Looked, bool]:
    """What is in a file, and whether it can be taken only when SKUs are mended. Raises UnreadableFile."""
    try:
        return imports.look(asked.store, file, wanted), False
    except UnreadableFile as fault:
        if fault.code != "skus_can_be_mended":
            raise
        return imports.look(asked.store, file, replace(wanted, repair=True)), True


def looked_json(asked: Asked, looked: imports.Looked, must_mend: bool) -> dict[str, Any]:  # noqa: FBT001 (given by its place)
    """What an import would do, as JSON."""
    ready, report, compared, same = looked
    source = report.source
    lost = rows_lost(source.refused)
    return {
        "file": source.file,
        "rows": source.rows - lost,
        "refused": lost,
        "kind": source.kind,
        "name": kind_name(source.kind, asked.lang),
        "repeated": same.number if same else None,
        "compared": compared_json(compared, source.kind, asked.lang),
        "damage": damage_json(ready),
        "must_mend": must_mend,
        "mendable": len(repairs(ready.damage)),
        "names": ready.names,
        **unread_said.content(source.unread, asked.lang),
        "own": source.kind in OWN_SHEETS,
        "said": unread_said.lines(source.unread, asked.lang),
        "refused_rows": as_json.refusals(source.refused, asked.lang),
    }


@click.group(name="imports", invoke_without_command=True)
@answering
def imports_command(asked: Asked) -> None:
    """List what was imported, the oldest first."""
    if click.get_current_context().invoked_subcommand is None:
        every = shop_saved.all_imports(asked.store)
        lines = [import_line(asked, saved) for saved in every] or [asked.say("say.no_imports")]
        asked.tell({"imports": [imported(saved, asked.lang) for saved in every]}, lines)


@imports_command.command(name="remove")
@click.argument("number", type=int)
@click.option("--judge", "and_judge", is_flag=True, help="Judge the catalogue and keep the verdicts for the window.")
@progressing
@dated
@answering
def remove_command(asked: Asked, number: int, as_of: date, *, and_judge: bool, progress: bool) -> None:
    """Take an import away, whole; the one before it comes back in its place."""
    gone = next((saved for saved in shop_saved.all_imports(asked.store) if saved.number == number), None)
    back = shop_saved.remove_import(asked.store, number, now())
    lines = [asked.say("say.import_removed", number=number), *([asked.say("say.restored", number=back.number)] if back else [])]
    lines += [asked.say("say.facts_stay")] if gone is not None and gone.kind == "facts" else []
    if and_judge and shop_saved.can_be_judged(asked.store):
        judge(asked, as_of, teller(progress=progress))
    asked.tell({"removed": number, "restored": back.number if back else None}, lines)


def imported(saved: Import, lang: str) -> dict[str, object]:
    """An import for JSON."""
    fields = ("number", "kind", "file", "encoding", "imported_at", "rows", "refused", "sha256")
    return {**{field: getattr(saved, field) for field in fields}, "name": kind_name(saved.kind, lang)}


def import_line(asked: Asked, saved: Import) -> str:
    """An import for a person."""
    facts = {"number": saved.number, "imported_at": saved.imported_at[:16].replace("T", " "), "file": saved.file}
    return asked.say("say.import_line", **facts, kind=kind_name(saved.kind, asked.lang), rows=saved.rows, refused=saved.refused)


COMMANDS = {"judge": judge_command, "offers": offers_command, "import": import_command, "imports": imports_command}
