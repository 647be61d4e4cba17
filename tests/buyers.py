"""Files with buyers of every kind, and the ways in which the cells of a row move: what of a buyer could then be kept or shown."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

Shift = Callable[[list[str], int], list[str]]
PEOPLE: Mapping[str, Mapping[str, str]] = {
    "kanji": {"name": "山田 花子", "town": "港区", "street": "麻布台7-2-3", "state": "東京都"},
    "kana": {"name": "ヤマダ ハナコ", "town": "ミナト区", "street": "アザブダイ七丁目 コーポ303", "state": "東京都"},
    "quarter": {"name": "山田 花子", "town": "伏見区", "street": "桃山町伊賀49-10", "state": "京都府"},
    "latin quarter": {"name": "Hanako Yamada", "town": "Fushimi-ku", "street": "Momoyama 49-10 Fushimi", "state": "Kyoto"},
    "latin": {"name": "Hanako Yamada", "town": "Minato-ku", "street": "7-2-3 Azabudai, Minato-ku", "state": "Tokyo"},
}
EVERYONE = {"phone": "090-1111-2222", "mail": "hanako@example.jp", "code": "106-0041", "land": "JP"}
SECRETS = (
    "山田", "花子", "ヤマダ", "ハナコ", "ﾔﾏﾀﾞ", "Hanako", "Yamada", "hanako", "麻布", "アザブ", "Azabu", "港区", "ミナト", "Minato", "090-1111", "0901111",
    "106-0041", "コーポ", "桃山", "伊賀", "Momoyama", "伏見", "Fushimi",
)  # fmt: skip
"""What nothing may hold after a file with these people was read: pieces, for a cell may have been cut."""


class File(msgspec.Struct, frozen=True):
    """A kind of file: titles, a row of it with the buyer's parts in braces, the mark between cells, the encoding."""

    titles: str
    row: str
    mark: str = "\t"
    encoding: str = "utf-8"


FILES: Mapping[str, File] = {
    "unshipped_orders": File(
        "order-id|order-item-id|purchase-date|payments-date|days-past-promise|buyer-email|buyer-name|buyer-phone-number|sku|product-name|"
        "quantity-purchased|quantity-shipped|quantity-to-ship|ship-service-level|recipient-name|ship-address-1|ship-address-2|ship-city|"
        "ship-state|ship-postal-code|ship-country|payment-method|is-prime",
        "250-1234567-{n}|12345678901234|2026-11-01T10:00:00+09:00|2026-11-01T10:00:00+09:00|-1|{mail}|{name}|{phone}|SKU-1|本|1|0|1|Standard|"
        "{name}|{street}||{town}|{state}|{code}|{land}|Other|false",
    ),
    "orders": File(
        "amazon-order-id|merchant-order-id|purchase-date|last-updated-date|order-status|buyer-name|buyer-email|sku|item-status|quantity|currency|"
        "item-price|recipient-name|ship-city|ship-state|ship-postal-code|ship-country|payment-method|promotion-ids",
        "250-1234567-{n}||2020-06-01T10:00:00+09:00|2020-06-01T10:00:00+09:00|Shipped|{name}|{mail}|SKU-1|Shipped|1|JPY|1000|{name}|{town}|"
        "{state}|{code}|{land}|Visa|",
    ),
    "own_orders": File(
        "注文番号,注文日時,氏名,電話番号,郵便番号,住所,SKU,金額,支払い方法,備考".replace(",", "|"),
        "250-1234567-{n}|2020/06/01 10:00|{name}|{phone}|{code}|{street}|SKU-1|1000|Visa|",
        ",",
        "cp932",
    ),
    "shipments": File(
        "order-id|sku|recipient-name|ship-phone-number|ship-postal-code|ship-address-1|carrier-name|ship-method|tracking-number|ship-date|note",
        "250-1234567-{n}|SKU-1|{name}|{phone}|{code}|{street}|ヤマト運輸|宅急便|123456789013|2026-11-02|",
    ),
    "own_shipments": File(
        "注文番号,氏名,住所,電話番号,配送業者,追跡番号,出荷日,備考".replace(",", "|"),
        "250-1234567-{n}|{name}|{street}|{phone}|ヤマト運輸|123456789013|2026/11/02|",
        ",",
        "cp932",
    ),
    "b2_issued": File(
        "お客様管理番号|送り状種類|クール区分|伝票番号|出荷予定日|お届け先電話番号|お届け先郵便番号|お届け先住所|お届け先名|品名1",
        "250-1234567-{n}|0|0|123456789013|2026/11/25|{phone}|{code}|{street}|{name}|",
        ",",
        "cp932",
    ),
    "yupri_history": File(
        "お客様側管理番号|お届け先名称|お届け先郵便番号|お届け先住所|お届け先電話番号|郵便種別|お問い合わせ番号|記事",
        "250-1234567-{n}|{name}|{code}|{street}|{phone}|ゆうパック|123456789013|",
        ",",
        "cp932",
    ),
    "clickpost_history": File(
        "お問い合わせ番号|お届け先郵便番号|お届け先氏名|お届け先住所|内容品|備考",
        "12345678{n}|{code}|{name}|{street}|本|",
        ",",
        "cp932",
    ),
    "payments": File(
        "日付/時間|決済番号|トランザクションの種類|注文番号|SKU|説明|数量|フルフィルメント|市町村|都道府県|郵便番号|税金徴収型|商品売上|商品の売上税|配送料|配送料の税金|"
        "ギフト包装手数料|ギフト包装クレジットの税金|Amazonポイントの費用|プロモーション割引額|プロモーション割引の税金|源泉徴収税を伴うマーケットプレイス|手数料|"
        "FBA 手数料|トランザクションに関するその他の手数料|その他|合計",
        "2026/07/03 12:34:56 JST|123|注文|250-1234567-{n}|SKU-1|本|1|出品者|{name}|{state}|{code}||1980|0|0|0|0|0|0|0|0|0|-297|0|0|0|1683",
        ",",
        "utf-8",
    ),
    "returns": File(
        "Order ID|Order date|Return request date|Return request status|Amazon RMA ID|Label type|Label cost|Currency code|Label to be paid by|"
        "Customer name|Merchant SKU|Return quantity|Return Reason|In policy|Return delivery date|Order Amount|Order quantity|Refunded Amount|Note",
        "250-1234567-{n}|01-Nov-2026|05-Nov-2026|Approved|D{n}|AmazonPrePaidLabel|600|JPY|Customer|{name}|SKU-1|1|CR-DEFECTIVE|Y|10-Nov-2026|"
        "1980|1|0|",
    ),
}


