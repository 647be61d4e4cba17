"""Every sentence that a person reads: grammatical for one and for two, without codes or commands, in the words that were settled."""

import re
import string
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.rules.engine.rulebook import Example, Rule
from sellerdesk.workflows.judged.why import as_compared, reason
from sellerdesk.writers.counting import NOUNS, VERBS
from sellerdesk.writers.deed_words import deed
from sellerdesk.writers.words import LANGUAGES, fault_words, filled
from tests.conftest import Desk
from tests.rules.engine.examples import EXAMPLES, name
from tests.rules.engine.test_examples import found

ROOT = Path(__file__).parents[2]
BOOKS = [*sorted(ROOT.rglob("resources/rules/**/*.toml")), *sorted(ROOT.glob("resources/terms/*.toml")), ROOT / "resources/help/guide.toml"]
MESSAGES, TRANSLATIONS = ROOT / "resources/i18n/messages.toml", ROOT / "resources/i18n/ja.ts"
TYPED = "messages.toml.typed."
"""The section that only a person who types commands reads."""
PLURALS = rf"\b1 (?:\w+ )?(?:{'|'.join(NOUNS)})s\b"
AGREES = rf"(?<!most )(?<!first )\b1 (?:(?:{'|'.join(NOUNS)}) )?(?:{'|'.join(VERBS)})\b"
"""A verb for several behind one; behind "at most" and "the first" stands a bound, which is no count."""
CODES = r"--\w|\bCR-|\baccount set\b|\b[a-z]+_[a-z_]+\b|\bmove-(?:in|out)\b|\bimports remove\b|\brestore \{"
PLAIN_ENGLISH = {"pre-order", "ship-from"}
"""What stands in the headers of files and is a word all the same."""
OLD = {
    "ja": "ポイント設定画面|わけ|扱い|桁違い|義務|商品の事実|取り戻せ|窓(?!口)",
    "en": r"\bTo mend\b|\bto mend\b|\bHow to mend\b|Letters as the system has them|buyers cannot return|\bmay lose\b",
}


MESSAGE = tomllib.loads(MESSAGES.read_text(encoding="utf-8"))
FAULTS = {
    code
    for file in (ROOT / "sellerdesk").rglob("*.py")
    for code in re.findall(r"(?:Unusable|Unreadable)\w+\(\s*\"(\w+)\"", file.read_text(encoding="utf-8"))
}
"""The faults that the program raises, by their keys."""
OF_COMMAND_LINES = {"no_such_option", "no_such_command", "needs_value", "too_many", "missing_argument", "usage", "write_it"}
"""Faults of a command line that was typed wrongly: the window writes its own."""


def leaves(told: Any, where: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Every pair of Japanese and English in a TOML file, with where it stands."""
    if isinstance(told, dict) and {"ja", "en"} <= set(told) and isinstance(told["en"], str):
        yield where, {lang: told[lang] for lang in LANGUAGES}
    elif isinstance(told, dict):
        for key, value in told.items():
            yield from leaves(value, f"{where}.{key}")
    elif isinstance(told, list):
        for place, value in enumerate(told):
            yield from leaves(value, f"{where}.{value.get('id', place) if isinstance(value, dict) else place}")


def window() -> Iterator[tuple[str, Mapping[str, str]]]:
    """Every text of the window."""
    for context in ET.parse(TRANSLATIONS).getroot().iter("context"):
        for one in context.iter("message"):
            yield f"window.{context.findtext('name')}", {"ja": one.findtext("translation") or "", "en": one.findtext("source") or ""}


SAID = [pair for file in (*BOOKS, MESSAGES) for pair in leaves(tomllib.loads(file.read_text(encoding="utf-8")), file.name)] + list(window())
SHOWN = [pair for pair in SAID if not pair[0].startswith(TYPED)]
"""What the window, a file or a sheet of paper may show."""


def places(template: str) -> list[str]:
    """The names of what a template leaves open; none of a text that is no template."""
    try:
        return [found for _text, found, _form, _kind in string.Formatter().parse(template) if found]
    except ValueError:
        return []


def headers() -> set[str]:
    """The titles of columns of Amazon's files that a person does not speak: tracking-number, merchant-shipping-group."""
    texts = [file.read_text(encoding="utf-8") for file in ROOT.glob("resources/headers/*.toml")]
    return {found for text in texts for found in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', text)} - PLAIN_ENGLISH


def test_there_is_something_to_read() -> None:
    assert len(SAID) > 1_500


def test_one_is_one_and_two_are_two() -> None:
    wrong = []
    for where, said in SAID:
        if asked := places(said["en"]):
            one, two = (filled(said["en"], dict.fromkeys(asked, count), "en") for count in (1, 2))
            wrong += [(where, one)] if re.search(PLURALS, one) or re.search(AGREES, one) else []
            wrong += [(where, two)] if re.search(rf"\b2 (?:{'|'.join(NOUNS)})\b(?! \w+s\b)", two) else []
    assert not wrong


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_shows_a_code_or_a_command(lang: str) -> None:
    wrong = []
    spoken = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(headers()))})(?![\w-])")
    for where, said in SHOWN:
        prose = re.sub(r"`[^`]*`", "", said[lang])  # a query that the help gives to be typed elsewhere
        bare = re.sub(r"\{\w+(?::[^}]*)?\}", "{}", prose).replace("restore {}", "restore {")
        if re.search(CODES, bare) or spoken.search(bare):
            wrong.append((where, said[lang]))
    assert not wrong


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_words_that_were_settled_stand_everywhere(lang: str) -> None:
    assert not [(where, said[lang]) for where, said in SAID if re.search(OLD[lang], said[lang])]
    assert "一括" not in [said["ja"] for _where, said in SAID]


