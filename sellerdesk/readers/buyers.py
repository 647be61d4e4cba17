"""What of a cell can be a buyer's (telephone, e-mail, postal code, address), and which rows of a file with buyers have moved cells."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from sellerdesk.domain.expressions import expression
from sellerdesk.readers.addresses import DASHES, has_house, is_address, is_bare_postcode, is_town, prefecture_of
from sellerdesk.readers.cells import NO_CELL, says
from sellerdesk.readers.own_skus import OWN_SKUS

LONG_VOWEL = expression(r"(?<=\d)ー(?=\d)", re.ASCII)
"""The mark of a long vowel between digits stands for a hyphen: it is the same key."""
PHONE = expression(r"(?<![\d-])(?:\+\s?81|\(?0)[\d\s().-]{8,14}(?![\w-])", re.ASCII)
"""What may be a telephone number: from 0 or +81, with what stands between its digits."""
CODE = expression(r"(?:[A-Za-z](?<!TEL)(?<!Tel)(?<!tel)|\b[Nn][Oo]\.\s?)$", re.ASCII)
"""What makes a number right behind it a code: Latin letters that do not say that it is called, and "No."."""
LATIN = expression(r"[A-Za-z](?<!TEL)(?<!Tel)(?<!tel)\s*$", re.ASCII)
"""What makes digits without a hyphen a code."""
NUMBER = expression(r"0[1-9]\d{8}|0[5-9]0\d{8}", re.ASCII)
"""The digits of a telephone number of Japan: ten, or eleven of a mobile one."""
TOP_DOMAIN = expression(r"\.[A-Za-z]{2,}")
ISBN = len("4101010013")
MOBILE = len("09012345678")
BARE_POSTCODE = expression(r"\d{3} ?\d{4}", re.ASCII)
POSTCODE = expression(r"〒|^\d{3}-\d{4}$", re.ASCII)
CJK = expression(r"[\u3040-\u30ff\u3400-\u9fff]")
STAMP = expression(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}", re.ASCII)
TITLE_MARKS = expression(r"[\s_\-()'\ufeff]+")
OTHER_SKUS = 3
"""SKUs without a number among them, from which on one of seven digits is no SKU of the shop's."""
MANY_DIGITS = 6
"""Digits from which on a text is a number or a day: house and room numbers have fewer."""
NUMBERS = expression(r"[\d\s/:.,+\-TZ]+", re.ASCII)
WORDS_ONLY = (
    "payment", "changed_payment", "order_status", "item_status", "category", "carrier", "method", "reason", "label_type", "label_payer",
    "resolution", "status", "service_level", "mail_type", "cancelled",
)  # fmt: skip
"""Fields that never hold a number: one that does stands in a row whose cells have moved."""
CLOSED = (
    "payment", "changed_payment", "order_status", "item_status", "label_type", "label_payer", "resolution", "status", "cancelled",
)  # fmt: skip
"""Those of them whose words have no numbers at all: one with the number of a house is an address."""
KEPT = (
    *WORDS_ONLY, "order_id", "sku", "carrier_code", "label", "slip_type", "cool", "tracking", "currency", "is_prime", "in_policy", "asin",
    "title", "condition_note", "shipping_template", "product_id", "listing_id",
)  # fmt: skip
"""Fields that are kept as they are written, or that a sentence quotes: in them a buyer's data would be kept and shown."""
ORIGINS = ("ship_from", "ship_from_prefecture")
OWN = ("sku", "order_id", "tracking", "label")
"""Those of them that a shop, or Amazon for a return label, may write in ways of its own."""
LETTERS = expression(r"[A-Za-z]{6,40}", re.ASCII)
"""An id of Amazon's that has drawn no digit: one word of Latin letters."""
CASE_STEP = expression(r"[a-z](?=[A-Z])|[A-Z](?=[a-z])", re.ASCII)
CASE_STEPS = 4
"""Steps between small and capital letters from which on one word of letters is an id: a name such as McDonald has three."""


def is_personal(text: str) -> bool:
    """Whether a text looks like somebody's telephone number, e-mail, postal code or address."""
    plain = LONG_VOWEL.sub("-", unicodedata.normalize("NFKC", text).translate(DASHES).strip())
    return is_email(plain) or is_phone(plain) or POSTCODE.search(plain) is not None or is_address(plain)


def is_email(text: str) -> bool:
    """Whether a text holds an e-mail address."""
    before, at, behind = text.rpartition("@")
    return bool(at and before and TOP_DOMAIN.search(behind))


