"""Referral fees against figures worked out by hand: whole and portion steps, minima, both sides of every step and of every change."""

from datetime import date

import pytest

from sellerdesk import assets
from sellerdesk.rules.figures.values import Referral, Step
from sellerdesk.rules.points.cliff import cliff_at, cliffs, kept
from sellerdesk.workflows.figures.in_force import figure_of, figures, own_figures
from sellerdesk.workflows.returns.fees import category_rate

MEDIA, SHOES, CLOTHING, JEWELRY = "メディア(本・CD・DVD・ビデオ・PCソフト)", "シューズ", "服&ファッション小物", "ジュエリー"
BY_HAND: list[tuple[str, str, int, int | None]] = [
    # category, day of the order, price in yen, fee before tax in yen (None: not known)
    (MEDIA, "2022-01-01", 1000, 150), (MEDIA, "2021-12-31", 1000, None), (MEDIA, "2026-03-31", 1000, 150), (MEDIA, "2026-04-01", 1000, 154),
    (MEDIA, "2024-06-01", 10, 2), ("本", "2023-05-05", 333, 50), ("PC Software", "2026-04-01", 999, 154),
    ("エレクトロニクス・カメラ・パソコン・小型家電・大型家電", "2024-05-31", 375, 30),
    ("エレクトロニクス・カメラ・パソコン・小型家電・大型家電", "2024-05-31", 382, 31),
    ("カメラ", "2024-06-01", 750, 38), ("カメラ", "2024-06-01", 751, 60), ("カメラ", "2024-06-01", 599, 30), ("カメラ", "2024-06-01", 610, 31),
    ("パソコン", "2026-04-01", 751, 63), ("パソコン", "2026-04-01", 750, 38), ("小型家電", "2026-03-31", 10_000, 800),
    ("家電アクセサリ", "2026-04-01", 1000, 104), ("Amazonデバイス用アクセサリ", "2026-04-01", 1000, 454),
    ("Amazonデバイス用アクセサリ", "2026-03-31", 66, 30), ("楽器・AV制作機器", "2024-05-31", 1000, 80), ("楽器", "2024-06-01", 1000, 100),
    ("ドラッグストア・ビューティー", "2022-02-28", 1000, None), ("ドラッグストア・ビューティー", "2022-03-01", 1500, 120),
    ("ドラッグストア・ビューティー", "2022-03-01", 1501, 150), ("ドラッグストア", "2025-10-30", 750, 38),
    ("ドラッグストア", "2025-10-31", 751, 60), ("ドラッグストア・ビューティー", "2026-04-01", 1500, 126),
    ("ビューティー・ヘルス・パーソナルケア", "2026-04-01", 1501, 156), ("ビューティー・ヘルス・パーソナルケア", "2025-10-30", 1501, None),
    ("健康家電・理美容家電", "2025-04-14", 1000, 100), ("健康家電・理美容家電", "2025-04-15", 1000, 80),
    ("健康家電・理美容家電", "2025-10-31", 1000, 80), ("健康家電・理美容家電", "2024-05-31", 1000, None),
    ("おもちゃ&ホビー", "2024-05-31", 250, 30), ("カー&バイク", "2026-04-01", 1000, 104), ("TVゲーム機本体", "2024-06-01", 100, 30),
    ("TVゲーム&アクセサリ", "2026-03-31", 100, 15), ("TVゲーム&アクセサリ", "2026-04-01", 5000, 770),
    ("ペット用品・ベビー&マタニティ", "2024-05-31", 1500, 120), ("ペット用品", "2024-05-31", 1501, 225), ("Baby", "2026-04-01", 1501, 231),
    ("ホーム&キッチン", "2026-04-01", 751, 116), ("ホーム&キッチン", "2026-04-01", 750, 38), ("文房具", "2024-05-31", 1000, None),
    ("ガーデニング・園芸用品", "2025-04-14", 1000, None), ("ガーデニング・園芸用品", "2025-04-15", 1000, 150),
    ("食品&飲料", "2024-05-31", 100, 8), ("食品&飲料", "2024-06-01", 100, 30), ("食品&飲料", "2026-04-01", 1500, 126),
    ("ビール・発泡酒", "2026-04-01", 1000, 69), ("ビール・発泡酒", "2026-03-31", 1000, 65), ("腕時計", "2026-04-01", 20_000, 3080),
    # portions: clothing pays 12% of the first 3,000 yen and 8% of the rest, but all of 2,500 yen at 8%
    (CLOTHING, "2024-06-01", 740, 37), (CLOTHING, "2024-06-01", 2400, 192), (CLOTHING, "2024-06-01", 2500, 200),
    (CLOTHING, "2024-06-01", 2501, 300), (CLOTHING, "2024-06-01", 2800, 336), (CLOTHING, "2024-06-01", 3000, 360),
    (CLOTHING, "2024-06-01", 3001, 360), (CLOTHING, "2024-06-01", 3007, 361), (CLOTHING, "2026-04-01", 4000, 456),
    (CLOTHING, "2024-05-31", 3000, None), (SHOES, "2026-04-01", 750, 38), (SHOES, "2026-04-01", 751, 93), (SHOES, "2026-04-01", 7500, 930),
    (SHOES, "2026-04-01", 7501, 930), (SHOES, "2026-04-01", 10_000, 1090), (SHOES, "2024-06-01", 10_000, 1050),
    (JEWELRY, "2024-06-01", 10_000, 1000), (JEWELRY, "2024-06-01", 20_000, 1600), (JEWELRY, "2026-04-01", 20_000, 1680),
    ("アイウェア", "2026-04-01", 4000, 456), ("バッグ・トラベル用品", "2026-04-01", 8000, 962), ("Bags", "2026-03-31", 600, 30),
    ("謎のカテゴリー", "2026-04-01", 1000, None),
]  # fmt: skip


