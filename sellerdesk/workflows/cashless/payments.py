"""What the owner answered about payment words that nobody knows."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import msgspec

from sellerdesk.domain.order import PAYMENTS, Order, Payment
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.store import facts as saved
from sellerdesk.store.connection import Database
from sellerdesk.store.database import opened
from sellerdesk.store.history import doing
from sellerdesk.workflows.shop.account import ACCOUNT

PAYMENT = "payment"


class Answers(msgspec.Struct, frozen=True):
    """What the owner says about payment where the file does not: for single orders, and for all others (None: nothing).

    `took_part` is whether the shop took part in METI's project; a file judged without a shop is taken to be a participant's.
    """

    payment: Payment | None = None
    orders: Mapping[str, Payment] = {}
    took_part: str | None = "yes"

    def put_in(self, order: Order) -> Order:
        """The order with the owner's answer; what the file tells stays."""
        own = self.orders.get(order.order_id)

        def filled(text: str | None, answer: str) -> str | None:
            if text is None or (own and text not in (*PAYMENTS, "none")):  # an answer about all others fills no words that nobody knows
                return answer
            return text

        answer = own or self.payment
        if answer is None:
            return order
        payment, changed_to = filled(order.payment, answer), filled(order.changed_to, "none")
        return msgspec.structs.replace(order, payment=payment, changed_to=changed_to)


def payment_answers(store: Path) -> Answers:
    """What the owner says about payment: once for the shop, and for single orders. Raises UnusableStore."""
    with opened(store) as db:
        return answers_of(db)


def answers_of(db: Database) -> Answers:
    """The answers about payment of an open store, and whether the shop took part in METI's project."""
    took_part = saved.get_settings(db, ACCOUNT).get("participant")
    return Answers(saved.get_setting(db, PAYMENT), saved.get_order_payments(db), None if took_part == "unknown" else took_part)


def tell_payment(store: Path, payment: str, now: datetime, orders: tuple[str, ...] = ()) -> None:
    """Save how orders were paid of which no report tells it: some orders, or all of the shop's; "" takes it back.

    Raises UnusableArgument, UnusableStore.
    """
    if payment not in ("", "cashless", "other"):
        raise UnusableArgument("bad_fact", fact="payment_method", value=payment, expected="one_of_the_words")
    with doing(store, "payment", now, to=payment, count=len(orders)) as db:
        if orders:
            saved.put_order_payments(db, orders, payment or None, now)
        elif payment:
            saved.put_setting(db, PAYMENT, payment, now)
        else:
            saved.drop_setting(db, PAYMENT)
