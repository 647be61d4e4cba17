"""Asking for a fare as tests do: a line a parcel, with prefectures of every region to choose from."""

from datetime import date
from typing import Any

from sellerdesk.domain.parcel import Fare, NoFare, Parcel
from sellerdesk.workflows import fares

LATE_2025 = "2025-12-01"
TAKKYUBIN = (60, 80, 100, 120, 140, 160, 180, 200)
YUPACK = (60, 80, 100, 120, 140, 160, 170)
# One prefecture of each region, and another of the same one where there is another.
YAMATO = ("北海道", "青森県", "宮城県", "神奈川県", "新潟県", "石川県", "愛知県", "大阪府", "広島県", "香川県", "福岡県", "沖縄県")
ZONES = ("北海道", "宮城県", "千葉県", "東京都", "新潟県", "石川県", "愛知県", "大阪府", "広島県", "香川県", "福岡県", "沖縄県")
NEIGHBOUR = {
    "青森県": "岩手県", "宮城県": "山形県", "神奈川県": "埼玉県", "千葉県": "山梨県", "新潟県": "長野県", "石川県": "福井県",
    "愛知県": "三重県", "大阪府": "和歌山県", "広島県": "鳥取県", "香川県": "高知県", "福岡県": "鹿児島県",
}  # fmt: skip


def asked(
    method: str | None, day: str, size: int | None = None, start: str | None = None, end: str | None = None, **more: Any
) -> Fare | NoFare:
    """The answer for a parcel; `weight` in g and `contracts` may follow."""
    contracts = more.pop("contracts", ())
    return fares.fare(Parcel(method, date.fromisoformat(day), size, from_prefecture=start, to_prefecture=end, **more), contracts)


def yen(*args: Any, **more: Any) -> int:
    """The price at the counter; there must be one."""
    found = asked(*args, **more)
    assert isinstance(found, Fare), found
    return found.yen


def why(*args: Any, **more: Any) -> NoFare:
    """Why there is no fare; there must be none."""
    found = asked(*args, **more)
    assert isinstance(found, NoFare), found
    return found
