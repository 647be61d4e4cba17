"""`refund`: the owner's word on what was refunded for a return, where no report tells it."""

import click

from sellerdesk.cli.answer import Asked, answering
from sellerdesk.clock import now
from sellerdesk.workflows.returns import refund_entry, refunds

NONE = "none"


@click.command(name="refund")
@click.argument("order_id", required=False)
@click.argument("yen", required=False)
@click.option("--sku", default=None, help="The item, where several of the order came back.")
@answering
def refund_command(asked: Asked, *, order_id: str | None, yen: str | None, sku: str | None) -> None:
    """Tell what was refunded for a return where the report does not say: yen (0: nothing yet), or none to take it back.

    Without an order, list what you told. A report that tells the refund wins, and `returns` says where they differ.
    """
    if order_id is not None and yen is not None:
        if yen == NONE:
            refund_entry.forget(asked.store, order_id, sku, now())
        else:
            refund_entry.tell(asked.store, order_id, sku, yen, now())
    there = {key: amount for key, amount in refunds.load(asked.store).items() if order_id in (None, key[0])}
    entries = [{"order_id": order, "sku": name, "refunded": amount} for (order, name), amount in sorted(there.items())]
    lines = [asked.say("say.refund_line", order=entry["order_id"], sku=entry["sku"], yen=entry["refunded"]) for entry in entries]
    asked.tell({"refunds": entries}, lines or [asked.say("say.no_refunds")])


COMMANDS = {"refund": refund_command}
