"""A small shop for tests: every offer is an instance of a story whose verdicts are told beside it, not computed.

Each story says what its listing, its facts and its restock date look like and which findings it must give; the maker
only fills in SKUs, ASINs and prices. The Japanese file is cp932 with tabs, the English one UTF-8.
"""

import csv
import random
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

PRIME, PLAIN = "プライム配送パターン", "移行された配送パターン"
DAY, LATER, TODAY = "2020-08-03", "2020-08-04", "2020-08-03"
JAPANESE = (
    "商品名", "出品ID", "出品者SKU", "価格", "数量", "出品日", "商品IDタイプ", "コンディション説明", "コンディション", "国外へ配送可",
    "迅速な配送", "商品ID", "在庫数", "フルフィルメント・チャンネル", "merchant-shipping-group", "ポイント", "ステータス",
)  # fmt: skip
ENGLISH = (
    "item-name", "listing-id", "seller-sku", "price", "quantity", "open-date", "product-id-type", "item-note", "item-condition",
    "will-ship-internationally", "expedited-shipping", "product-id", "pending-quantity", "fulfillment-channel", "merchant-shipping-group",
    "Points", "status",
)  # fmt: skip
PRICE_KEYS = ("sku", "price", "standard-price-points", "quantity", "currency", "restock-date", "fulfillment-channel")

Expected = dict[str, str]


@dataclass(frozen=True)
class Story:
    """A kind of offer: cells that differ from a blameless plain offer, facts, restock date, and its findings by rule."""

    cells: dict[str, str]
    expected: Expected = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    restock: str = ""
    partial: Expected | None = None
    twin: "Story | None" = None


P = {"merchant-shipping-group": PRIME}
STORIES = (
    Story({}),
    Story({"価格": "1980", "ポイント": "39"}, {"points.two-percent": "breach"}),
    Story({"価格": "1980", "ポイント": "40"}),
    Story({"価格": "1020", "ポイント": "20"}, {"points.two-percent": "check"}),
    Story({"価格": "1020", "ポイント": ""}, {"points.two-percent": "breach"}),
    Story({"価格": "50", "ポイント": "1"}),
    Story({"価格": "49", "ポイント": "0"}, {"points.two-percent": "breach"}),
    Story({"価格": "2", "ポイント": "1"}),
    Story({"価格": "1", "ポイント": "1"}, {"points.impossible-price": "breach"}),
    Story({"価格": "1", "ポイント": "0", "コンディション": "3"}, {"points.impossible-price": "breach", "points.badge-item": "advice"}),
    Story({"価格": "3001", "ポイント": "1500"}),
    Story({"価格": "3001", "ポイント": "1502"}, {"points.cap": "breach"}),
    Story({"価格": "1,000 JPY", "ポイント": "100", "コンディション": "1"}, {"points.badge-item": "advice"}),
    Story({"コンディション": "10"}, {"points.badge-item": "check"}),
    Story({"ステータス": "Inactive", "価格": "1000", "ポイント": "19"}, {"points.two-percent": "breach"}),
    Story({"ステータス": "Incomplete", "価格": "1000", "ポイント": "0", **P}, {}, {"preorder": "yes"}),
    Story({"フルフィルメント・チャンネル": "AMAZON_JP", "数量": "", "merchant-shipping-group": ""}, {}, {"hazmat": "yes"}),
    Story({"フルフィルメント・チャンネル": "AMAZON_JP", "数量": "", "ポイント": "1"}, {"points.two-percent": "breach"}),
    Story(P),
    Story({**P, "数量": "0"}, {"sfp.out-of-stock": "breach"}),
    Story({"数量": "0"}, {}, {"preorder": "yes", "hazmat": "yes", "ship_from": "CN"}, LATER),
    Story(P, {"sfp.pre-order": "breach"}, {"preorder": "yes"}),
    Story(P, {"sfp.hazmat": "advice"}, {"hazmat": "potential"}),
    Story(P, {"sfp.medical": "advice"}, {"medical": "yes"}),
    Story(P, {"sfp.ship-from": "breach"}, {"ship_from": "CN"}),
    Story(P, {}, {"ship_from": "大阪府"}),
    Story(P, {"sfp.restock-date": "breach"}, {}, LATER),
    Story(P, {}, {}, TODAY),
    Story(P, {"sfp.hazmat": "advice"}, {"hazmat": "yes"}, partial={"sfp.hazmat": "check"}),
    Story(P, {"sfp.pre-order": "breach"}, {"preorder": "yes"}, partial={"sfp.pre-order": "check"}),
    Story({**P, "ステータス": "Inactive"}, {}, {"medical": "no"}, partial={"sfp.medical": "check"}),
    Story({**P, "コンディション説明": "箱に 傷あり"}, {"sfp.duplicate-offer": "breach"},
          twin=Story({"コンディション説明": "　箱に　傷あり "}, {"sfp.duplicate-offer": "breach"})),
    Story(P, {"sfp.duplicate-offer": "check"},
          twin=Story({"コンディション": "2"}, {"sfp.duplicate-offer": "check", "points.badge-item": "advice"})),
    Story(P, {"sfp.duplicate-offer": "check"}, twin=Story({"コンディション説明": "外箱なし"}, {"sfp.duplicate-offer": "check"})),
    Story(P, twin=Story(P)),
    Story(P, twin=Story({"フルフィルメント・チャンネル": "AMAZON_JP", "数量": "", "merchant-shipping-group": ""})),
    Story(P, twin=Story({"ステータス": "Incomplete"})),
)  # fmt: skip
BLAMELESS = {
    "商品名": "㈱髙﨑タオル～①", "価格": "1500", "数量": "3", "出品日": "2020/05/01 10:00:00 JST", "商品IDタイプ": "1",
    "コンディション": "11",
    "フルフィルメント・チャンネル": "DEFAULT", "merchant-shipping-group": PLAIN, "ポイント": "30", "ステータス": "Active",
}  # fmt: skip
PLACES = {name: place for place, name in enumerate(JAPANESE)}
BLAMELESS_ROW = [BLAMELESS.get(name, "") for name in JAPANESE]
NO_FAULT = {"preorder": "no", "hazmat": "no", "medical": "no", "ship_from": "JP"}


