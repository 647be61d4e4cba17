"""Which kind each amount of a payment report is: by its column, its kind of transaction and its text, as the resource lists them.

Source: values as they stand in reports (resources/payments/kinds.toml), each with how sure it is. What is not listed is not placed.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, get_args

import msgspec

from sellerdesk.domain.expressions import expression
from sellerdesk.domain.payment import COLUMNS, Payment
from sellerdesk.rules.resource import decode

Sure = Literal["seen", "inferred", "named"]
Kind = Literal[
    "sale", "sale_tax", "shipping", "shipping_tax", "gift_wrap", "gift_wrap_tax", "promotion", "points_given", "points_returned",
    "refund_price", "refund_shipping", "refund_fee", "referral_fee", "referral_fee_returned", "fba_fee", "storage_fee", "easy_ship",
    "return_label", "subscription", "advertising", "adjustment", "reimbursement", "reserve", "a_to_z", "chargeback", "transfer", "other",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
NOT_PLACED = "not_placed"
REVERSED = expression(r"-(?:取り消し|訂正|reversal|correction)$")
"""What a kind of transaction ends with when it takes another back or corrects it: it is placed as that other."""
OTHER = COLUMNS.index("other")
Parts = Sequence[tuple[str, int]]
"""Kinds with their yen."""


class TypeWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of transaction: placed column by column as a sale or refund, whole as one kind, or by its text."""

    word: str
    sure: Sure
    sources: int
    columns: Literal["sale", "refund"] | None = None
    kind: Kind | None = None


class TextWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text that tells the kind; `begins`: of many texts that begin so; `within`: of many that hold it."""

    word: str
    kind: Kind
    sure: Sure
    sources: int
    begins: bool = False
    within: bool = False


class ColumnKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The kind of a column of sales or of refunds."""

    of: Literal["sale", "refund"]
    column: str
    kind: Kind
    sure: Sure


class SettlementKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The kind of a settlement's amounts; a part that is not given takes anything."""

    kind: Kind
    sure: Sure
    type: str | None = None
    amount_type: str | None = None
    text: str | None = None
    begins: bool = False

    def fits(self, kind: str, amount_type: str, text: str) -> bool:
        """Whether a row with these folded words is one of its kind."""
        if self.text is not None:
            word = fold(self.text)
            if not (text.startswith(word) if self.begins else text == word):
                return False
        return (self.type is None or fold(self.type) == kind) and (self.amount_type is None or fold(self.amount_type) == amount_type)


class Listed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The resource."""

    type: tuple[TypeWord, ...]
    text: tuple[TextWord, ...]
    column: tuple[ColumnKind, ...]
    settlement: tuple[SettlementKind, ...]


def fold(text: str) -> str:
    """A text without differences of width, case and spaces, and without colons at its end."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).casefold().rstrip(":")


