"""`move-out` and `move-in`: a shop as one file, to another computer and back."""

from pathlib import Path

import click

from sellerdesk.cli.answer import Asked, answering
from sellerdesk.clock import now
from sellerdesk.workflows.shop import moving

FILE = click.Path(path_type=Path, dir_okay=False)
THERE = click.Path(path_type=Path)
"""The window hands over whatever was dropped on it: what is no file is refused in our words, not in those of a command line."""


@click.command(name="move-out")
@click.argument("file", type=FILE)
@answering
def move_out_command(asked: Asked, file: Path) -> None:
    """Write the whole shop into one file: imports, facts, decisions, undo, history, photos."""
    manifest = moving.move_out(asked.store, file, now())
    asked.tell({"moved_out": str(file), "rows": manifest.rows, "sha256": manifest.sha256}, [asked.say("typed.moved_out", file=str(file))])


@click.command(name="move-in")
@click.argument("file", type=THERE)
@click.option("--replace", is_flag=True, help="Take the place of the shop that is here, which is backed up first.")
@answering
def move_in_command(asked: Asked, file: Path, *, replace: bool) -> None:
    """Take in a shop that was moved out, after looking whether all of it arrived."""
    done = moving.move_in(asked.place, file, now(), replace=replace)
    facts = {"shop": done.manifest.shop, "at": done.manifest.packed_at[:16].replace("T", " "), "rows": sum(done.manifest.rows.values())}
    lines = [asked.say("say.moved_in", **facts)]
    lines += [asked.say("typed.put_back_before", name=done.before.name)] if done.before else []
    asked.tell({"moved_in": facts, "rows": done.manifest.rows, "before": done.before.name if done.before else None}, lines)


COMMANDS = {"move-out": move_out_command, "move-in": move_in_command}
