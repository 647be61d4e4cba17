#!/usr/bin/env python3
"""What speed is measured against: the least that any program must do for the same job, and a peer that does less with more.

python3 packaging/bench_floors.py shop FOLDER ROWS [CHANGED]     a shop's files, and the same with some prices changed
python3 packaging/bench_floors.py import LISTINGS STORE          decode, split, check 2%, store every row: csv and sqlite3
python3 packaging/bench_floors.py window                         three empty tables in a window, shown and closed
python3 packaging/bench_floors.py sheet CSV OUT                  read a sheet and write it again
python3 packaging/bench_floors.py payments FILE ROWS             a payment report of so many rows
python3 packaging/bench_floors.py ledger FILE STORE              decode, split, add up 合計, store every row: csv and sqlite3
python3 packaging/bench_floors.py frames LISTINGS STORE          fewer checks than ours in pandas, where that is installed
"""

import csv
import random
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

HEAD = (
    "商品名", "出品ID", "出品者SKU", "価格", "数量", "出品日", "商品IDタイプ", "コンディション説明", "コンディション", "国外へ配送可",
    "迅速な配送", "商品ID", "在庫数", "フルフィルメント・チャンネル", "merchant-shipping-group", "ポイント", "ステータス",
)  # fmt: skip
PRIME, PLAIN = "プライム配送パターン", "移行された配送パターン"
WORDS = (
    "今治タオル",
    "美濃焼マグカップ",
    "帆布トート",
    "革のペンケース",
    "手ぬぐい",
    "万年筆",
    "桐箱入り箸",
    "コットン靴下",
    "体温計",
    "味噌",
)
KINDS = ("白", "青", "濃緑", "M", "L", "2枚組", "5客揃", "300ml", "細字", "①")
INPUTS = (
    "reason", "category", "price", "points", "shipping_charged", "outbound_cost", "method", "size", "weight_kg", "from_prefecture",
    "to_prefecture", "arrived_on", "hazmat", "handling_cost", "value_loss_percent", "late_delivery",
)  # fmt: skip
SHORT, EMPTY = 0.06, 0.03
"""Of so many offers points are missing; of so many Prime ones nothing is in stock."""


