"""The columns of offers that points and SFP share."""

from sellerdesk.ui.lists.columns import figure, muted
from sellerdesk.ui.lists.rows_model import Column
from sellerdesk.ui.style.translate import translate


def sku_column() -> Column:
    """The seller SKU."""
    return Column("sku", lambda: translate("Column", "Seller SKU"), lambda row: row.sku, "sku_rank", 138, ink=muted)


def title_column() -> Column:
    """The item's name, which takes what is left."""
    return Column("title", lambda: translate("Column", "Item name"), lambda row: row.title, "title_rank", 180, stretch=True)


def price_column() -> Column:
    """The price in yen."""
    return Column("price", lambda: translate("Column", "Price"), lambda row: figure(row.price), "price", 72, right=True)
