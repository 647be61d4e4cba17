"""Damaged files of every kind that we read: bytes flipped, cut, doubled, columns shuffled, encodings mixed, XML and workbooks torn."""

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import xlsxwriter

from sellerdesk.domain.refusal import Fault
from sellerdesk.readers.headers import kinds
from sellerdesk.readers.quotes import read_quotes
from sellerdesk.workflows.files import READABLE, Report, any_report, read

VALUES = {
    "order_id": "249-1234567-1234567", "sku": "SKU-0012", "asin": "B0DEMO1001", "title": '㈱髙﨑 手袋 "大" ～①', "price": "1,980",
    "points": "40", "quantity": "3", "condition": "11", "channel": "DEFAULT", "status": "Active", "open_date": "2020/07/01 10:00:00 JST",
    "product_id_type": "1", "product_id": "B0DEMO1001", "shipping_template": "プライム配送パターン", "purchase_date": "2020-07-01T01:02:03+00:00",
    "order_status": "Shipped", "item_price": "1980", "currency": "JPY", "payment": "Visa", "ship_date": "2020-07-02", "carrier": "ヤマト運輸",
    "method": "宅急便", "tracking": "123456789012", "given_at": "2020-07-02 10:00", "shipped_at": "2020-07-02 11:00",
    "confirmed_at": "2020-07-02 12:00", "ship_from": "JP", "promised_by": "2020-07-04", "delivered_at": "2020-07-03", "is_prime": "Y",
    "template": "プライム配送パターン", "region": "北海道", "service": "standard", "days": "1", "prime_fee": "0", "other_fee": "500",
    "ordered_on": "10-Jul-2020", "request_date": "20-Jul-2020", "delivery_date": "30-Jul-2020", "reason": "CR-DEFECTIVE", "category": "Shoes",
    "label": "Dab123", "label_payer": "Customer", "label_cost": "590", "in_policy": "Y", "amount": "1980", "order_quantity": "1",
    "refunded": "0", "hazmat": "no", "preorder": "no", "medical": "no", "size_cm": "60", "weight_kg": "1.5", "restock_date": "2020-08-10",
    "sale_price": "1500", "sale_points": "30", "sale_from": "2020-08-01", "sale_through": "2020-08-31", "from_prefecture": "東京都",
    "to_prefecture": "大阪府", "arrived_on": "2020-08-01", "payments_date": "2020-07-01", "promise_date": "2020-07-05", "to_ship": "1",
    "order_item_id": "1234567890123", "size": "80", "fare": "800", "at": "2026/07/03 12:34:56 JST", "type": "注文", "product_sales": "1,980",
    "selling_fees": "-297", "total": "1,683", "settlement": "12345678901",
}  # fmt: skip
"""A plausible value of many fields; another field is blank."""
ODD = (
    "",
    "-",
    "=1+1",
    "1E5",
    "5.80293E+13",
    "#N/A",
    "\u3000",
    "９９９",
    "x" * 5000,
    "2020-13-45",
    "-1",
    "1" * 400,
    "½",
    "\u202e",
    "〒150-0001",
    "\t",
    '"',
    "'",
)
KINDS = (*READABLE, "quotes")
XML = """<?xml version="1.0" encoding="UTF-8"?><AmazonEnvelope><Message><return_details><order_id>249-1</order_id>
<order_date>2020-07-10T00:00:00Z</order_date><return_request_date>2020-07-20T00:00:00Z</return_request_date><amazon_rma_id>D1</amazon_rma_id>
<label_to_be_paid_by>Customer</label_to_be_paid_by><order_amount>1980</order_amount><label_details><currency_code>JPY</currency_code>
<label_cost>590</label_cost></label_details><item_details><item_name>手袋</item_name><asin>B0DEMO1001</asin><return_reason_code>CR-DEFECTIVE
</return_reason_code><merchant_sku>SKU-1</merchant_sku><in_policy>Y</in_policy><return_quantity>1</return_quantity><category>Shoes</category>
</item_details></return_details></Message></AmazonEnvelope>"""
ENCODINGS = ("cp932", "utf-8", "utf-8-sig", "utf-16", "euc_jp", "utf-16-le")
Change = Callable[[bytes, random.Random], bytes]


def rows_of(kind: str, rows: int = 12) -> list[list[str]]:
    """A sound table of a kind, in Japanese where it has such a header."""
    columns = kinds()[kind].columns
    fields = list(columns)
    body = [[number_of(field, line) for field in fields] for line in range(rows)]
    return [[columns[field][0] for field in fields], *body]


def number_of(field: str, line: int) -> str:
    """A field's value in a line: what names a thing is another in each."""
    value = VALUES.get(field, "")
    return value[:-2] + f"{line:02}" if field in ("sku", "order_id", "tracking", "order_item_id") else value


@cache
def seeds() -> dict[str, bytes]:
    """Sound files: every kind as tab-separated text, as a CSV and as a workbook, and a returns report in XML."""
    made = {"returns.xml": XML.encode()}
    for kind in KINDS:
        rows = rows_of(kind)
        made[f"{kind}.txt"] = "".join("\t".join(row) + "\r\n" for row in rows).encode("cp932")
        made[f"{kind}.csv"] = "".join(
            ",".join(f'"{cell}"' if "," in cell else cell.replace('"', "") for cell in row) + "\n" for row in rows
        ).encode("utf-8-sig")
        file = io.BytesIO()
        with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
            page = book.add_worksheet()
            for line, row in enumerate(rows):
                page.write_row(line, 0, row)
        made[f"{kind}.xlsx"] = file.getvalue()
    return made