def test_no_old_word_stands_in_the_code_of_the_window() -> None:
    code = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "sellerdesk/ui").rglob("*.py"))
    assert not re.findall(r'"(?:To mend|to mend|How to mend|Letters as the system has them)', code)


def test_japanese_sentences_are_polite() -> None:
    """A sentence that ends in 。 ends politely; names, readings and comparisons have none."""
    wrong = []
    for where, said in SAID:
        for sentence in re.findall(r"[^。\n]+。", said["ja"]):
            bare = re.sub(r"\([^()]*\)", "", sentence).rstrip("。」")
            if not re.search(r"(?:です|ます|ません|でした|ました|ください|でしょうか|[0-9}]|:.*)$", bare):
                wrong.append((where, sentence))
    assert not wrong


@pytest.mark.parametrize("pair", EXAMPLES, ids=name)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_verdict_is_told_without_codes(pair: tuple[Rule, Example], lang: str) -> None:
    rule, example = pair
    told = reason(found(rule, example), lang)
    said = [
        told.text,
        told.fix,
        told.compared,
        *(words for _change, words in told.changes),
        *(f"{fact} {value}" for fact, value in told.facts),
    ]
    own = re.compile("|".join(re.escape(value) for value in map(str, example.given.values()) if "_" in value) or "$^")
    for sentence in said:
        bare = own.sub("", sentence)
        assert not re.search(r"\b[a-z]+_[a-z_]+\b|written=|\bNone\b|\('", bare), sentence
        if lang == "ja":
            assert not re.search(r"(?<![A-Za-z「])(?:yes|no|potential|customer|seller|none)(?![A-Za-z])", bare), sentence
        assert not re.search(PLURALS, bare), sentence


def test_a_change_to_nothing_known_is_a_sentence() -> None:
    rule, example = next(pair for pair in EXAMPLES if (pair[0].id, pair[1].case) == ("cashless.order", "ended"))
    for lang, words in {"ja": "「注文日時」が違っていれば", "en": "if “purchase date” were different"}.items():
        assert [told.partition("、")[0][: len(words)] for _change, told in reason(found(rule, example), lang).changes] == [words]


@pytest.mark.parametrize(
    ("fact", "to", "said"), [("ship_from", "JP", "日本"), ("restock_date", "none", "なし"), ("hazmat", "no", "いいえ")]
)
def test_undo_names_an_answer_in_words(fact: str, to: str, said: str) -> None:
    words = deed("fact", {"fact": fact, "to": to, "count": 2}, "ja")
    assert f"「{said}」" in words
    assert to not in words


def test_a_reason_that_nobody_knows_is_quoted_as_the_reports_own_word() -> None:
    assert as_compared("reason", "CR-XYZ", "ja") == "「CR-XYZ」(レポートの表記のまま)"
    assert as_compared("reason", "CR-XYZ", "en") == "“CR-XYZ” (the report's own word)"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_window_names_no_command_and_the_command_line_does(desk: Desk, lang: str) -> None:
    assert "--yes" in fault_words(UnusableArgument("stale_report", hours=50), lang, typed=True)
    assert "--" not in fault_words(UnusableArgument("stale_report", hours=50), lang)
    assert "--" not in fault_words(UnusableArgument("export_form", name="a.csv", ending=".xlsx"), lang)
    told = [key for key, pair in MESSAGE["typed"].items() if re.search(CODES, pair["ja"] + pair["en"])]
    lacking = {key for key in told if key in FAULTS and key not in MESSAGE["fault"]}
    assert lacking <= OF_COMMAND_LINES, "what the window may say, too, needs words of its own under [fault]"
    assert {"ja": "import で", "en": "name a file"}[lang] in desk("audit", lang=lang).err
    asked = desk("--window", "audit", lang=lang)
    assert (asked.status, len(asked.err.splitlines())) == (2, 1)
    assert {"ja": "先に出品レポートを取り込んでください", "en": "Import a listings report first"}[lang] in asked.err
