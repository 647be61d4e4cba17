"""Carriers and methods as people write them: what is known is judged, what is not is asked for, and nothing is guessed."""

import pytest

from sellerdesk.domain.shipment import Shipment
from sellerdesk.readers.methods import aliases, fold, read_service
from sellerdesk.workflows.terms import rule
from tests.rules.engine.examples import judged_shipment

ALLOWED = [
    ("ヤマト運輸", "宅急便", "takkyubin"),
    ("ﾔﾏﾄ運輸", "宅急便", "takkyubin"),
    ("ヤマト", "宅急便60サイズ", "takkyubin"),
    ("クロネコヤマト", "宅急便(発払い)", "takkyubin"),
    ("YAMATO", "TA-Q-BIN", "takkyubin"),
    ("Yamato Transport", "ＴＡ－Ｑ－ＢＩＮ", "takkyubin"),
    ("Yamato", "Ta·Q·Bin", "takkyubin"),
    ("yamato", "takkyubin", "takkyubin"),
    ("Yamato", "Takkyūbin", "takkyubin"),
    ("", "クロネコヤマトの宅急便", "takkyubin"),
    ("ヤマト運輸（宅急便）", "", "takkyubin"),
    ("宅急便", None, "takkyubin"),
    ("ヤマト運輸", "宅急便コンパクト", "takkyubin_compact"),
    ("ヤマト", "コンパクト", "takkyubin_compact"),
    ("Yamato", "TA-Q-BIN Compact", "takkyubin_compact"),
    (None, "宅急便ｺﾝﾊﾟｸﾄ", "takkyubin_compact"),
    ("クロネコヤマト", "宅コン", "takkyubin_compact"),
    ("宅急便", "コンパクト", "takkyubin_compact"),
    ("ヤマト運輸", "ネコポス", "nekoposu"),
    ("ヤマト運輸", "ﾈｺﾎﾟｽ", "nekoposu"),
    ("ヤマト運輸", "ねこぽす", "nekoposu"),
    ("Yamato", "Neko-posu", "nekoposu"),
    ("yamato", "nekopos", "nekoposu"),
    (None, "ネコポス便", "nekoposu"),
    ("クロネコ", "NEKOPOSU", "nekoposu"),
    ("ヤマト運輸", "宅急便タイムサービス", "takkyubin_time"),
    ("ヤマト", "タイムサービス", "takkyubin_time"),
    ("Yamato", "TA-Q-BIN Timeservice", "takkyubin_time"),
    ("Yamato", "TA-Q-BIN Time Service", "takkyubin_time"),
    ("日本郵便", "ゆうパック", "yupack"),
    ("ゆうびん", "ﾕｳﾊﾟｯｸ", "yupack"),
    ("郵便局", "ゆうパック 80サイズ", "yupack"),
    ("Japan Post", "Yu-Pack", "yupack"),
    ("JP Post", "YUPACK", "yupack"),
    ("日本郵便　ゆうパック", "", "yupack"),
    ("日本郵便", "レターパックプラス", "letter_pack_plus"),
    ("日本郵便", "レターパック＋", "letter_pack_plus"),
    ("レターパック", "プラス", "letter_pack_plus"),
    ("郵便局", "レターパック520", "letter_pack_plus"),
    ("Japan Post", "Letter Pack Plus", "letter_pack_plus"),
    ("日本郵便", "ﾚﾀｰﾊﾟｯｸ･ﾗｲﾄ", "letter_pack_light"),
    ("JAPAN POST", "letterpack light", "letter_pack_light"),
    (None, "レターパック370", "letter_pack_light"),
    ("日本郵便", "レタパライト", "letter_pack_light"),
    ("㈱ヤマト運輸", "宅急便", "takkyubin"),
    ("Yamato Transport Co., Ltd.", "TA-Q-BIN", "takkyubin"),
    ("日本郵便(株)", "レターパックプラス（対面）", "letter_pack_plus"),
    ("郵便事業株式会社", "ゆうパック", "yupack"),
]

NOT_ALLOWED = [
    ("佐川急便", "飛脚宅配便"), ("佐川", ""), ("SAGAWA", None), ("さがわ", "飛脚メール便"), (None, "佐川便"), ("佐川急便", "何か"),
    ("日本郵便", "クリックポスト"), ("日本郵便", "ｸﾘｯｸﾎﾟｽﾄ"), ("Japan Post", "Click Post"), ("日本郵便", "ゆうパケット"), ("郵便局", "定形外郵便"),
    ("", "定形外"), ("日本郵便", "ゆうメール"), ("日本郵便", "スマートレター"), ("日本郵便", "特定記録"), ("日本郵便", "EMS"),
    ("西濃運輸", "カンガルー便"), ("西濃", ""), ("福山通運", ""), ("日本通運", "ペリカン便"), ("ヤマト運輸", "クロネコDM便"), ("ヤマト", "ヤマト便"),
    ("エコ配", ""), ("佐川急便株式会社", "宅配便"), ("FedEx", "International Priority"),
]  # fmt: skip

UNKNOWN = [
    ("ヤマト運輸", "宅配便"), ("ヤマト運輸", "通常配送"), ("ヤマト", "速い便X"), ("ヤマト運輸", "メール便"), ("Yamato", "Standard"),
    ("日本郵便", "宅配便"), ("日本郵便", "ゆうパ"), ("Japan Post", "Express"), ("日本郵便", "レターパックス"), ("郵便局", "小型包装物"),
    ("", "宅急"), ("", "コンパクト"), ("", "お急ぎ便"), (None, "Yu-Packet Mini X"), ("", "ねこぽ"), ("ヤマト運輪", "宅急便"), ("ABC運送", "宅急便"),
    ("大手運送", ""), ("", "宅急便EX"), ("ヤマト運輸", "#1"), ("", "宅急便or佐川"),
]  # fmt: skip