class Places:
    """Places rows; each pair of kind and text is looked up once."""

    def __init__(self, listed: Listed, taught: Mapping[str, str] = {}) -> None:
        """By what the resource lists; `taught` are kinds by texts that it does not list."""
        self.listed, self.taught = listed, {fold(word): kind for word, kind in taught.items()}
        self.types = {fold(word.word): word for word in listed.type}
        self.texts = {fold(word.word): word.kind for word in listed.text}
        self.beginnings = sorted(((fold(word.word), word.kind) for word in listed.text if word.begins), key=lambda pair: -len(pair[0]))
        self.held = sorted(((fold(word.word), word.kind) for word in listed.text if word.within), key=lambda pair: -len(pair[0]))
        self.columns = {of: column_kinds(listed.column, of) for of in ("sale", "refund")}
        self.known: dict[tuple[str, str, str, str], tuple[str, ...]] = {}
        self.roles: dict[str, TypeWord | None] = {}
        self.backs: dict[str, tuple[str, ...]] = {}

    def plan(self, payment: Payment) -> tuple[str, ...]:
        """The kind of each amount of a row, by its column: the same object for rows of the same kinds.

        A sale or refund is placed whatever its text, which is the title of what was sold.
        """
        if payment.report == "payments" and (found := self.of_type(payment.type)) is not None and found.columns is not None:
            taken_back = found.columns == "refund" and payment.amounts[OTHER] < 0
            return self.taken_back(payment.text) if taken_back else self.columns[found.columns]
        key = payment.report, payment.type, payment.amount_type, payment.text
        if key not in self.known:
            self.known[key] = self.looked_up(payment)
        return self.known[key]

    def taken_back(self, text: str) -> tuple[str, ...]:
        """The kinds of a refund whose column "other" takes something from the shop: that is no point given back.

        Its text may name it. Where it is the title of what was sold, it is the same as in a sale: mostly a fee for cash on delivery.
        """
        known = self.backs.get(text)
        if known is None:
            named = self.by_text(text)
            kind = named if named != NOT_PLACED else self.columns["sale"][OTHER]
            plan = self.columns["refund"]
            known = self.backs.setdefault(text, (*plan[:OTHER], kind, *plan[OTHER + 1 :]))
        return known

    def of_type(self, text: str) -> TypeWord | None:
        """What is listed of a kind of transaction."""
        try:
            return self.roles[text]
        except KeyError:
            found = self.roles[text] = self.types.get(REVERSED.sub("", fold(text)))
            return found

    def looked_up(self, payment: Payment) -> tuple[str, ...]:
        """The kinds of a row's amounts."""
        if payment.report == "settlement":
            words = fold(payment.type), fold(payment.amount_type), fold(payment.text)
            found_kind = next((kind.kind for kind in self.listed.settlement if kind.fits(*words)), None)
            return (found_kind or self.taught.get(words[2]) or self.taught.get(words[0]) or NOT_PLACED,)
        found = self.of_type(payment.type)
        if found is not None and found.columns is not None:
            return self.columns[found.columns]
        kind = self.taught_text(payment.text) or (found.kind if found is not None else None) or self.by_text(payment.text)
        if kind == NOT_PLACED:
            kind = self.taught.get(fold(payment.type)) or (self.holding(fold(payment.type)) if found is None else NOT_PLACED)
        return (kind,) * len(COLUMNS)

    def taught_text(self, text: str) -> str | None:
        """The kind that was taught for a text which the resource does not list: it tells more than the kind of transaction does."""
        word = fold(text)
        return self.taught.get(word) if word not in self.texts else None

    def by_text(self, text: str) -> str:
        """The kind that a text tells, not placed when it tells none."""
        word = fold(text)
        found = self.texts.get(word) or next((kind for start, kind in self.beginnings if word.startswith(start)), None)
        return found or self.holding(word)

    def holding(self, word: str) -> str:
        """The kind of a folded text that holds a listed word, not placed when it holds none."""
        return next((kind for part, kind in self.held if part in word), NOT_PLACED)

    def parts(self, payment: Payment) -> Iterator[tuple[str, int]]:
        """The amounts of a row with their kinds; what its total has beyond them is not placed. They come to its total."""
        for kind, yen in zip(self.plan(payment), payment.amounts, strict=True):
            if yen:
                yield kind, yen
        if difference := payment.difference:
            yield NOT_PLACED, difference

    def role(self, payment: Payment) -> str:
        """What a row is part of: "sale", "refund", or neither ("")."""
        if payment.report == "settlement":
            return {"order": "sale", "refund": "refund"}.get(fold(payment.type), "")
        found = self.of_type(payment.type)
        return (found.columns or "") if found is not None else ""


def listed_kinds(listed: Listed, word: str) -> set[str]:
    """The kinds that the list itself gives to every row of a text or a kind of transaction, whatever else is taught of it.

    Empty where the list leaves that open. Rows that are placed column by column have the kinds of their columns.
    """
    wanted = fold(word)
    kinds: set[str] = {known.kind for known in listed.text if fold(known.word) == wanted}
    for known in listed.type:
        if fold(known.word) == wanted:
            kinds |= {known.kind} if known.kind else set(column_kinds(listed.column, known.columns)) if known.columns else set()
    whole = (row for row in listed.settlement if row.amount_type is None and not row.begins and (row.type is None or row.text is None))
    return kinds | {row.kind for row in whole if fold(row.text or row.type or "") == wanted}


def column_kinds(listed: Sequence[ColumnKind], of: str) -> tuple[str, ...]:
    """The kind of every column of sales or of refunds."""
    kinds: Mapping[str, str] = {kind.column: kind.kind for kind in listed if kind.of == of}
    return tuple(kinds.get(name, NOT_PLACED) for name in COLUMNS)


def load(text: str, file: str) -> Listed:
    """What places rows, of a TOML text. Raises TariffError for what may not be used."""
    return decode(text, Listed, file)