def is_phone(text: str) -> bool:
    """Whether a text is a telephone number of Japan, or holds one; ten digits that are a book's ISBN are none."""
    found = PHONE.search(text)
    if found is None:
        return False
    before = text[: found.start()]
    if CODE.search(before) or ("-" not in found[0] and LATIN.search(before)):
        return False
    digits = re.sub(r"^\+\s?81", "0", re.sub(r"[\s().-]", "", found[0]))
    return NUMBER.fullmatch(digits.replace("00", "0", 1) if digits.startswith("00") else digits) is not None and not is_isbn(text)


def is_isbn(text: str) -> bool:
    """Whether ten digits are the ISBN of a book: English ones begin with 0, and shops use them as SKUs."""
    return len(text) == ISBN and text.isdecimal() and sum((ISBN - place) * int(digit) for place, digit in enumerate(text)) % 11 == 0


# columns of a buyer, which are never kept: what stands in them tells whether the cells of a row have moved


def no_postcode(cell: str) -> bool:
    """Whether a cell can be no postal code of any country."""
    return not any(map(str.isdigit, cell)) or CJK.search(cell) is not None or len(cell) > len("〒 1234567890")


def no_phone(cell: str) -> bool:
    """Whether a cell can be no telephone number."""
    return is_email(cell) or re.fullmatch(r"〒?\d{3}-\d{4}", cell, re.ASCII) is not None or is_town(cell)


def no_email(cell: str) -> bool:
    """Whether a cell can be no e-mail address."""
    return "@" not in cell


def no_name(cell: str) -> bool:
    """Whether a cell can be nobody's name, and no town's."""
    return is_email(cell) or is_number(cell)


def is_number(cell: str) -> bool:
    """Whether a cell is a long number, a day or a moment: no word and no address."""
    return NUMBERS.fullmatch(cell) is not None and sum(map(str.isdigit, cell)) >= MANY_DIGITS


def no_address(cell: str) -> bool:
    """Whether a cell can be no line of an address."""
    return is_email(cell) or STAMP.match(cell) is not None


def no_place(cell: str) -> bool:
    """Whether a cell can be no name of a country or prefecture."""
    return "@" in cell or any(map(str.isdigit, cell))


WITNESSES: Mapping[re.Pattern[str], Callable[[str], bool]] = {
    expression(r"(?:postal(?:code)?|postcode|zip(?:code)?|郵便番号)$"): no_postcode,
    expression(r"(?:phone(?:number)?|電話番号|^tel)$"): no_phone,
    expression(r"(?:e?mail(?:address)?|メールアドレス)$"): no_email,
    expression(r"(?:(?:buyer|recipient|customer|receiver)name|city|市区?町村|氏名|お?名前|宛名|届け先名|受取人)$"): no_name,
    expression(r"(?:address(?:line)?\d?|住所\d?)$"): no_address,
    expression(r"(?:country(?:code)?|state(?:or[a-z]{1,12})?|prefecture|都道府県|国名|国)$"): no_place,
}
"""Titles of a buyer's columns, folded, with what cannot stand under them."""


def witness(title: str) -> Callable[[str], bool] | None:
    """What tells of a cell under a title that it belongs elsewhere; None for a title that tells nothing."""
    folded = TITLE_MARKS.sub("", unicodedata.normalize("NFKC", title).casefold())
    return next((test for name, test in WITNESSES.items() if name.search(folded)), None)


def moved_rows(titles: Sequence[str], columns: Sequence[Sequence[str | None]], places: Mapping[str, int]) -> dict[int, str]:
    """The rows (from 0) in which a buyer's data stands in a column that is kept, or anything else in a column of a buyer.

    Each with the field or the title of its column; of several a field that is kept.
    `titles` and `columns` are all those of the file, `places` where the fields stand that are read. In a file without a column of a
    buyer an order or a SKU may look like a telephone number: some shops number theirs so.
    """
    moved: dict[int, str] = {}
    buyers = has_buyers([title for place, title in enumerate(titles) if place not in places.values()])
    for place, (title, column) in enumerate(zip(titles, columns, strict=False)):
        test = witness(title) if place not in places.values() else None
        if test is not None:
            cells = {*column}
            moved |= dict.fromkeys(where(column, {cell for cell in cells if cell and cell.strip() and is_elsewhere(cell, test)}), title)
            if None in cells:  # a row that ends before it: what is lost in the middle has moved the rest
                moved |= {line: title for line, cell in enumerate(column) if cell is None}
    for field in sorted({*KEPT} & {*places}, key=places.__getitem__, reverse=True):
        column, is_out = columns[places[field]], is_out_of_place if buyers or field not in OWN else is_no_id
        strange = {cell for cell in {*column} if cell and is_out(field, NO_CELL.sub(" ", cell))}
        if buyers and field == "sku":
            strange |= lone_postcode(cell for cell in column if cell)
        if strange and field == "sku":
            own = OWN_SKUS.get()()
            strange = {cell for cell in strange if cell.strip() not in own}
        moved |= dict.fromkeys(where(column, strange), field)
    return moved


