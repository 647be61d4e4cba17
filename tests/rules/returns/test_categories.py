"""What a category's name says of free returns, both ways: names that are free, names that surely are not, and all others asked for."""

from collections.abc import Iterable
from time import process_time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellerdesk.rules.returns.categories import FREE, Categories, Words
from sellerdesk.rules.returns.payer import Payer
from sellerdesk.workflows.returns.offered_categories import offered_categories
from sellerdesk.workflows.terms import rules
from tests.rules.returns.test_payers import DAY

WORDS: Words = msgspec.convert(rules()["returns.payer"].version[0].params, Payer).categories
KINDS = Categories(WORDS, {})
GARMENTS = ("ジーンズ", "シャツ", "Tシャツ", "スカート", "セーター", "ワンピース", "靴下", "パジャマ", "水着", "コート", "下着", "ズボン")
FOOTWEAR = ("シューズ", "スニーカー", "ブーツ", "サンダル", "パンプス", "靴", "ローファー", "下駄")
CASES = ("スーツケース", "キャリーケース", "トロリーケース")
FOR_WHOM = ("", "メンズ", "レディース", "キッズ", "ベビー", "子供用", "女性用", "男の子 ", "大きいサイズ ", "ジュニア・")
THINGS = (
    "ラック",
    "収納",
    "クリーム",
    "クリーナー",
    "ブラシ",
    "乾燥機",
    "ハンガー",
    "防水スプレー",
    "消臭剤",
    "ボックス",
    "べら",
    "棚",
    "マット",
)
ENGLISH = {
    "apparel": ("Jeans", "Shirts", "T-shirt", "Dresses", "Socks", "Pajamas", "Jackets", "Swimwear"),
    "shoes": ("Shoes", "Sneakers", "Boots", "Sandal", "Loafers", "Running Shoes"),
    "luggage": ("Suitcase", "Suitcases", "Travel Bag", "Carry-on Luggage"),
}
WHOSE = ("", "Men's ", "Women’s ", "Kids ", "Boys' ", "Girl's ", "Baby ", "unisex ")
OTHER = (
    "本", "家電&カメラ", "ホーム&キッチン", "ホーム＆キッチン", "ドラッグストア", "Toys", "Toys & Games", "Pet Supplies", "ペット用品", "Kitchen", "Home",
    "Watches", "腕時計", "ジュエリー", "Jewelry", "gl_home", "食品・飲料・お酒", "パソコン・周辺機器", "スマホケース", "カメラバッグ", "カメラケース", "ソフトウェア",
    "Office Products", "ベビーカー", "子供用自転車", "ペンケース", "Phone Cases", "rice cooker", "Books > Comics", "Clothing > Watches",
)  # fmt: skip
OPEN = (
    "帽子", "手袋", "マフラー", "バッグ", "リュック", "ハンドバッグ", "財布", "ファッション", "シューズ&バッグ", "Shoes & Bags", "バッグ・トラベル用品", "スポーツ&アウトドア",
    "ゴルフ用品", "ベビー用品", "その他", "Other", "雑貨", "スリッパ", "犬用シャツ", "Dog clothes", "clothes for dogs", "キャリーケース(ペット用)", "人形の靴", "コスプレ",
    "シューズケース", "スーツケースカバー", "suitcase cover", "スキーブーツ", "Ski boots", "ウェットスーツ", "アドレス帳", "テニスコート", "ガラスコート", "○○", "xyz", "スーツケースベルト",
    "Shoelaces", "靴ひも", "シューズ・インソール", "服と家電", "Belts", "Hat", "12345", "アクセサリー", "ライフジャケット", "衣装ケース",
)  # fmt: skip

COMPOUNDS_OF_OTHER_THINGS = (
    "トップコート", "ベースコート", "ジェルネイル トップコート", "Nail top coat", "Primer coat", "紙パンツ", "ベッドスカート", "テーブルスカート", "ツリースカート",
    "Bed skirt", "Table skirt", "Tree skirt", "エアロ スカート", "マッドガード スカート", "Brake shoes", "ブレーキシューズ", "Camera hot shoe", "タイヤブーツ",
    "Pipe boot", "Horse boots", "Wind sock", "Book jacket", "Potato jacket", "ジャケット(CD)", "Sewing pattern shirt", "ペアルック パーカー 毛布",
)  # fmt: skip
STYLED = (
    "レディース ダウンジャケット", "冬用コート", "メンズビジネスシューズ", "ロングスカート", "women's winter coat", "Men's running shoes", "ニットワンピース", "デニムスカート",
    "ゴルフシューズ", "スクール水着", "トレンチコート", "Women's Dress Shoes", "Girls' Party Dresses", "機内持ち込みスーツケース", "Hard shell suitcase", "通学靴",
)  # fmt: skip


