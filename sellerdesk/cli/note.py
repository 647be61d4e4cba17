"""`note`: the owner's note and photos on a return."""

from pathlib import Path

import click

from sellerdesk.cli.answer import Asked, answering
from sellerdesk.clock import now
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.readers.opening import read_bytes
from sellerdesk.workflows.returns import notes

FILE = click.Path(path_type=Path)


@click.command(name="note")
@click.argument("order_id")
@click.option("--text", help="Keep this note; an empty one forgets it.")
@click.option("--photo", "photos", multiple=True, type=FILE, help="Keep this photo (JPEG, PNG); may be given several times.")
@click.option("--save-photos", "folder", type=FILE, help="Write the photos kept with the return into this folder.")
@answering
def note_command(asked: Asked, *, order_id: str, text: str | None, photos: tuple[Path, ...], folder: Path | None) -> None:
    """Show the note and the photos that you keep with the return of an order, or keep some."""
    if text is not None:
        notes.keep(asked.store, order_id, text, now())
    for file in photos:
        notes.add_photo(asked.store, order_id, file.name, read_bytes(file), now())
    note, kept = notes.load(asked.store).get(order_id, ""), notes.photos(asked.store, order_id)
    if folder is not None:
        save(asked, kept, folder)
    known = not (text or photos) or notes.is_known(asked.store, order_id)
    content = {"order_id": order_id, "known": known, "note": note, "photos": [{"key": key, "name": name} for key, name in kept]}
    lines = [note or asked.say("say.no_note"), *(f"  {name}" for _key, name in kept)]
    lines += [] if known else [asked.say("say.unknown_order", order=order_id)]
    asked.tell(content, lines)


def save(asked: Asked, kept: list[tuple[str, str]], folder: Path) -> None:
    """Write photos into a folder that is there, each under its number and its own name. Raises UnusableArgument."""
    if not folder.is_dir():
        raise UnusableArgument("no_folder", name=str(folder))
    for number, (key, name) in enumerate(kept, start=1):
        asked.write(folder / f"{number}-{Path(name).name}", notes.photo(asked.store, key))


COMMANDS = {"note": note_command}