def torn_name(cells: list[str], place: int) -> list[str]:
    """A tab in a name: every cell behind it stands one further."""
    before, _blank, behind = cells[place].partition(" ")
    return [*cells[:place], before, behind, *cells[place + 1 :]]


SHIFTS: Mapping[str, Shift] = {
    "a mark in the name": torn_name,
    "a mark in the name, the blank end gone": lambda cells, place: torn_name(cells, place)[: len(cells)],
    "three marks": lambda cells, place: [*cells[:place], "", "", *torn_name(cells, place)[place:]],
    "three marks, cut to the width": lambda cells, place: [*cells[:place], "", "", *torn_name(cells, place)[place:]][: len(cells)],
    "the cell before it gone": lambda cells, place: [*cells[: place - 1], *cells[place:]],
    "the cell before it gone, filled up": lambda cells, place: [*cells[: place - 1], *cells[place:], ""],
    "two cells before it gone": lambda cells, place: [*cells[: max(place - 2, 0)], *cells[place:], "", ""],
    "the first cell gone": lambda cells, _place: [*cells[1:], ""],
    "a cell before all": lambda cells, _place: ["", *cells],
    "a cell before all, cut to the width": lambda cells, _place: ["", *cells][: len(cells)],
    "a line break in the name": lambda cells, place: [*cells[:place], cells[place].replace(" ", "\n"), *cells[place + 1 :]],
    "the row twice in one line": lambda cells, _place: [*cells, *cells],
    "the row turned": lambda cells, place: [*cells[place:], *cells[:place]],
    "blank cells behind it": lambda cells, _place: [*cells, "", ""],
}


def shifted() -> Iterator[tuple[str, str, bytes]]:
    """Every file with every person and every shift: kind, what was done, and the bytes; two sound rows stand around the moved one."""
    for kind, file in FILES.items():
        for letters, person in PEOPLE.items():
            for name, shift in SHIFTS.items():
                yield kind, f"{name}, {letters}", written(file, person, shift)


def written(file: File, person: Mapping[str, str], shift: Shift) -> bytes:
    """A file of one kind with one row moved."""
    rows = [[cell.format(**EVERYONE, **person, n=1234560 + number) for cell in file.row.split("|")] for number in range(3)]
    place = next(place for place, cell in enumerate(file.row.split("|")) if cell == "{name}")
    rows[1] = shift(rows[1], place)
    lines: Sequence[Sequence[str]] = [file.titles.split("|"), *rows]
    return "".join(file.mark.join(quoted(cell, file.mark) for cell in line) + "\n" for line in lines).encode(file.encoding, "replace")


def quoted(cell: str, mark: str) -> str:
    """A cell as a comma file has it."""
    return f'"{cell}"' if mark == "," and "," in cell else cell


WORDS = (
    "Return Reason",
    "説明",
    "品名1",
    "内容品",
    "備考",
    "記事",
    "note",
    "Note",
    "promotion-ids",
    "SKU",
    "sku",
    "Merchant SKU",
    "product-name",
)
"""Titles under which a word may be anything: a name alone is not known for one there."""
CODES = ("SKU", "sku", "Merchant SKU", "注文番号", "order-id", "Order ID", "amazon-order-id", "お客様管理番号", "お客様側管理番号")
"""Titles of numbers that a shop makes itself: in a file without buyers three digits and four are no postal code there."""


def planted(kind: str) -> Iterator[tuple[str, bytes]]:
    """Files of a kind, with and without the buyer's columns, a piece of a buyer in another column of their second row: what, and the bytes."""
    file = FILES[kind]
    titles, cells = file.titles.split("|"), file.row.split("|")
    plain = [place for place, cell in enumerate(cells) if "{" not in cell or "{n}" in cell]
    for person in PEOPLE.values():
        sound, row = ([cell.format(**EVERYONE, **person, n=1234560 + number) for cell in cells] for number in (0, 1))
        for columns in (plain, range(len(cells))):
            for place in plain:
                for piece in pieces(person, titles[place], alone=columns == plain):
                    lines = [titles, sound, [*row[:place], piece, *row[place + 1 :]]]
                    text = "".join(file.mark.join(quoted(line[column], file.mark) for column in columns) + "\n" for line in lines)
                    yield f"{piece} as {titles[place]}, {len(columns)} columns", text.encode(file.encoding, "replace")


def pieces(person: Mapping[str, str], title: str, *, alone: bool) -> Iterator[str]:
    """What of a person can be known for a person's in a column."""
    yield from (person["street"], EVERYONE["phone"], EVERYONE["mail"])
    if not alone or title not in CODES:
        yield EVERYONE["code"]
    if not person["town"].isascii():
        yield person["town"]
