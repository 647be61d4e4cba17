"""Payment reports made up: transactions by date range in all the ways they are written, and settlements. Nobody in them exists."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import NamedTuple

MONEY = (
    "product_sales", "product_sales_tax", "shipping", "shipping_tax", "gift_wrap", "gift_wrap_tax", "points", "promotion", "promotion_tax",
    "withheld_tax", "selling_fees", "fba_fees", "other_fees", "other",
)  # fmt: skip
TITLES = {
    "ja": "日付/時間|決済番号|トランザクションの種類|注文番号|SKU|説明|数量|Amazon 出品サービス|フルフィルメント|市町村|都道府県|郵便番号|税金徴収型|商品売上|"
    "商品の売上税|配送料|配送料の税金|ギフト包装手数料|ギフト包装クレジットの税金|Amazonポイントの費用|プロモーション割引額|プロモーション割引の税金|"
    "源泉徴収税を伴うマーケットプレイス|手数料|FBA 手数料|トランザクションに関するその他の手数料|その他|合計|トランザクションのステータス|トランザクション開始日",
    "en": "date/time|settlement id|type|order id|sku|description|quantity|marketplace|fulfillment|order city|order state|order postal|"
    "tax collection model|product sales|product sales tax|shipping credits|shipping credits tax|gift wrap credits|giftwrap credits tax|"
    "Amazon points cost|promotional rebates|promotional rebates tax|marketplace withheld tax|selling fees|fba fees|"
    "other transaction fees|other|total|Transaction Status|Transaction Release Date",
}
WORDS = {
    "注文": "Order",
    "返金": "Refund",
    "注文外料金": "Service Fee",
    "振込み": "Transfer",
    "調整": "Adjustment",
    "月額登録料": "Subscription",
}
"""Kinds and texts in English, where a file of that language has others."""
TOWN, STATE, CODE = "南蔵王町", "広島県", "721-0973"
"""What of a buyer stands in a report: it is searched for wherever the program writes."""
SECRETS = (TOWN, "蔵王", STATE, CODE, "7210973")
ABOVE = (
    "すべての金額は、別途明記されている場合を除き円です",
    "",
    "定義:",
    "売上税: 商品、配送料、ギフト包装の税",
    "",
    "手数料: すべての手数料",
    "",
)
SETTLEMENT_TITLES = (
    "settlement-id settlement-start-date settlement-end-date deposit-date total-amount currency transaction-type order-id merchant-order-id "
    "adjustment-id shipment-id marketplace-name amount-type amount-description amount fulfillment-id posted-date posted-date-time "
    "order-item-code merchant-order-item-id merchant-adjustment-item-id sku quantity-purchased promotion-id"
)
SETTLEMENT = SETTLEMENT_TITLES.split()


class Row(NamedTuple):
    """A row of transactions: its moment in Japan, kind, order, SKU, text, pieces, yen by column; `wrong` yen are added to its total."""

    at: str
    kind: str
    yen: Mapping[str, int]
    order: str = ""
    sku: str = ""
    text: str = ""
    quantity: str = "1"
    settlement: str = "12345678901"
    wrong: int = 0
    state: str = "リリース済み"
    released: str = ""
    sender: str = "出品者"

    @property
    def total(self) -> int:
        """The total that the row prints."""
        return sum(self.yen.values()) + self.wrong


def transactions(
    rows: Sequence[Row], lang: str = "ja", columns: int = 30, encoding: str = "utf-8-sig", *, minus: str = "-", above: bool = True
) -> bytes:
    """A transactions report: every cell in quotation marks, thousands with commas, lines of explanation above the header."""
    made = io.StringIO()
    write = csv.writer(made, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow
    for line in ABOVE if above else ():
        write([line] if line else [])
    width = {28: 28, 27: 28, 30: 30}[columns]
    titles = [title for place, title in enumerate(TITLES[lang].split("|")[:width]) if columns != 27 or place != 7]
    write(titles)
    for one in rows:
        cells = row_cells(one, lang, minus)[:width]
        write(cells if columns != 27 else [*cells[:7], *cells[8:]])
    return made.getvalue().encode(encoding)


def row_cells(one: Row, lang: str, minus: str) -> list[str]:
    """The thirty cells of a row."""
    kind, text = (WORDS.get(word, word) if lang == "en" else word for word in (one.kind, one.text))
    money = [amount(one.yen.get(name, 0), minus) for name in MONEY]
    at = one.at.replace("-", "/") + " JST"
    released = f"{one.released.replace('-', '/')} JST" if one.released else at if one.state == "リリース済み" else ""
    buyer = [TOWN, STATE, CODE] if one.order else ["", "", ""]
    return [at, one.settlement, kind, one.order, one.sku, text, one.quantity, "amazon.co.jp", one.sender, *buyer, "", *money,
            amount(one.total, minus), one.state, released]  # fmt: skip


def amount(yen: int, minus: str) -> str:
    """Yen as the report writes them."""
    return f"{minus if yen < 0 else ''}{abs(yen):,}"


class Amount(NamedTuple):
    """A row of a settlement: kind, kind of amount, text, yen; its moment in UTC."""

    kind: str
    amount_type: str
    text: str
    yen: int
    order: str = ""
    sku: str = ""
    at: str = "2026/07/03 03:34:56 UTC"
    quantity: str = ""


def settlement(number: str, amounts: Sequence[Amount], encoding: str = "utf-8", *, wrong: int = 0) -> bytes:
    """A settlement report V2: the first row prints the total, each other one has an amount."""
    told = {"settlement-id": number, "currency": "JPY", "total-amount": f"{sum(one.yen for one in amounts) + wrong}.00"}
    rows = [told, *({
        "settlement-id": number, "transaction-type": one.kind, "order-id": one.order, "amount-type": one.amount_type, "sku": one.sku,
        "amount-description": one.text, "amount": f"{one.yen}.00", "posted-date": one.at[:10], "posted-date-time": one.at,
        "quantity-purchased": one.quantity,
    } for one in amounts)]  # fmt: skip
    lines = ["\t".join(SETTLEMENT), *("\t".join(row.get(name, "") for name in SETTLEMENT) for row in rows)]
    return "".join(line + "\n" for line in lines).encode(encoding)
