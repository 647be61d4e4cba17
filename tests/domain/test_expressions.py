"""Expressions that are compiled late do what compiled ones do."""

import re

import pytest

from sellerdesk.domain.expressions import expression


def test_an_expression_does_what_a_compiled_one_does() -> None:
    late, compiled = expression(r"(?P<word>[a-z]+)-\d", re.IGNORECASE), re.compile(r"(?P<word>[a-z]+)-\d", re.IGNORECASE)
    for text in ("Ab-1 c-2", "", "x"):
        assert late.findall(text) == compiled.findall(text)
        assert late.sub("_", text) == compiled.sub("_", text)
        assert late.split(text) == compiled.split(text)
        assert (late.search(text) is None) == (compiled.search(text) is None)
    assert (late.pattern, late.flags, late.groupindex) == (compiled.pattern, compiled.flags, compiled.groupindex)
    assert expression(rb"\d").fullmatch(b"1")


def test_what_an_expression_has_not_is_missed_as_ever() -> None:
    with pytest.raises(AttributeError):
        _nothing = expression("a").nothing  # type: ignore[attr-defined]  # what is tested
