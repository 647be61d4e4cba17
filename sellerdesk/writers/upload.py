"""Files to upload in Seller Central: cp932, CRLF, tabs; what cp932 cannot hold is listed, never dropped or guessed."""

from collections.abc import Iterable, Sequence

ENCODING = "cp932"
TEMPLATE = ("TemplateType=PriceInventory", "Version=2018.0924", "この行はAmazonが使用しますので変更や削除しないでください。")
PRICE_FILE = {
    "sku": "商品管理番号", "price": "販売価格", "standard-price-points": "ポイント", "quantity": "在庫数", "currency": "通貨コード",
    "sale-price": "セール価格", "sale-price-points": "セール時ポイント", "sale-from-date": "セール開始日",
    "sale-through-date": "セール終了日", "restock-date": "商品の入荷予定日", "minimum-seller-allowed-price": "販売価格の下限設定",
    "maximum-seller-allowed-price": "販売価格の上限設定", "fulfillment-channel": "出荷経路", "handling-time": "出荷作業日数",
}  # fmt: skip
"""The columns of PriceInventory 2018.0924: Amazon's key and its Japanese name."""
PRICE_FILE_CELLS = 19
"""Cells of every line of Amazon's own template: those behind the columns are blank."""


INVENTORY = ("TemplateType=InventoryLoader", "Version=2020.0805", TEMPLATE[2])
INVENTORY_FILE = {"sku": "商品管理番号", "merchant_shipping_group_name": "配送パターン"}
"""The two columns that move an offer to another shipping template; whatever an upload does not name stays as it is."""


def inventory_file(rows: Iterable[tuple[str, str]]) -> bytes:
    """An inventory upload of SKUs with the shipping template that each goes to."""
    return encoded([INVENTORY, list(INVENTORY_FILE.values()), list(INVENTORY_FILE), *rows])


def price_file(rows: Iterable[dict[str, object]]) -> bytes:
    """A price-and-quantity file; a column that a row does not name is blank, which leaves it as it is."""
    cells = ([str(row.get(key, "")) for key in PRICE_FILE] for row in rows)
    lines = (TEMPLATE, PRICE_FILE.values(), PRICE_FILE, *cells)
    return encoded([[*line, *[""] * (PRICE_FILE_CELLS - len(line))] for line in lines])


CENTRAL = ("sku", "points_percent")
"""The header of the list for Points Central, which is that of Amazon's data feed for points."""


def points_central(rows: Iterable[tuple[str, int]]) -> bytes:
    """A list of SKU and whole percent as Points Central takes it: UTF-8, a tab between the two, a row for each SKU."""
    return "".join(f"{sku}\t{percent}\r\n" for sku, percent in (CENTRAL, *rows)).encode()


def encoded(rows: Sequence[Sequence[str]]) -> bytes:
    """Rows as an upload file has them."""
    return "".join("\t".join(row) + "\r\n" for row in rows).encode(ENCODING)


def one_cell(text: str) -> bool:
    """Whether a text is one cell of a file with tabs, and no more."""
    return bool(text) and not any(character in text for character in "\t\r\n")


def writable(text: str) -> bool:
    """Whether a cell can stand in a cp932 upload file as it is."""
    try:
        is_there = text.isascii() or text.encode(ENCODING).decode(ENCODING) == text  # a yen sign is written as a backslash
    except UnicodeEncodeError:
        return False
    return is_there and (one_cell(text) or not text)
