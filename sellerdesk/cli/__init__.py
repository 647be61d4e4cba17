"""The command line: the same workflows as the window, for a terminal and for other programs."""

from pathlib import Path

import click

from sellerdesk.cli import completion
from sellerdesk.cli.answer import Asked, languages
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.paths import DEFAULT_SHOP

# To add a command: its line here with the module that holds it, in whose COMMANDS it stands too; the rest as CONTRIBUTING.md says.
COMMANDS = {
    "today": ("today", "What needs you today."),
    "audit": ("audit", "Points and SFP rules over every offer."),
    "shipments": ("shipments", "Carrier, method, tracking, origin and delivery of SFP shipments."),
    "templates": ("templates", "Shipping templates, cell by cell."),
    "obligations": ("obligations", "What this shop must do for Seller Fulfilled Prime."),
    "offers": ("shop", "The saved catalogue."),
    "import": ("shop", "Save a listings report, a price file or a sheet of facts."),
    "imports": ("shop", "What was imported, and taking an import away."),
    "facts": ("facts", "What you know about SKUs: list, set, import, export."),
    "judge": ("shop", "Judge the saved catalogue and keep the verdicts for the window."),
    "fix": ("fix", "The upload file that mends every points shortfall."),
    "mend": ("mend", "Upload files that take offers off Prime, or set their stock."),
    "account": ("account", "The shop in the points programme: its steps, its badge, what is known of it."),
    "since": ("since", "What became bad or good since the report before."),
    "decide": ("decide", "Decide about a finding: done, later, not so."),
    "decisions": ("decide", "What was decided about findings."),
    "cost": ("cost", "What points cost, and the lift that pays for them."),
    "points-list": ("points_list", "The list by SKU of Points Central against the listings: what is set, what shows."),
    "backup": ("backups", "Back the shop up now."),
    "backups": ("backups", "The backups of the shop with what each holds, and where they go."),
    "restore": ("backups", "Put a backup back."),
    "move-out": ("moving", "Write the whole shop into one file for another computer."),
    "move-in": ("moving", "Take in a shop that was moved out."),
    "support": ("support", "Versions, settings and counts for those who help."),
    "undo": ("history", "Undo the last change."),
    "redo": ("history", "Do the last undone change again."),
    "history": ("history", "Who changed what when."),
    "guidance": ("account", "Texts for the seller: a reply to buyers, and what need not be done."),
    "cashless": ("cashless", "Which orders earn the cashless rebate of 2019-20."),
    "returns": ("returns", "A returns report: who pays, who was charged, refund by when."),
    "payments": ("payments", "What Amazon paid and took: placed by kind, held against returns, fees and points."),
    "figures": ("figures", "The figures in force: since when, from where, how sure; and taking in new ones."),
    "note": ("note", "Your note and photos on a return."),
    "refund": ("refund", "What was refunded, where no report tells it."),
    "what-if": ("returns", "What the saved returns of a year would have cost."),
    "quote": ("quote", "What a return costs: who pays its shipping, refund, fees, deadline."),
    "export": ("export", "Files for other programs: tables (xlsx, csv, pdf), deadlines (ics), the claim pack and costs of returns (xlsx)."),
    "rules": ("terms", "The rulebook in force."),
    "clauses": ("terms", "The clauses of the terms."),
    "self-test": ("terms", "The program tests itself."),
}
"""Every command with its module: one is loaded when it is called, for SQLite's library alone takes 0.1 s to load."""


class Commands(click.Group):
    """The group of all commands, each loaded when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click's signature)
        """The command of a name."""
        if cmd_name not in COMMANDS:
            return None
        module = __import__(f"sellerdesk.cli.{COMMANDS[cmd_name][0]}", fromlist=["COMMANDS"])
        command = module.COMMANDS[cmd_name]
        if not isinstance(command, click.Command):
            raise TypeError(cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 (click's signature)
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_module, words) in COMMANDS.items()])


def take_up_packs(asked: Asked) -> None:
    """Go by the fact packs of the shop asked for; a name that is none is said by the command itself."""
    from sellerdesk.workflows.figures.in_force import take  # noqa: PLC0415 (a list of commands needs no figures)

    try:
        place = asked.place
    except UnusableArgument:
        return
    if not place.exists():
        take(())
        return
    from sellerdesk.workflows.shop.packs import take_up  # noqa: PLC0415 (an audit of a file needs no SQLite)

    take_up(place)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="Folder of the shops' data.")
@click.option("--shop", default=DEFAULT_SHOP, show_default=True, shell_complete=completion.shops, help="Name of the shop.")
@click.option("--window", is_flag=True, hidden=True, expose_value=False, help="A window shows the answer: faults name no commands.")
@click.option("--demo-shop", "demo", is_flag=True, hidden=True, help="The shop is the window's demo shop: what goes out names it so.")
@click.option("--held", is_flag=True, hidden=True, help="The window that started this command holds the shop.")
@languages
@click.version_option(package_name=None, version=__import__("sellerdesk").__version__)
@click.pass_context
def command_line(ctx: click.Context, data: Path | None, shop: str, lang: str | None, *, held: bool, demo: bool) -> None:
    """Seller Desk: points, Seller Fulfilled Prime and returns for a small shop on Amazon.co.jp. Nothing leaves this computer."""
    ctx.obj = Asked(data, shop, lang or "ja", paper=ctx.obj, demo=demo)
    try:
        take_up_packs(ctx.obj)
    except PermissionError:
        if ctx.invoked_subcommand != "support":  # what helps those who help works whatever else does not
            raise
    if held:
        from sellerdesk.store.holding import lend  # noqa: PLC0415 (an audit of a file needs no SQLite)

        lend(ctx.obj.place)