def case_of(carrier: str | None, method: str | None, code: str | None = None) -> str:
    """What sfp.carrier-method says of these cells."""
    shipment = Shipment(order_id="1", service=read_service(carrier, method, code), is_prime="yes")
    finding = judged_shipment(rule("sfp.carrier-method"), shipment)
    assert finding is not None
    return finding.case


@pytest.mark.parametrize(("carrier", "method", "meant"), ALLOWED)
def test_a_method_allowed_is_known_however_it_is_written(carrier: str | None, method: str | None, meant: str) -> None:
    assert read_service(carrier, method).methods == (meant,)
    assert case_of(carrier, method) == "ok"


@pytest.mark.parametrize(("carrier", "method"), NOT_ALLOWED)
def test_a_known_method_that_is_not_allowed_is_a_breach(carrier: str | None, method: str | None) -> None:
    assert case_of(carrier, method) == "not_allowed"


@pytest.mark.parametrize(("carrier", "method"), UNKNOWN)
def test_a_spelling_that_no_list_holds_is_asked_for(carrier: str | None, method: str | None) -> None:
    assert case_of(carrier, method) == "unknown"


@pytest.mark.parametrize(
    "cells",
    [("ヤマト運輸", ""), ("", "クロネコヤマト"), ("日本郵便", None), ("Yamato", "ヤマト運輸"), ("", ""), (None, None), ("-", "不明")],
)
def test_a_carrier_alone_does_not_tell_the_method(cells: tuple[str | None, str | None]) -> None:
    assert case_of(*cells) == "missing"


@pytest.mark.parametrize(
    "cells",
    [("佐川急便", "宅急便"), ("日本郵便", "ネコポス"), ("ヤマト運輸", "ゆうパック"), ("ヤマト運輸", "飛脚宅配便"), (None, "佐川宅急便")],
)
def test_a_method_of_another_carrier_is_a_contradiction(cells: tuple[str | None, str | None]) -> None:
    assert case_of(*cells) == "contradiction"


@pytest.mark.parametrize("cells", [("ヤマト運輸", "クール宅急便"), ("Yamato", "EAZY"), ("日本郵便", "重量ゆうパック")])
def test_a_service_near_the_seven_is_unclear(cells: tuple[str, str]) -> None:
    assert case_of(*cells) == "unclear"


def test_kuroneko_yu_packet_is_a_slower_service() -> None:
    assert case_of("ヤマト運輸", "クロネコゆうパケット").startswith("slower")


def test_letter_pack_is_plus_or_light_and_both_are_allowed() -> None:
    assert read_service("日本郵便", "レターパック").methods == ("letter_pack_light", "letter_pack_plus")
    assert case_of("日本郵便", "レターパック") == "ok"
    assert read_service("レターパック", "レターパックプラス").methods == ("letter_pack_plus",)


def test_the_carrier_code_of_an_upload_stands_beside_the_name() -> None:
    assert case_of("ヤマト運輸", "宅急便", "Other") == "ok"
    assert case_of("", "宅急便", "Yamato Transport") == "ok"
    assert case_of("ヤマト運輸", "宅急便", "SAGAWA") == "contradiction"
    assert case_of("レターパック", "プラス", "SAGAWA") == "contradiction"
    assert case_of("", "", "SAGAWA") == "not_allowed"


def test_every_spelling_of_the_table_means_one_thing_and_leads_to_its_method() -> None:
    seen: dict[str, str] = {}
    for method in aliases().method:
        for spelling in method.spellings:
            assert seen.setdefault(fold(spelling), method.id) == method.id, spelling
            assert read_service(None, spelling).methods == tuple(sorted(method.means or (method.id,))), spelling
            assert read_service(aliases().carriers[method.carrier][0], spelling).carriers == (method.carrier,), spelling
    carriers: dict[str, str] = {}
    for carrier, names in aliases().carriers.items():
        for name in names:
            assert carriers.setdefault(fold(name), carrier) == carrier, name
            assert read_service(name, "").carriers == (carrier,)
    assert not set(seen) & set(carriers)


def test_the_rules_allow_methods_of_the_table_by_their_carriers() -> None:
    carrier_of = {method.id: method.carrier for method in aliases().method}
    told = [rule(name).version[0].params for name in ("sfp.carrier-method", "sfp.tracking-id", "sfp.same-day")]
    assert told[0]["allowed"] == told[1]["allowed"] == told[2]["allowed"]
    assert {method: carrier for carrier, methods in told[0]["allowed"].items() for method in methods} == {
        "takkyubin": "yamato", "takkyubin_compact": "yamato", "nekoposu": "yamato", "takkyubin_time": "yamato",
        "yupack": "japan_post", "letter_pack_plus": "japan_post", "letter_pack_light": "japan_post",
    }  # fmt: skip
    assert {*told[0]["unclear"], *(one for methods in told[0]["allowed"].values() for one in methods)} <= set(carrier_of)
    assert all(carrier_of[one] == carrier for carrier, methods in told[0]["allowed"].items() for one in methods)


@pytest.mark.parametrize("company", ["株式会社", "(株)", "㈱", "（株）", " 株式会社 "])
@pytest.mark.parametrize("form", ["ヤマト運輸{} 宅急便", "{}ヤマト運輸 宅急便", "宅急便 ヤマト運輸{}", "ヤマト運輸{}の宅急便"])
def test_the_form_of_a_company_is_no_part_of_its_name(company: str, form: str) -> None:
    told = read_service(None, form.format(company))
    assert (told.carriers, told.methods, told.unread) == (("yamato",), ("takkyubin",), "")
    assert read_service(f"日本郵便{company}", "ゆうパック").carriers == ("japan_post",)
