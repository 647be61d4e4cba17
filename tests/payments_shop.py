"""A made shop of three months: orders, refunds, returns, fees and points, with faults sown and a key that says where."""

import random
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from sellerdesk.workflows.returns.fees import category_rate
from tests.payments_maker import Row

AS_OF = date(2026, 9, 25)
MONTHS = ("2026-06", "2026-07", "2026-08")
CATEGORIES = ("Electronics", "Musical Instruments", "Camera", "Video Games")
FREE = ("2026-05-20", "2026-05-28")
"""Sales before the files, whose refunds are no fault."""
REPORT = (
    "Order ID|Order date|Return request date|Return request status|Category|Amazon RMA ID|Label type|Label cost|Currency code|"
    "Label to be paid by|Merchant SKU|Return quantity|Return Reason|In policy|Return delivery date|Order Amount|Order quantity|"
    "Refunded Amount|Is prime"
)  # fmt: skip
Key = set[tuple[str, str]]


class Item(msgspec.Struct, frozen=True):
    """What the shop sells: SKU, price, points of its listing, category as it is saved, and whether Amazon charges as for another."""

    sku: str
    price: int
    points: int
    category: str
    misplaced: bool = False
    generous: bool = False


class Shop(msgspec.Struct):
    """The rows of all months, the returns report, the items; `key` are the findings that must be there, by rule and subject."""

    items: list[Item]
    rows: list[Row] = []
    returned: list[str] = []
    key: Key = set()
    not_placed: int = 0

    def month(self, name: str) -> list[Row]:
        """The rows of a month."""
        return [one for one in self.rows if one.at.startswith(name)]

    def returns(self) -> bytes:
        """The returns report."""
        lines = [REPORT, *self.returned]
        return "".join(line.replace("|", "\t") + "\n" for line in lines).encode()

    def facts(self) -> bytes:
        """The sheet of facts: the category of every SKU."""
        return ("sku,category\n" + "".join(f"{one.sku},{one.category}\n" for one in self.items)).encode()


