"""Made orders in both forms: rows of transactions, and the amounts by which a settlement V2 tells the same."""

import random
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from tests.payments_maker import Amount, Row

LABEL = "ReturnPostageBilling"
CATEGORIES = {"A-1": "Camera", "B-2": "本"}
CLOSING = 154
"""The closing fee of a book with its tax: transactions have it in one column with the referral fee."""
JAPAN = timedelta(hours=9)
OF_SALE = {
    "product_sales": ("ItemPrice", "Principal"), "product_sales_tax": ("ItemPrice", "Tax"), "shipping": ("ItemPrice", "Shipping"),
    "shipping_tax": ("ItemPrice", "ShippingTax"), "gift_wrap": ("ItemPrice", "GiftWrap"), "gift_wrap_tax": ("ItemPrice", "GiftWrapTax"),
    "promotion": ("Promotion", "Principal"), "promotion_tax": ("Promotion", "TaxDiscount"), "selling_fees": ("ItemFees", "Commission"),
}  # fmt: skip
"""What a settlement calls the columns of transactions; points have another name in a refund."""


def amounts(rows: Iterable[Row]) -> list[Amount]:
    """Rows as a settlement tells them: an amount for each column, what Amazon kept of a fee apart."""
    return [amount for row in rows for amount in amounts_of(row)]


def amounts_of(row: Row) -> Iterator[Amount]:
    """The amounts of one row: only that of the price has its quantity."""
    at = f"{datetime.fromisoformat(row.at) - JAPAN:%Y/%m/%d %H:%M:%S} UTC"
    if row.text == LABEL:
        yield Amount("other-transaction", "other-transaction", "Shipping label purchase for return", row.total, row.order, "", at)
        return
    kind, kept = ("Order", 0) if row.kind == "注文" else ("Refund", 7)
    names = {**OF_SALE, "points": ("Points", "PointsReturned" if kept else "PointsGranted")}
    for column, yen in row.yen.items():
        amount_type, text = names[column]
        pieces = row.quantity if (kind, amount_type, text) == ("Order", "ItemPrice", "Principal") else ""
        closing = CLOSING * int(row.quantity) * (1 if kept else -1) if column == "selling_fees" and row.sku == "B-2" else 0
        more = kept if column == "selling_fees" else 0
        yield Amount(kind, amount_type, text, yen + more - closing, row.order, row.sku, at, pieces)
        if closing:
            yield Amount(kind, amount_type, "VariableClosingFee", closing, row.order, row.sku, at)
    if kept:
        yield Amount(kind, "ItemFees", "RefundCommission", -kept, row.order, row.sku, at)


def with_tax(column: str, yen: int) -> dict[str, int]:
    """Some yen with their tax inside, as the two columns of a report."""
    return {column: yen - yen // 11, f"{column}_tax": yen // 11} if yen else {}


class OrderMaker:
    """Makes orders by chance: one or two items with a discount, shipping, wrap and points, each refunded whole, in part or not."""

    def __init__(self, number: int) -> None:
        """The same number makes the same orders."""
        self.chance = random.Random(number)  # noqa: S311 (made data)

    def orders(self, count: int) -> list[list[Row]]:
        """The rows of some orders: sales, refunds, and a label of a part of them."""
        return [[*self.rows(f"250-1234567-{1_000_000 + place}")] for place in range(count)]

    def rows(self, order: str) -> Iterator[Row]:
        """The rows of one order."""
        for sku in ("A-1", "B-2")[: self.chance.choice((1, 1, 2))]:
            sale = self.sale(order, sku)
            yield sale
            if part := self.chance.choice((0, 0, 50, 100, 100, 100)):
                yield self.refund(sale, part)
        if self.chance.random() < 0.3:
            yield Row("2026-07-21 10:00:00", "配送サービス", {"other": -790}, order, text=LABEL, quantity="")

    def sale(self, order: str, sku: str) -> Row:
        """A sale of one piece or two."""
        pieces, discount = self.chance.choice((1, 1, 2)), self.chance.choice((0, 300, 300))
        price, shipping, wrap = self.chance.randrange(1_500, 9_000) * pieces, self.chance.choice((0, 500)), self.chance.choice((0, 0, 308))
        points = self.chance.choice((0, 0, 30))
        fee = (price + shipping + wrap - discount - points) * 169 // 1000 + (CLOSING * pieces if sku == "B-2" else 0)
        yen = with_tax("product_sales", price) | with_tax("shipping", shipping) | with_tax("gift_wrap", wrap)
        yen |= with_tax("promotion", -discount) | ({"points": -points} if points else {}) | {"selling_fees": -fee}
        return Row(f"2026-07-03 1{self.chance.randrange(10)}:34:56", "注文", yen, order, sku, "商品名", str(pieces))

    def refund(self, sale: Row, part: int) -> Row:
        """A refund of some per cent of a sale, of which Amazon keeps now and then too much of the fee; a label may be taken off it."""
        yen = {column: -(one * part // 100) for column, one in sale.yen.items()}
        off = self.chance.choice((0, 0, 790))
        yen["product_sales"] += off
        yen["selling_fees"] -= yen["selling_fees"] // self.chance.choice((3, 10, 10))
        return sale._replace(at=f"2026-07-{self.chance.choice((16, 24))} 10:00:00", kind="返金", yen=yen)


def returned(rows: Iterable[Row], reason: str) -> list[dict[str, str]]:
    """The rows of a returns report for the sales of an order, all of which arrived on 15 July."""
    sold = [row for row in rows if row.kind == "注文"]
    pieces = str(sum(int(row.quantity) for row in sold))
    paid = str(sum(yen for row in sold for column, yen in row.yen.items() if column not in ("points", "selling_fees")))
    return [
        {"Order ID": row.order, "Order date": "03-Jul-2026", "Return request date": "12-Jul-2026", "Return request status": "Approved",
         "Amazon RMA ID": f"R{row.order[-7:]}{row.sku}", "Label type": "AmazonPrePaidLabel", "Label cost": "790", "Currency code": "JPY",
         "Label to be paid by": "Seller", "Merchant SKU": row.sku, "Return quantity": row.quantity, "Return Reason": reason, "In policy": "Y",
         "Return delivery date": "15-Jul-2026", "Order Amount": paid, "Order quantity": pieces, "Is prime": "Y"}
        for row in sold
    ]  # fmt: skip