@pytest.mark.parametrize(("category", "day", "price", "fee"), BY_HAND)
def test_fees_worked_out_by_hand(category: str, day: str, price: int, fee: int | None) -> None:
    rate = category_rate(category, date.fromisoformat(day))
    assert (None if rate is None else rate.fee(price)) == fee


def test_every_category_of_the_table_is_known_by_both_names_and_by_each_of_its_words() -> None:
    for figure in figures().values():
        if figure.id.startswith("fee.referral."):
            for word in figure.names():
                found = figure_of("fee.referral.", word, figure.version[-1].start)
                assert found is not None, word
                assert found[1].value == figure.version[-1].value or figure.version[-1].end is not None, word


def test_no_fee_ever_falls_as_the_price_rises_within_a_step_and_none_is_below_its_least() -> None:
    for figure in figures().values():
        for version in figure.version if figure.id.startswith("fee.referral.") else ():
            rate = version.value
            assert all(rate.fee(price) >= rate.least for price in (1, 10, 750, 751))
            for step in rate.steps:
                fees = [rate.fee(price) for price in range((step.up_to or 30_000) - 50, (step.up_to or 30_000) + 1)]
                assert fees == sorted(fees)


def test_the_step_is_that_of_all_that_was_paid_and_the_fee_is_on_what_is_left_without_points() -> None:
    rate = Referral((Step(50, 750), Step(154)))
    assert (rate.fee(700, 760), rate.fee(700), rate.fee(750), rate.fee(751)) == (108, 35, 38, 116)
    clothing = Referral((Step(50, 750, whole=True), Step(80, 2500, whole=True), Step(120, 3000), Step(80)), "portion")
    assert (clothing.fee(2450, 2600), clothing.fee(3050, 3100), clothing.fee(2450, 2450)) == (294, 364, 196)


def test_the_closing_fee_is_a_figure_of_its_own() -> None:
    found = figure_of("fee.closing.", "本", date(2025, 4, 15))
    assert found is not None
    assert found[1].value == 140
    assert figure_of("fee.closing.", "本", date(2025, 4, 14)) is None
    assert figure_of("fee.closing.", "CD", date(2026, 4, 1)) is None


def test_every_own_figure_says_where_it_is_from_and_when_it_was_checked() -> None:
    assert set(assets.texts("figures")) == {"claims", "fees", "points", "referral", "sfp"}
    for figure in own_figures().values():
        for version in figure.version:
            assert version.source.ja
            assert version.source.en
            assert version.checked >= version.start or version.checked.year == 2026
            assert (version.sure == "sources differ") <= (version.other is not None)


def test_beyond_a_step_less_is_kept_until_the_price_named() -> None:
    media = Referral((Step(50, 750), Step(154)), least=30)
    (cliff,) = cliffs(media)
    assert (cliff.up_to, cliff.keeps, kept(media, 751)) == (750, 712, 635)
    assert kept(media, cliff.more_from) > 712 >= kept(media, cliff.more_from - 1)
    assert cliff.more_from == 843
    assert (cliff_at(media, 750), cliff_at(media, 843)) == (None, None)
    assert cliff_at(media, 751) == cliff_at(media, 842) == cliff
    clothing = Referral((Step(50, 750, whole=True), Step(80, 2500, whole=True), Step(120, 3000), Step(80)), "portion")
    assert [one.up_to for one in cliffs(clothing)] == [750, 2500]
    assert not [*cliffs(Referral((Step(150),)))]