@dataclass
class Made:
    """A made shop: its folder, and for each rule the SKUs of every outcome but ok, with all facts and with some blank."""

    folder: Path
    expected: dict[str, dict[str, set[str]]]
    partial: dict[str, dict[str, set[str]]]

    def audit(self, *, listings: str = "listings.txt", facts: str = "facts.csv") -> list[object]:
        """The arguments of the audit of this shop."""
        named = ["--facts", self.folder / facts, "--price-file", self.folder / "price_file.txt", "--prime-template", PRIME]
        return ["audit", self.folder / listings, *named, "--as-of", DAY]


def make(folder: Path, times: int = 3, seed: int = 1, blameless: int = 0) -> Made:
    """Write a shop with every story `times` times, in random order, and so many offers of which there is nothing to say."""
    rng = random.Random(seed)  # noqa: S311 (stories, not secrets)
    stories = [story for story in STORIES for _ in range(times)] + [Story({})] * blameless
    rng.shuffle(stories)
    made = Made(folder, defaultdict(lambda: defaultdict(set)), defaultdict(lambda: defaultdict(set)))
    listings: list[list[str]] = []
    facts: list[list[str]] = []
    thin: list[list[str]] = []
    prices: list[list[str]] = []
    for number, first in enumerate(stories):
        for letter, story in (("A", first), ("B", first.twin)):
            if story is None:
                continue
            sku = f"{number:06d}{letter}" if number % 5 else f"{number:010d}" + letter.replace("A", "")
            cells = {"商品ID": f"B0{number:08d}", "出品ID": f"L{number}{letter}", "出品者SKU": sku, **story.cells}
            listings.append(row_of(cells))
            known = {**NO_FAULT, **story.facts} if story.facts else NO_FAULT
            facts.append([sku, *known.values()])
            thin.append([sku, *without(known, story.partial)] if story.partial else facts[-1])
            prices.append([sku, "1500", "30", "", "JPY", story.restock, "DEFAULT"])
            note(made.expected, sku, story.expected)
            note(made.partial, sku, {**story.expected, **(story.partial or {})} if story.partial else story.expected)
    write(folder, listings, prices, {"facts.csv": facts, "facts_partial.csv": thin})
    return made


def row_of(cells: dict[str, str]) -> list[str]:
    """A row of the listings report: that of a blameless offer, but for some cells."""
    row = [*BLAMELESS_ROW]
    for name, cell in cells.items():
        row[PLACES[name]] = cell
    return row


def without(known: dict[str, str], partial: Expected) -> list[str]:
    """The facts of an offer, blank where rules are told to lack them."""
    blank = {rule.removeprefix("sfp.").replace("pre-order", "preorder") for rule in partial}
    return ["" if name in blank else value for name, value in known.items()]


def note(key: dict[str, dict[str, set[str]]], sku: str, expected: Expected) -> None:
    """Add what is told of an offer to the key."""
    for rule, outcome in expected.items():
        key[rule][outcome].add(sku)


def write(folder: Path, listings: list[list[str]], prices: list[list[str]], sheets: dict[str, list[list[str]]]) -> None:
    """Write the shop's files."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "listings.txt").write_bytes(tabbed([list(JAPANESE), *listings]).encode("cp932"))
    (folder / "listings_en.txt").write_bytes(tabbed([list(ENGLISH), *listings]).encode("utf-8"))
    head = [["TemplateType=PriceInventory", "Version=2018.0924", "変更しないでください"], ["商品管理番号", "販売価格"], list(PRICE_KEYS)]
    (folder / "price_file.txt").write_bytes(tabbed([*head, *prices]).encode("cp932"))
    for name, rows in sheets.items():
        with (folder / name).open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([["sku", *NO_FAULT], *rows])


def tabbed(rows: list[list[str]]) -> str:
    """Rows as a report has them: tabs, no quoting, CRLF."""
    return "".join("\t".join(row) + "\r\n" for row in rows)