def lone_postcode(skus: Iterable[str]) -> set[str]:
    """The one SKU of a file that is seven digits, where none of several others is a number: a postal code without its hyphen."""
    distinct = {sku for sku in skus if sku.strip()}
    bare = {sku for sku in distinct if is_bare_postcode(sku)}
    others = distinct - bare
    is_alone = len(bare) == 1 and len(others) >= OTHER_SKUS and not any(sku.strip().isdecimal() for sku in others)
    return bare if is_alone else set()


def has_buyers(titles: Sequence[str]) -> bool:
    """Whether one of some titles is that of a buyer's column; a prefecture alone is nobody's data."""
    return any(witness(title) not in (None, no_place) for title in titles)


def is_no_id(field: str, cell: str) -> bool:
    """Whether a cell of a file without buyers' columns can be no number of the shop's own all the same: an e-mail, a place, a name."""
    plain = unicodedata.normalize("NFKC", cell).translate(DASHES).strip()
    if field == "order_id" and not any(map(str.isdigit, plain)) and (" " in plain or CJK.search(plain) is not None):
        return True
    if field == "label" and not any(map(str.isdigit, plain)) and LETTERS.fullmatch(plain) is None:
        return is_elsewhere(plain, bool)
    if field in ("tracking", "label"):
        return is_personal(plain) or is_town(plain)
    is_called = is_phone(plain) and (field == "order_id" or not plain.isdecimal() or len(plain) == MOBILE)
    return is_called or is_email(plain) or "〒" in plain or is_town(plain)


def is_own_number(text: str) -> bool:
    """Whether a text can be an order's number: Latin letters, digits and marks without a space, a digit among them."""
    return text.isascii() and " " not in text and any(map(str.isdigit, text))


def is_letters_only_id(text: str) -> bool:
    """Whether a word without a digit is an id all the same, beside columns of a buyer: it ends as Amazon's do, or mixes its letters."""
    return LETTERS.fullmatch(text) is not None and (text.endswith("RMA") or len(CASE_STEP.findall(text)) >= CASE_STEPS)


def is_out_of_place(field: str, cell: str) -> bool:
    """Whether a cell of a file with buyers can be none of a field that is kept: a buyer's data, a word for a number or the other way."""
    if field == "label" and not is_elsewhere(cell, bool):
        return False  # "-" and "none"
    if field in ("order_id", "label"):
        plain = cell.strip()
        if field == "label" and is_letters_only_id(plain):
            return False
        return bool(plain) and (not is_own_number(plain) or BARE_POSTCODE.fullmatch(plain) is not None or is_personal(plain))
    if field == "tracking" and not any(map(str.isdigit, cell)):
        return is_elsewhere(cell, bool)
    if (field in WORDS_ONLY and is_number(cell)) or (field in CLOSED and has_house(cell)):
        return True
    return is_personal(cell) or is_town(unicodedata.normalize("NFKC", cell).strip())


def without_address(field: str, cell: str) -> str:
    """A cell as it may be kept: of the place that a parcel left from only the prefecture, where it is a whole address."""
    plain = unicodedata.normalize("NFKC", cell).strip()
    if field not in ORIGINS or not is_personal(plain):
        return cell
    return prefecture_of(plain)


def is_elsewhere(cell: str, test: Callable[[str], bool]) -> bool:
    """Whether a cell belongs into another column; words and marks for "none" belong into any."""
    plain = unicodedata.normalize("NFKC", cell).translate(DASHES).strip()
    return any(map(str.isalnum, plain)) and not says(plain, "none") and not says(plain, "unknown") and test(plain)


def where(column: Sequence[str | None], cells: Collection[str]) -> set[int]:
    """The places at which one of some cells stands."""
    return {place for place, cell in enumerate(column) if cell in cells} if cells else set()