class Maker:
    """Makes one shop by chance; the same number makes the same shop."""

    def __init__(self, number: int) -> None:
        """By the number of the shop."""
        self.chance = random.Random(number)  # noqa: S311 (made data)
        self.orders = number * 10_000
        self.shop = Shop(self.items())

    def items(self) -> list[Item]:
        """Eight SKUs; one is charged another category's fee, one other points than its listing has."""
        made = []
        for place in range(8):
            price = self.chance.randrange(1_500, 9_000)
            category = self.chance.choice(CATEGORIES)
            made.append(Item(f"SKU-{place}", price, -(-price * 2 // 100), category, misplaced=place == 6, generous=place == 7))
        return made

    def make(self) -> Shop:
        """The whole shop."""
        for month in MONTHS:
            self.fixed(month)
            for _sale in range(30):
                self.sale(month, self.chance.choice(self.shop.items))
            for fate in FATES:
                getattr(self, fate)(month)
        self.shop.rows.sort(key=lambda one: one.at)
        sold = {one.sku for one in self.shop.rows if one.kind == "注文"}
        self.shop.key |= {("payments.referral-rate", one.sku) for one in self.shop.items if one.misplaced and one.sku in sold}
        self.shop.key |= {("payments.points", one.sku) for one in self.shop.items if one.generous and one.sku in sold}
        return self.shop

    def at(self, month: str, first: int = 1, last: int = 12) -> str:
        """A moment of some days of a month."""
        day, hour, minute = self.chance.randint(first, last), self.chance.randrange(24), self.chance.randrange(60)
        return f"{month}-{day:02} {hour:02}:{minute:02}:{self.chance.randrange(60):02}"

    def number(self) -> str:
        """The number of a new order."""
        self.orders += 1
        return f"250-{1_000_000 + self.orders % 9_000_000:07}-{self.chance.randrange(10**7):07}"

    def fee(self, item: Item, paid: int, points: int, day: str) -> int:
        """The referral fee that Amazon charges."""
        rate = category_rate(item.category, date.fromisoformat(day[:10]))
        assert rate is not None
        return (paid * 27 // 100) if item.misplaced else rate.fee(paid - points)

    def sale(self, month: str, item: Item | None = None, at: str = "") -> Row:
        """A sale."""
        item, at = item or self.shop.items[self.chance.randrange(6)], at or self.at(month)
        points = item.points * (2 if item.generous else 1)
        shipping = self.chance.choice((0, 0, 480))
        paid = item.price + item.price // 10 + shipping
        yen = {"product_sales": item.price, "product_sales_tax": item.price // 10, "shipping": shipping, "points": -points,
               "selling_fees": -self.fee(item, paid, points, at)}  # fmt: skip
        row = Row(at, "注文", {name: one for name, one in yen.items() if one}, self.number(), item.sku, "商品名")
        self.shop.rows.append(row)
        return row

    def refund(self, sale: Row, days: int = 8, more: int = 0, keep: int | None = None, part: Sequence[str] = ()) -> Row:
        """A refund of a sale some days later: all of it, some yen more, or some of its columns; `keep` yen of the fee stay with Amazon."""
        back = {name: -yen for name, yen in sale.yen.items() if not part or name in part}
        fee = -sale.yen["selling_fees"]
        kept = min(-(-fee // 10), 550) if keep is None else keep
        if part:
            back = {name: yen for name, yen in back.items() if name != "selling_fees"}
        else:
            back["selling_fees"] = fee - kept
            back["product_sales"] -= more
        at = f"{date.fromisoformat(sale.at[:10]) + timedelta(days=days)}{sale.at[10:]}"
        row = sale._replace(at=at, kind="返金", yen=back)
        self.shop.rows.append(row)
        return row

    def back(self, sale: Row, reason: str = "CR-DEFECTIVE", days: int = 6) -> None:
        """The return of a sale in the returns report, arrived some days later."""
        sold = date.fromisoformat(sale.at[:10])
        arrived, paid = (
            sold + timedelta(days=days),
            sum(sale.yen.get(name, 0) for name in ("product_sales", "product_sales_tax", "shipping")),
        )
        cells = [sale.order, f"{sold:%d-%b-%Y}", f"{sold + timedelta(days=1):%d-%b-%Y}", "Approved", "Toys", f"D{self.orders}", "AmazonPrePaidLabel",
                 "600", "JPY", "Seller", sale.sku, "1", reason, "Y", f"{arrived:%d-%b-%Y}", str(paid), "1", "0", "Y"]  # fmt: skip
        self.shop.returned.append("|".join(cells))

    def sown(self, rule: str, subject: str) -> None:
        """Put a fault into the key."""
        self.shop.key.add((f"payments.{rule}", subject))

    # what becomes of an order

    def fixed(self, month: str) -> None:
        """What comes every month: the first is a return that is long on its way, so that the returns report covers the month."""
        first = self.sale(month, at=f"{month}-01 00:10:00")
        self.back(first, days=27)
        self.refund(first, days=28)
        other = {
            "月額登録料": ("注文外料金", -4_900),
            "FBA保管手数料：": ("FBA 在庫関連の手数料", -320),
            "FBA在庫の返金 - 紛失:": ("調整", 1_200),
        }
        for text, (kind, yen) in other.items():
            self.shop.rows.append(Row(self.at(month), kind, {"other": yen}, text=text, quantity=""))
        self.shop.rows.append(
            Row(self.at(month), "FBA 在庫関連の手数料 - 取り消し", {"other": 320}, text="FBA在庫保管手数料:", quantity="")
        )
        self.shop.rows.append(Row(self.at(month), "振込み", {"other": -50_000}, text="次が末尾の口座へ： 123", quantity=""))
        unknown = -self.chance.randrange(1, 900)
        self.shop.rows.append(Row(self.at(month), "新しい手数料", {"other": unknown}, text="まだ誰も知らない料金", quantity=""))
        self.shop.not_placed += unknown

    def sound(self, month: str) -> None:
        """A return, refunded in time."""
        sale = self.sale(month)
        self.back(sale)
        self.refund(sale)

    def older(self, month: str) -> None:
        """A refund whose sale is older than the files."""
        sale = self.sale(month)
        self.shop.rows.remove(sale)
        self.refund(sale)

    def without_return(self, month: str) -> None:
        """A refund without a return."""
        self.sown("refund-without-return", self.refund(self.sale(month)).order)

    def not_refunded(self, month: str) -> None:
        """A return that was never refunded."""
        sale = self.sale(month)
        self.back(sale)
        self.sown("return-without-refund", sale.order)

    def too_large(self, month: str) -> None:
        """More refunded than was paid."""
        sale = self.sale(month)
        self.back(sale)
        self.refund(sale, more=self.chance.randrange(1, 2_000))
        self.sown("refund-too-large", sale.order)

    def fee_kept(self, month: str) -> None:
        """The whole fee kept at a refund."""
        sale = self.sale(month)
        self.back(sale)
        self.refund(sale, keep=-sale.yen["selling_fees"])
        self.sown("refund-fee", sale.order)

    def part(self, month: str) -> None:
        """The price alone refunded, with its share of the fee, and without the points that it gave."""
        sale = self.sale(month)
        self.back(sale)
        self.refund(sale, part=("product_sales", "product_sales_tax"))
        paid = sum(sale.yen.get(name, 0) for name in ("product_sales", "product_sales_tax", "shipping"))
        charged = -sale.yen["selling_fees"]
        due = -(-charged * (paid - sale.yen.get("shipping", 0)) // paid)
        self.sown("points-back", sale.order)
        if "shipping" in sale.yen:  # the full refund has it
            self.sown("return-without-refund", sale.order)
        last = self.shop.rows.pop()
        self.shop.rows.append(last._replace(yen={**last.yen, "selling_fees": due - min(-(-due // 10), 550)}))

    def late(self, month: str) -> None:
        """Shipping alone refunded, with its share of the referral fee."""
        sale = self.sale(month)
        while "shipping" not in sale.yen:
            sale = self.sale(month)
        self.sown("lateness", self.refund(sale, part=("shipping",)).order)
        paid = sum(sale.yen.get(name, 0) for name in ("product_sales", "product_sales_tax", "shipping"))
        charged = -sale.yen["selling_fees"]
        due = -(-charged * sale.yen["shipping"] // paid)
        last = self.shop.rows.pop()
        self.shop.rows.append(last._replace(yen={**last.yen, "selling_fees": due - min(-(-due // 10), 550)}))

    def label(self, month: str) -> None:
        """A label of a return that the customer pays, and one that the shop pays."""
        for reason in ("12", "CR-DEFECTIVE"):
            sale = self.sale(month)
            self.back(sale, reason)
            self.refund(sale)
            at = f"{sale.at[:8]}27{sale.at[10:]}"
            self.shop.rows.append(Row(at, "Shipping Services", {"other": -600}, sale.order, text="ReturnPostageBilling", quantity=""))
            if reason == "12":
                self.sown("label", sale.order)

    def wrong_sum(self, month: str) -> None:
        """A row whose total is not the sum of its columns."""
        wrong = self.chance.choice((-1, 120))
        sale = self.sale(month)
        self.shop.rows[self.shop.rows.index(sale)] = sale._replace(wrong=wrong)
        self.shop.not_placed += wrong
        self.sown("sum", sale.order)


FATES = ("sound", "older", "without_return", "not_refunded", "too_large", "fee_kept", "part", "late", "label", "wrong_sum")
"""What becomes of orders, by the names of the methods."""