@pytest.mark.parametrize("name", COMPOUNDS_OF_OTHER_THINGS)
def test_a_thing_that_is_named_after_a_garment_is_asked_for(name: str) -> None:
    assert KINDS.kind(name) not in ("apparel", "shoes", "luggage")


@pytest.mark.parametrize("name", STYLED)
def test_a_word_of_style_leaves_a_garment_one(name: str) -> None:
    assert KINDS.kind(name) in ("apparel", "shoes", "luggage")


def spelled(names: Iterable[str], before: Iterable[str]) -> list[str]:
    """Every name behind every word for whom it is."""
    return [f"{whom}{name}" for name in names for whom in before]


@pytest.mark.parametrize("name", spelled(GARMENTS, FOR_WHOM))
def test_a_garment_is_apparel_for_whomever(name: str) -> None:
    assert KINDS.kind(name) == "apparel"


@pytest.mark.parametrize("name", spelled(FOOTWEAR, FOR_WHOM))
def test_footwear_is_shoes_for_whomever(name: str) -> None:
    assert KINDS.kind(name) == "shoes"


@pytest.mark.parametrize("name", spelled(CASES, ("", "キッズ", "小型", "アルミ製")))
def test_a_case_for_travel_is_luggage(name: str) -> None:
    assert KINDS.kind(name) == "luggage"


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, names in ENGLISH.items() for name in spelled(names, WHOSE)])
def test_english_names_are_known_in_one_and_in_many(kind: str, name: str) -> None:
    assert KINDS.kind(name) == KINDS.kind(name.upper()) == kind
    assert KINDS.kind(f"{name} for men") == kind


@pytest.mark.parametrize("name", spelled(THINGS, ("シューズ", "靴", "メンズシューズ", "衣類", "スーツケース")))
def test_what_serves_a_shoe_is_no_shoe(name: str) -> None:
    assert KINDS.kind(name) == "other"


@pytest.mark.parametrize("name", OTHER)
def test_what_is_surely_something_else_is_known(name: str) -> None:
    assert KINDS.kind(name) == "other"


@pytest.mark.parametrize("name", OPEN)
def test_what_is_not_sure_is_asked_for(name: str) -> None:
    assert KINDS.kind(name) is None


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("ﾒﾝｽﾞｼﾞｰﾝｽﾞ", "apparel"),
        ("Ｓｈｏｅｓ", "shoes"),
        (" 旅行かばん　", "luggage"),
        ("服＆ファッション小物 > メンズ > シャツ", "apparel"),
        ("靴\u200b", "shoes"),
    ],
)
def test_width_case_and_invisible_letters_do_not_matter(written: str, kind: str) -> None:
    assert KINDS.kind(written) == kind


def test_what_the_owner_taught_goes_before_the_list() -> None:
    taught = Categories(WORDS, {"帽子": "apparel", "シューズ": "other", "Ｈａｔ": "other"})
    assert [taught.kind(name) for name in ("帽子", "メンズ帽子", "シューズ", "hat", "靴")] == [
        "apparel",
        "apparel",
        "other",
        "other",
        "shoes",
    ]


@given(st.text(max_size=40))
def test_any_text_is_a_kind_or_is_asked_for(name: str) -> None:
    assert KINDS.kind(name) in {*FREE, "other", None}


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_form_offers_fee_categories_free_ones_first_and_each_once(lang: str) -> None:
    offered = offered_categories(DAY, lang)
    groups = [group for _name, group in offered]
    assert groups == sorted(groups, key=["free", "other", "unclear"].index)
    assert len({name for name, _group in offered}) == len(offered)
    assert {group for _name, group in offered[:3]} == {"free"}


@pytest.mark.parametrize("part", ["冬", "秋冬", "メンズ", "winter ", "ケース", "カメラケース", "ワイ", "men ", "(", "・"])
@pytest.mark.parametrize("times", [60, 5_000])
def test_a_name_of_any_length_is_answered_at_once(part: str, times: int) -> None:
    begun = process_time()
    for end in ("コート", "ベッドコート", "coat"):
        KINDS.kind(f"{part * times}{end}")
        KINDS.kind(f"ベッド{part * times}{end}")
    assert process_time() - begun < 5
