"""Carriers' own files say carrier, method and number; names given to columns hold for every command."""

from pathlib import Path

import pytest

from sellerdesk.readers.shipments import ShipmentsFile
from sellerdesk.workflows.files import any_report
from tests.conftest import Desk

B2 = "お客様管理番号,送り状種類,クール区分,伝票番号,出荷予定日,お届け先名,お届け先電話番号\n249-0000001-0000001,{},{},319721648466,{},山田花子,090-1234-5678\n"


def b2(kind: str, cool: str = "0", day: str = "2026/11/25") -> ShipmentsFile:
    """An issued label."""
    report = any_report(Path("b2.csv"), B2.format(kind, cool, day).encode("cp932"))
    assert report.source.kind == "b2_issued"
    assert b"090" not in report.kept
    assert "山田".encode() not in report.kept
    assert isinstance(report.content, ShipmentsFile)
    assert report.content.shipments == any_report(Path("kept.txt"), report.kept).content.shipments  # type: ignore[union-attr]
    return report.content


@pytest.mark.parametrize(
    ("kind", "methods"),
    [
        (("0",), ("takkyubin",)), (("0:発払い",), ("takkyubin",)), (("発払い",), ("takkyubin",)), (("8",), ("takkyubin_compact",)),
        (("4",), ("takkyubin_time",)), (("A",), ("nekoposu",)), (("7", "0", "2023/09/30"), ("nekoposu",)),
        (("7", "0", "2023/10/01"), ("nekoposu", "kuroneko_yupacket")), (("7", "0", ""), ("nekoposu", "kuroneko_yupacket")),
        (("0", "1"), ("cool_takkyubin",)), (("3",), ("dm_bin",)), (("2",), ("takkyubin_collect",)), (("Z",), ()),
    ],
)  # fmt: skip
def test_a_label_of_b2_says_its_method(kind: tuple[str, ...], methods: tuple[str, ...]) -> None:
    shipment = b2(*kind).shipments[0]
    assert (shipment.order_id, shipment.tracking, shipment.shipped_at) == ("249-0000001-0000001", ("319721648466",), None)
    assert (shipment.service.carriers, shipment.service.methods) == (("yamato",), methods)
    assert shipment.service.unread == ("Z" if kind == ("Z",) else "")


@pytest.mark.parametrize(
    ("text", "methods", "order"),
    [
        ("お客様側管理番号,郵便種別,お問い合わせ番号,お届け先名称\n249-1,ゆうパック,4907-1495-5706,山田\n", ("yupack",), "249-1"),
        ("お問い合わせ番号,お届け先氏名,内容品\n490714955706,山田,本\n", ("click_post",), "490714955706"),
    ],
)
def test_files_of_japan_post_are_kinds_of_their_own(text: str, methods: tuple[str, ...], order: str) -> None:
    content = any_report(Path("x.csv"), text.encode("cp932")).content
    assert isinstance(content, ShipmentsFile)
    shipment = content.shipments[0]
    assert (shipment.service.carriers, shipment.service.methods) == (("japan_post",), methods)
    assert (shipment.order_id, shipment.tracking) == (order, ("490714955706",))


def test_issued_labels_are_judged_and_imported_as_shipments(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "b2.csv"
    file.write_bytes(B2.format("0", "0", "2026/11/25").encode("cp932"))
    told = desk("shipments", file, "--all-prime", "--json").json
    assert told["summary"]["sfp.carrier-method"]["ok"] == told["summary"]["sfp.tracking-id"]["ok"] == 1
    assert desk("import", file, "--judge").status == 0
    assert desk("imports", "--json").json["imports"][0]["kind"] == "b2_issued"


def test_names_given_to_columns_once_hold_for_every_command(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("オーダーNo.,便,控え番号\n249-1,宅急便,319721648466\n", encoding="utf-8-sig")
    assert desk("shipments", file, "--all-prime").status == 2
    names = ("--map", "オーダーNo.=order-id", "--map", "便=ship-method", "--map", "控え番号=tracking-number")
    assert desk("import", file, *names).status == 0
    told = desk("shipments", file, "--all-prime", "--json").json
    assert told["summary"]["sfp.tracking-id"]["ok"] == 1
    facts = tmp_path / "facts.csv"
    facts.write_text("品番,ハザード\nA-1,いいえ\n", encoding="utf-8-sig")
    assert desk("facts", "import", facts).status == 2
    assert desk("import", facts, "--map", "品番=sku", "--map", "ハザード=hazmat").status == 0
    assert desk("facts", "import", facts, "--json").json["saved"] == 1
