"""Returns reports in XML as programs write them: Japanese encodings, a line before the declaration, characters that XML forbids."""

from pathlib import Path

import pytest

from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.readers.returns import Returns
from sellerdesk.workflows.files import any_report, return_report

DETAILS = (
    "<return_details><item_details><item_name>ポップ①髙</item_name><return_reason_code>{reason}</return_reason_code><merchant_sku>{sku}</merchant_sku>"
    "<category>ホーム</category></item_details><order_id>249-0000001-000000{number}</order_id><order_date>2026-09-03T17:08:47Z</order_date>"
    "<amazon_rma_id>D1</amazon_rma_id><return_request_date>2026-09-12T12:44:17Z</return_request_date></return_details>"
)


def envelope(encoding: str, *skus: str, before: str = "") -> str:
    """A report of these SKUs, each a return of its own."""
    body = "".join(DETAILS.format(sku=sku, number=number, reason="CR-DEFECTIVE") for number, sku in enumerate(skus))
    return f'{before}<?xml version="1.0" encoding="{encoding}"?>\n<AmazonEnvelope><Message>{body}</Message></AmazonEnvelope>'


def read(data: bytes, folder: Path) -> Returns:
    """The returns of a file, which are the same when it is read again from what an import keeps."""
    file = folder / "returns.xml"
    file.write_bytes(data)
    told = return_report(file)[1]
    kept = any_report(Path("kept.txt"), any_report(file).kept).content
    assert isinstance(kept, Returns)
    assert [one.subject for one in kept.items] == [one.subject for one in told.items]
    return told


@pytest.mark.parametrize(
    ("declared", "codec"),
    [("Shift_JIS", "cp932"), ("shift-jis", "cp932"), ("Windows-31J", "cp932"), ("EUC-JP", "euc_jisx0213"), ("UTF-8", "utf-8"), ("utf-16", "utf-16")],
)  # fmt: skip
@pytest.mark.parametrize("before", ["", "\n", "\r\n  \t"])
def test_every_japanese_encoding_is_read(tmp_path: Path, declared: str, codec: str, before: str) -> None:
    text = envelope(declared, "S-1", "S-2", before=before)
    if codec == "euc_jisx0213":
        text, codec = text.replace("①髙", ""), "euc_jp"
    told = read(text.encode(codec), tmp_path)
    assert ([one.sku for one in told.items], {one.category for one in told.items}, told.refused) == (["S-1", "S-2"], {"ホーム"}, [])


@pytest.mark.parametrize("bad", ["\x05", "&#5;", "&#x0;", "\x0b", "&#xD800;", "\udcff"])
def test_a_character_that_xml_forbids_refuses_its_item_only(tmp_path: Path, bad: str) -> None:
    told = read(envelope("UTF-8", f"S{bad}1", "S-2").encode("utf-8", "surrogateescape"), tmp_path)
    assert [one.sku for one in told.items] == ["S-2"]
    assert [(one.line, one.expected) for one in told.refused] == [(1, "readable_text")]


def test_what_declares_an_entity_is_never_read(tmp_path: Path) -> None:
    text = envelope("Shift_JIS", "S-1").replace("<AmazonEnvelope>", '<!DOCTYPE a [<!ENTITY x "y">]><AmazonEnvelope>')
    with pytest.raises(UnreadableFile) as refused:
        read(text.encode("cp932"), tmp_path)
    assert refused.value.code == "xml_entities"


@pytest.mark.parametrize("field", ["order_id", "order_date", "amazon_rma_id", "merchant_sku"])
def test_a_field_that_stands_twice_refuses_its_return_only(tmp_path: Path, field: str) -> None:
    text = envelope("UTF-8", "S-1", "S-2")
    text = text.replace(f"<{field}>", f"<{field}>249-9999999-9999999</{field}><{field}>", 1)
    told = read(text.encode(), tmp_path)
    assert [one.sku for one in told.items] == ["S-2"]
    assert {one.line for one in told.refused} == {1}
    assert "written_once" in {one.expected for one in told.refused}


def test_a_field_that_stands_twice_with_the_same_text_is_one(tmp_path: Path) -> None:
    text = envelope("UTF-8", "S-1").replace("<amazon_rma_id>", "<amazon_rma_id>D1</amazon_rma_id><amazon_rma_id>", 1)
    assert [one.sku for one in read(text.encode(), tmp_path).items] == ["S-1"]
