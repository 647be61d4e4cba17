"""Prefectures by their many names."""

import pytest

from sellerdesk.readers.prefectures import names, number


@pytest.mark.parametrize(
    ("written", "place"),
    [("東京都", 13), ("東京", 13), ("Tokyo", 13), ("tokyo", 13), ("Ｔｏｋｙｏ", 13), ("Tōkyō-to", 13), (" TOKYO ", 13), ("東京都港区芝1-1", 13),
     ("京都", 26), ("京都府", 26), ("北海道", 1), ("Hokkaidō", 1), ("Osaka Prefecture", 27), ("沖縄", 47), ("Mie", 24), ("三重県津市", 24),
     ("Tokio", None), ("道", None), ("miera", None), ("", None)],
)  # fmt: skip
def test_a_prefecture_is_read_as_people_write_it(written: str, place: int | None) -> None:
    assert number(written) == place


def test_the_prefectures_of_the_resources_stand_in_the_order_of_their_numbers() -> None:
    """Their names in two scripts are one list in the resources: a name put in between would move all that follow."""
    pairs = {
        1: "北海道 hokkaido",
        13: "東京都 tokyo",
        24: "三重県 mie",
        36: "徳島県 tokushima",
        46: "鹿児島県 kagoshima",
        47: "沖縄県 okinawa",
    }
    for place, written in pairs.items():
        assert {number(name) for name in written.split()} == {place}
    assert sorted(set(names().values())) == list(range(1, 48))