def shop(folder: str, rows: str, changed: str = "0", short: str = "") -> None:
    """A shop's files; of `changed` per cent of its offers the price is another one in listings_new.txt, a share `short` lacks points."""
    chance, out = random.Random(int(rows)), Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    listed = [offer(number, chance, float(short or SHORT)) for number in range(int(rows))]
    write(out / "listings.txt", [HEAD, *listed], "cp932")
    for cells in listed:
        if chance.random() * 100 < float(changed):
            cells[3] = str(int(cells[3]) + 10)
    write(out / "listings_new.txt", [HEAD, *listed], "cp932")
    keys = ("sku", "price", "standard-price-points", "quantity", "currency", "restock-date")
    prices = [(cells[2], cells[3], cells[15], "", "JPY", "2020-07-01" if chance.random() < EMPTY else "") for cells in listed]
    head = [("TemplateType=PriceInventory", "Version=2018.0924"), ("商品管理番号", "販売価格"), keys]
    write(out / "price_file.txt", [*head, *prices], "cp932")
    facts = [(cells[2], "Home", "no", "no", "no", "JP") for cells in listed]
    with (out / "facts.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([("sku", "category", "preorder", "hazmat", "medical", "ship_from"), *facts])
    with (out / "quotes.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([INPUTS, *(asked(chance) for _ in range(10_000))])


def offer(number: int, chance: random.Random, short: float) -> list[str]:
    """One row of a listings report."""
    price = chance.randint(300, 30_000)
    needed = -(-price * 2 // 100)
    points = needed - chance.randint(1, needed) if chance.random() < short else needed + chance.randint(0, 20)
    prime = chance.random() < 1 / 2
    stock = 0 if prime and chance.random() < EMPTY else chance.randint(1, 90)
    name = f"{chance.choice(WORDS)} {chance.choice(KINDS)} {number}"
    return [
        name, f"L{number:010}", f"SKU-{number:08}", str(price), str(stock), "2019/09/18 15:18:58 JST", "1", "", "11", "N", "N",
        f"B0{number:08}", "0", "DEFAULT", PRIME if prime else PLAIN, str(points), "Active",
    ]  # fmt: skip


def asked(chance: random.Random) -> list[object]:
    """One row of a sheet of returns to be quoted."""
    places = ("北海道", "青森県", "東京都", "神奈川県", "愛知県", "大阪府", "広島県", "香川県", "福岡県", "沖縄県")
    return [
        chance.randint(1, 22), chance.choice(("Shoes", "Apparel", "Toys", "Kitchen", "Luggage", "")), chance.randint(300, 30_000),
        chance.randint(0, 300), chance.choice((0, 350, "")), chance.choice((500, 700, "")),
        chance.choice(("宅急便", "ゆうパック", "宅急便コンパクト", "ネコポス")), chance.choice((60, 80, 100, 120)),
        chance.choice(("1.2", "3", "")),
        chance.choice(places), "東京都", f"2026-0{chance.randint(1, 8)}-{chance.randint(1, 28):02}", chance.choice(("no", "no", "yes", "")),
        chance.choice((200, "")), chance.choice((10, 0, "")), chance.choice(("no", "yes", "")),
    ]  # fmt: skip


def write(file: Path, rows: Sequence[Sequence[str]], encoding: str) -> None:
    """A file with tabs, as Seller Central writes it."""
    file.write_bytes("".join("\t".join(row) + "\r\n" for row in rows).encode(encoding))


def bare_import(listings: str, store: str) -> None:
    """Every row of a report checked and stored, by the standard library alone."""
    for ending in ("", "-wal", "-shm"):
        Path(store + ending).unlink(missing_ok=True)
    db = sqlite3.connect(store)
    db.execute("pragma journal_mode = wal")
    db.execute("pragma synchronous = full")
    with open(listings, encoding="cp932", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        names = next(rows)
        price, points = names.index("価格"), names.index("ポイント")
        short = count = 0

        def checked() -> Iterator[list[str]]:
            nonlocal short, count
            for row in rows:
                short += int(row[points] or 0) * 100 < int(row[price]) * 2
                count += 1
                yield row

        db.execute(f"create table offer ({', '.join(f'c{place}' for place in range(len(names)))})")
        with db:
            db.executemany(f"insert into offer values ({', '.join('?' * len(names))})", checked())
    print(count, short)


def bare_window() -> None:
    """Three empty tables."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QTabWidget

    app, window, tabs = QApplication([]), QMainWindow(), QTabWidget()
    for name in ("points", "sfp", "returns"):
        tabs.addTab(QTableView(), name)
    window.setCentralWidget(tabs)
    window.show()
    QTimer.singleShot(0, app.quit)
    app.exec()


def bare_sheet(source: str, out: str) -> None:
    """A sheet read and written."""
    with open(source, encoding="utf-8", newline="") as file, open(out, "w", encoding="utf-8", newline="") as copy:
        csv.writer(copy).writerows(csv.reader(file))


PAID = (
    "日付/時間", "決済番号", "トランザクションの種類", "注文番号", "SKU", "説明", "数量", "フルフィルメント",
    "市町村", "都道府県", "郵便番号", "税金徴収型", "商品売上", "商品の売上税", "配送料", "配送料の税金",
    "ギフト包装手数料", "ギフト包装クレジットの税金", "Amazonポイントの費用", "プロモーション割引額",
    "プロモーション割引の税金", "源泉徴収税を伴うマーケットプレイス", "手数料", "FBA 手数料",
    "トランザクションに関するその他の手数料", "その他", "合計",
)  # fmt: skip
REFUNDS = 0.06
"""Of so many sales the refund stands in the report."""


def payments(file: str, rows: str) -> None:
    """A payment report with lines above its header: sales, refunds and fees of one month."""
    chance = random.Random(int(rows))
    with open(file, "w", encoding="utf-8-sig", newline="") as out:
        sheet = csv.writer(out, quoting=csv.QUOTE_ALL)
        sheet.writerows([["すべての金額は円です"], [""], PAID])
        sheet.writerows(paid(number, chance) for number in range(int(rows)))


def paid(number: int, chance: random.Random) -> list[str]:
    """One row of a payment report."""
    price, sign = chance.randint(300, 30_000), -1 if chance.random() < REFUNDS else 1
    yen = [price, price // 10, 350, 35, 0, 0, -(price // 50), 0, 0, 0, -(price * 11 // 100), 0, 0, 0]
    signed = [sign * one for one in yen]
    at = f"2026/07/{number % 28 + 1:02} {number % 24:02}:{number % 60:02}:{number % 59:02} JST"
    order = f"250-{number % 9_999_999:07}-{chance.randint(0, 9_999_999):07}"
    kind, town = "注文" if sign > 0 else "返金", ("港区", "東京都", "106-0041", "")
    name = f"{chance.choice(WORDS)} {chance.choice(KINDS)}"
    return [
        at,
        "12345678901",
        kind,
        order,
        f"SKU-{number % 5_000:08}",
        name,
        "1",
        "出品者",
        *town,
        *(f"{one:,}" for one in (*signed, sum(signed))),
    ]


def ledger(file: str, store: str) -> None:
    """Every row of a payment report added up and stored, by the standard library alone."""
    for ending in ("", "-wal", "-shm"):
        Path(store + ending).unlink(missing_ok=True)
    db = sqlite3.connect(store)
    db.execute("pragma journal_mode = wal")
    with open(file, encoding="utf-8-sig", newline="") as lines:
        rows = csv.reader(lines)
        names = next(row for row in rows if len(row) == len(PAID))
        total = count = 0

        def added() -> Iterator[list[str]]:
            nonlocal total, count
            for row in rows:
                total += int(row[-1].replace(",", ""))
                count += 1
                yield row

        db.execute(f"create table payment ({', '.join(f'c{place}' for place in range(len(names)))})")
        with db:
            db.executemany(f"insert into payment values ({', '.join('?' * len(names))})", added())
    print(count, total)


def frames(listings: str, store: str) -> None:
    """Four checks and the duplicates, in pandas."""
    import pandas as pd  # type: ignore[import-not-found, import-untyped, unused-ignore]  # not one of the project's own

    Path(store).unlink(missing_ok=True)
    table = pd.read_csv(listings, sep="\t", encoding="cp932", quoting=3, dtype=str, keep_default_na=False)
    price, points = table["価格"].astype(int), table["ポイント"].replace("", "0").astype(int)
    prime = table["merchant-shipping-group"].str.contains("プライム")
    table["short"], table["cap"] = points * 100 < price * 2, points * 2 > price
    table["used"], table["empty"] = table["コンディション"].astype(int) < 9, prime & (table["数量"] == "0")  # noqa: PLR2004 (new or renewed)
    table["note"] = table["コンディション説明"].str.normalize("NFKC").str.strip()
    own = table[table["フルフィルメント・チャンネル"] == "DEFAULT"].assign(prime=prime)
    both = own.groupby(["商品ID", "コンディション", "note"])["prime"].transform("nunique") > 1
    table["twin"] = both.reindex(table.index, fill_value=False)
    with sqlite3.connect(store) as db:
        table.to_sql("offer", db, index=False)


if __name__ == "__main__":
    FLOORS: dict[str, Callable[..., None]] = {
        "shop": shop,
        "import": bare_import,
        "window": bare_window,
        "sheet": bare_sheet,
        "frames": frames,
        "payments": payments,
        "ledger": ledger,
    }
    FLOORS[sys.argv[1]](*sys.argv[2:])
