"""`support`: a file for those who help, with versions, settings and counts, and nothing of what the shop holds."""

from pathlib import Path

import click
import msgspec

from sellerdesk.cli.answer import Asked, answering
from sellerdesk.workflows.program.support import bundle


@click.command(name="support")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@answering
def support_command(asked: Asked, file: Path | None) -> None:
    """Write versions, settings and counts into a file that can be shown to anyone; without a file, print them."""
    content = bundle(asked.place)
    text = msgspec.json.format(msgspec.json.encode(content), indent=2)
    if file is None:
        asked.tell(content, text.decode().splitlines())
        return
    asked.write(file, text)
    asked.tell({"support": str(file)}, [asked.say("say.support")])


COMMANDS = {"support": support_command}
