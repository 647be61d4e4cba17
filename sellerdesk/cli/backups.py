"""`backup`, `backups` and `restore`: copies of the shop's own file, and the way back to one."""

from pathlib import Path

import click

from sellerdesk.cli.answer import Asked, answering
from sellerdesk.clock import now
from sellerdesk.store.backups import Backup, choose_folder, chosen_folder, every, folder_now
from sellerdesk.workflows.shop import backups


@click.command(name="backup")
@click.option("--daily", is_flag=True, hidden=True, help="Only when there is none of today.")
@answering
def backup_command(asked: Asked, *, daily: bool) -> None:
    """Back the shop up now; every copy is checked, and ten are kept."""
    made = backups.daily(asked.store, now()) if daily else backups.make(asked.store, now())
    line = asked.say("say.backed_up", name=made.name, folder=str(made.path.parent)) if made else asked.say("say.backed_up_already")
    asked.tell({"backup": backup_json(made) if made else None}, [line, *place_lines(asked)[:-1]])


@click.group(name="backups", invoke_without_command=True)
@answering
def backups_command(asked: Asked) -> None:
    """List the backups of the shop with what each holds, the newest first."""
    if click.get_current_context().invoked_subcommand is None:
        give_list(asked)


def give_list(asked: Asked) -> None:
    """List the backups, and where they go."""
    there = every(asked.place, now())
    lines = [line(asked, number, backup) for number, backup in enumerate(there, start=1)] or [asked.say("say.no_backups")]
    content = {"folder": str(folder_now(asked.place)), "backups": [full(backup) for backup in there]}
    asked.tell(content, [*lines, *place_lines(asked)])


def place_lines(asked: Asked) -> list[str]:
    """Where backups go, and whether the folder chosen is away."""
    chosen, folder = chosen_folder(asked.place), folder_now(asked.place)
    away = [asked.say("say.backup_folder_gone", folder=str(chosen))] if chosen not in (None, folder) else []
    return [*away, asked.say("say.backup_folder", folder=str(folder))]


@backups_command.command(name="folder")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), required=False)
@click.option("--own", is_flag=True, help="Beside the shop's data again.")
@answering
def folder_command(asked: Asked, folder: Path | None, *, own: bool) -> None:
    """Send later backups to another folder: on another disk, or a stick."""
    if folder is not None or own:
        choose_folder(asked.place, None if own else folder)
    asked.tell({"folder": str(folder_now(asked.place))}, place_lines(asked))


@click.command(name="restore")
@click.argument("name", required=False)
@answering
def restore_command(asked: Asked, name: str | None) -> None:
    """Put a backup back, by its name or number; without one, list them. The state before is backed up first."""
    if name is None:
        give_list(asked)
        return
    done = backups.restore(asked.place, name, now())
    lines = [asked.say("say.put_back", name=done.backup.name)]
    lines += [asked.say("typed.put_back_before", name=done.before.name)] if done.before else []
    lines += [asked.say("say.put_back_aside", file=str(done.aside))] if done.aside else []
    asked.tell(
        {
            "restored": backup_json(done.backup), "before": backup_json(done.before) if done.before else None,
            "aside": str(done.aside) if done.aside else None,
        },
        lines,
    )  # fmt: skip


def backup_json(backup: Backup) -> dict[str, object]:
    """A backup for JSON."""
    return {
        "name": backup.name,
        "at": backup.at.isoformat(timespec="seconds"),
        "why": backup.why,
        "file": str(backup.path),
        "odd": backup.odd,
    }


def full(backup: Backup) -> dict[str, object]:
    """A backup for JSON with what it holds."""
    held = backups.held(backup)
    known = {**backup_json(backup), "odd": backup.odd and held.readable}
    return {**known, **held.counts, "last_file": held.file, "last_imported_at": held.imported_at, "readable": held.readable}


def line(asked: Asked, number: int, backup: Backup) -> str:
    """A backup for a person."""
    held = backups.held(backup)
    at = f"{backup.at:%Y-%m-%d %H:%M}"
    facts = {
        "number": number,
        "at": asked.say("say.backup_odd", at=at) if backup.odd and held.readable else at,
        "why": asked.say(f"why_backup.{backup.why}"),
        "name": backup.name,
    }
    if not held.readable:
        return asked.say("say.backup_unreadable", **facts)
    counts = {name: count or 0 for name, count in held.counts.items()}
    return asked.say("say.backup_line", **facts, **counts, file=held.file or "–")


COMMANDS = {"backup": backup_command, "backups": backups_command, "restore": restore_command}
