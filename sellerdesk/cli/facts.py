"""`facts`: what the owner knows about SKUs."""

from datetime import date
from pathlib import Path

import click
import msgspec

from sellerdesk.cli import completion
from sellerdesk.cli.answer import TO_MEND, Asked, answering, dated, leave
from sellerdesk.cli.progress import teller
from sellerdesk.clock import now
from sellerdesk.domain.facts import FACT_NAMES, SkuFacts
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.workflows.files import facts_sheet
from sellerdesk.workflows.judged.judging import judge_saved
from sellerdesk.workflows.shop import facts as shop_facts
from sellerdesk.workflows.shop import saved as shop_saved
from sellerdesk.workflows.shop.facts import set_fact_where, where
from sellerdesk.workflows.shop.facts_file import every_sku, facts_file, form_of, wording
from sellerdesk.writers import as_json, as_text, unread, words


@click.group(name="facts", invoke_without_command=True)
@answering
def facts_command(asked: Asked) -> None:
    """List what is known about SKUs."""
    if click.get_current_context().invoked_subcommand is None:
        facts = saved_facts(asked)
        rows = {
            sku: {name: value for name, value in zip(FACT_NAMES, fact_cells(known), strict=True) if value} for sku, known in facts.items()
        }
        lines = [f"{sku}\t" + "\t".join(f"{name}={value}" for name, value in known.items()) for sku, known in rows.items()]
        asked.tell({"facts": rows}, lines or [asked.say("say.no_facts_saved")])


@facts_command.command(name="set")
@click.argument("skus", nargs=-1, required=True, metavar="[SKU…] FACT=VALUE", shell_complete=completion.skus)
@click.option(
    "--where", "conditions", multiple=True, metavar="category=…|template=…|title~…", help="Every saved offer that meets all of these."
)
@click.option("--judge", "and_judge", is_flag=True, help="Judge the catalogue and keep the verdicts for the window.")
@dated
@answering
def set_command(asked: Asked, *, skus: tuple[str, ...], conditions: tuple[str, ...], as_of: date, and_judge: bool) -> None:
    """Set a fact of SKUs: facts set SKU-1 SKU-2 hazmat=no, or facts set --where title~TEXT hazmat=no. An empty value takes it back."""
    fact, equals, value = skus[-1].partition("=")
    if not equals or second_fact(asked, skus[:-1]) or (len(skus) == 1) != bool(conditions):
        raise UnusableArgument("write_it", form="facts set SKU… FACT=VALUE / facts set --where … FACT=VALUE")
    if conditions:
        done = set_fact_where(asked.store, [where(condition) for condition in conditions], fact.strip(), value.strip(), now())
    else:
        done = skus[:-1]
        shop_facts.set_fact(asked.store, done, fact.strip(), value.strip(), now())
    if and_judge and shop_saved.can_be_judged(asked.store):
        judge_saved(asked.store, as_of, now())
    strange = shop_facts.unknown_skus(asked.store, done)
    lines = [asked.say("say.facts_saved", count=len(done)), *(asked.say("say.unknown_sku", sku=sku) for sku in strange)]
    asked.tell({"saved": len(done), "skus": done, "unknown": strange}, lines)


def second_fact(asked: Asked, skus: tuple[str, ...]) -> bool:
    """Whether what stands in the place of a SKU is another fact with its value; a SKU of the shop may have a sign of equality in it."""
    typed = [sku for sku in skus if "=" in sku]
    return any(sku.partition("=")[0].strip() in FACT_NAMES for sku in typed) or bool(typed and shop_facts.unknown_skus(asked.store, typed))


@facts_command.command(name="answer")
@click.argument("answer", metavar="FACT=VALUE")
@click.option("--progress", is_flag=True, hidden=True)
@dated
@answering
def answer_command(asked: Asked, answer: str, as_of: date, *, progress: bool) -> None:
    """Answer a missing fact for every SKU that waits for it, and judge the saved catalogue again."""
    fact, equals, value = answer.partition("=")
    if not equals:
        raise UnusableArgument("write_it", form="facts answer FACT=VALUE")
    count = shop_facts.answer_all(asked.store, fact.strip(), value.strip(), now())
    judge_saved(asked.store, as_of, now(), teller(progress=progress))
    asked.tell({"saved": count}, [asked.say("say.facts_saved", count=count)])


@facts_command.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--judge", "and_judge", is_flag=True, help="Judge the catalogue and keep the verdicts for the window.")
@click.option("--progress", is_flag=True, hidden=True)
@dated
@answering
def import_command(asked: Asked, *, file: Path, as_of: date, and_judge: bool, progress: bool) -> None:
    """Save a sheet of facts; blank cells leave what was saved before."""
    source, facts = facts_sheet(file)
    shop_facts.save_facts(asked.store, facts, now())
    if and_judge:
        judge_saved(asked.store, as_of, now(), teller(progress=progress))
    said = unread.lines(source.unread, asked.lang)
    lines = [asked.say("say.facts_saved", count=len(facts)), *said, *as_text.refusals(source.refused, source.file, asked.lang)]
    content = {"saved": len(facts), "refused": as_json.refusals(source.refused, asked.lang), **unread.content(source.unread, asked.lang)}
    asked.tell(content, lines)
    leave(TO_MEND if source.refused else 0)


@facts_command.command(name="export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--cp932", is_flag=True, help="Write the CSV in cp932 (Shift_JIS of Windows); cells that it cannot hold are listed.")
@answering
def export_command(asked: Asked, *, file: Path, cp932: bool) -> None:
    """Write all saved facts as a sheet that facts import reads: FILE.xlsx, or FILE.csv; a row for every SKU, to be filled in."""
    facts, names = every_sku(asked.store)
    data, lost = facts_file(facts, form_of(file, cp932=cp932), wording(asked.lang, names))
    asked.write(file, data)
    lines = [asked.say("say.facts_written", count=len(facts) - len({cell.sku for cell in lost if cell.column == "sku"}))]
    lines += [
        asked.say("say.facts_unwritable", sku=cell.sku, column=words.fact_name(cell.column, asked.lang), value=cell.value) for cell in lost
    ]
    asked.tell({"written": len(facts), "unwritable": [cell._asdict() for cell in lost]}, lines)
    leave(TO_MEND if lost else 0)


def saved_facts(asked: Asked) -> dict[str, SkuFacts]:
    """All saved facts, restock dates of a price file included."""
    saved = shop_saved.load(asked.store, with_offers=False)
    return dict(saved.facts) if saved else {}


def fact_cells(known: SkuFacts) -> list[str]:
    """The facts as text, blank where not known."""
    return ["" if value is None else str(value) for value in msgspec.structs.astuple(known)]


COMMANDS = {"facts": facts_command}
