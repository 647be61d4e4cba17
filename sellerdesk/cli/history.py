"""Undo, redo and the history as commands."""

import click
import msgspec

from sellerdesk.cli.answer import Asked, answering
from sellerdesk.clock import now
from sellerdesk.domain.deed import Deed
from sellerdesk.workflows.shop import history
from sellerdesk.writers import deed_words


@click.command(name="undo")
@answering
def undo_command(asked: Asked) -> None:
    """Undo the last change."""
    turn(asked, back=True)


@click.command(name="redo")
@answering
def redo_command(asked: Asked) -> None:
    """Do the last undone change again."""
    turn(asked, back=False)


def turn(asked: Asked, *, back: bool) -> None:
    """Undo or redo, and say what; and that a report which came after it stays, or one that was taken away stays away."""
    since = history.import_since(asked.store) if back else None
    deed = history.undo(asked.store, now(), back=back)
    name = deed_words.deed(deed.name, deed.facts, asked.lang) if deed else ""
    key = "say.nothing_to_undo" if deed is None else "say.undone" if back else "say.redone"
    lines = [asked.say(key, what=name)]
    if since is not None:
        lines.append(asked.say("typed.import_gone" if since.removed else "typed.import_stays", file=since.file, number=since.number))
    content = {
        "did": deed.did if deed else None, "name": deed.name if deed else None,
        "import_stays": since.number if since and not since.removed else None,
        "import_gone": since.number if since and since.removed else None,
    }  # fmt: skip
    asked.tell(content, lines)


@click.command(name="history")
@answering
def history_command(asked: Asked) -> None:
    """List who changed what when, the oldest first."""
    deeds = history.record(asked.store)
    lines = [history_line(asked, deed) for deed in deeds]
    asked.tell({"history": [msgspec.to_builtins(deed) for deed in deeds]}, lines)


def history_line(asked: Asked, deed: Deed) -> str:
    """A change for a person: when, who, whether it was done or taken back, and what."""
    what = deed_words.deed(deed.name, deed.facts, asked.lang)
    return f"{deed.at[:16].replace('T', ' ')}  {deed.who}  {asked.say(f'did.{deed.did}')}: {what}"


COMMANDS = {"undo": undo_command, "redo": redo_command, "history": history_command}