def flip(data: bytes, chance: random.Random) -> bytes:
    """Some bytes changed."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 64))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(data: bytes, chance: random.Random) -> bytes:
    """A piece cut out, or the end cut off."""
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:start] + (data[end:] if chance.random() < 0.5 else b"")


def double(data: bytes, chance: random.Random) -> bytes:
    """A piece twice, or many times."""
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:end] + data[start:end] * chance.choice((1, 1, 3, 20)) + data[end:]


def shuffle(data: bytes, chance: random.Random) -> bytes:
    """The cells of some or all lines in another order, or lines in another order."""
    mark = b"\t" if b"\t" in data else b","
    lines = data.split(b"\n")
    if chance.random() < 0.3:
        chance.shuffle(lines)
        return b"\n".join(lines)
    for number, line in enumerate(lines):
        if chance.random() < 0.5:
            cells = line.split(mark)
            chance.shuffle(cells)
            lines[number] = mark.join(cells)
    return b"\n".join(lines)


def mix(data: bytes, chance: random.Random) -> bytes:
    """Some lines in another encoding, or all of the file in one."""
    text = data.decode("cp932" if b"\x83" in data else "utf-8", "replace")
    if chance.random() < 0.4:
        return text.encode(chance.choice(ENCODINGS), "replace")
    return b"\n".join(line.encode(chance.choice(ENCODINGS), "replace") for line in text.split("\n"))


def spoil(data: bytes, chance: random.Random) -> bytes:
    """Cells with what stands in no such cell: damage of spreadsheets, numbers beyond measure, quotation marks, nothing at all."""
    mark = b"\t" if b"\t" in data else b","
    lines = [line.split(mark) for line in data.split(b"\n")]
    for _ in range(chance.choice((1, 3, 30))):
        cells = chance.choice(lines)
        cells[chance.randrange(len(cells))] = chance.choice(ODD).encode("cp932", "replace")
    return b"\n".join(mark.join(cells) for cells in lines)


def strew(data: bytes, chance: random.Random) -> bytes:
    """Zero bytes, line ends, tabs, quotation marks and ends of file strewn in."""
    for _ in range(chance.choice((1, 5, 40))):
        place = chance.randrange(len(data) + 1)
        data = data[:place] + chance.choice((b"\0", b"\r", b"\n", b"\t", b'"', b"\x1a", b",", b"\xff\xfe", b"<", b"&x;")) + data[place:]
    return data


TEXT_CHANGES: tuple[Change, ...] = (flip, cut, double, shuffle, mix, spoil, strew)


def inside(data: bytes, chance: random.Random) -> bytes:
    """A workbook with one of its parts damaged, and whole as an archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as book, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        chosen = chance.choice([name for name in book.namelist() if name.startswith("xl/")])
        for name in book.namelist():
            part = book.read(name)
            if name == chosen and chance.random() < 0.9:
                part = chance.choice((flip, cut, double, strew, digits))(part, chance)
            elif name == chosen:
                continue
            made.writestr(name, part)
    return out.getvalue()


def digits(data: bytes, chance: random.Random) -> bytes:
    """Digits changed: rows, columns and counts beyond the sheet."""
    places = [place for place, byte in enumerate(data) if 48 <= byte < 58]
    changed = bytearray(data)
    for place in chance.sample(places, min(len(places), chance.choice((1, 4, 30)))):
        changed[place] = chance.choice(b"0123456789")
    return bytes(changed)


def mutants(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Damaged files, each with the name of what it was made from; the same seed makes the same files."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    names = sorted(seeds())
    for number in range(count):
        name = names[number % len(names)]
        data = seeds()[name]
        changes: tuple[Change, ...] = (flip, cut, double, inside, inside, inside) if name.endswith(".xlsx") else TEXT_CHANGES
        for _ in range(chance.choice((1, 1, 2, 3))):
            change = chance.choice(changes)
            data = (change(data, chance) if change is not inside or zipfile.is_zipfile(io.BytesIO(data)) else flip(data, chance)) or b"x"
            changes = changes if not name.endswith(".xlsx") else (flip, cut, double)
        yield name, data


def counted(report: Report) -> int:
    """How many records a file has."""
    content = getattr(report.content, "content", report.content)  # a payment report's rows are one further in
    return next(
        (len(getattr(content, name)) for name in ("orders", "shipments", "items", "payments", "offers", "cells") if hasattr(content, name)),
        0,
    )


def read_any(name: str, data: bytes) -> str:
    """Read a file as an import does, and what an import keeps of it; gives what came of it. What is no Fault is raised."""
    kind, path = name.partition(".")[0], Path(name)
    try:
        if kind == "quotes":
            read(path, data, ("quotes",), read_quotes)
            return "read"
        report = any_report(path, data)
    except Fault as fault:
        return fault.code
    if report.kept is not data:
        again = any_report(path, report.kept)
        if counted(again) != counted(report):
            raise AssertionError(f"read: {counted(report)} records; read again from what an import keeps: {counted(again)}")
    return "read" if not report.source.refused else "refused rows"
