"""How many inputs make an answer exact: the number falls with every one that is filled in, whatever is filled in first."""

import random
from datetime import date

import pytest

from sellerdesk.ui.returns.missing_inputs import missing_of
from sellerdesk.workflows.returns.quote import quote, typed_item

DAY = date(2026, 9, 24)
ANSWERS = {
    "reason": ("17", "1", "5", "12"), "category": ("靴", "本", "家電アクセサリ", "Zubehör", "腕時計", "おもちゃ", "服"), "price": ("6800", "800"),
    "shipping_charged": ("0", "500"), "gift_wrap": ("0", "300"), "method": ("宅急便", "ゆうパック"), "size": ("80",),
    "from_prefecture": ("大阪府",), "to_prefecture": ("東京都",), "arrived_on": ("2026-09-20",), "handling_cost": ("0", "100"),
    "value_loss_percent": ("0", "30"), "points": ("0", "68"), "outbound_cost": ("0", "700"), "referral_percent": ("10",), "hazmat": ("no",),
    "late_delivery": ("no", "yes"), "weight_kg": ("1",), "ordered_on": ("2026-09-01",),
}  # fmt: skip


def missing(inputs: dict[str, str]) -> tuple[str, ...]:
    """What the line names."""
    return missing_of(quote(typed_item(inputs), DAY), inputs, ())


def test_gift_wrap_asks_for_the_points_from_the_start() -> None:
    inputs = {
        "reason": "17", "category": "靴", "price": "6800", "shipping_charged": "0", "method": "宅急便", "size": "80",
        "from_prefecture": "大阪府", "to_prefecture": "東京都",
    }  # fmt: skip
    before = missing(inputs)
    assert set(before) == {"handling_cost", "value_loss_percent", "gift_wrap", "points", "outbound_cost", "arrived_on"}
    assert missing({**inputs, "gift_wrap": "0"}) == tuple(name for name in before if name != "gift_wrap"), "the others keep their order"


@pytest.mark.parametrize("seed", range(150))
def test_every_answer_makes_the_number_smaller_and_asks_for_nothing_new(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (no secret)
    inputs = {name: chance.choice(ANSWERS[name]) for name in chance.sample(sorted(ANSWERS), chance.randrange(1, 10))}
    names = missing(inputs)
    while names:
        answered = chance.choice(names)
        inputs[answered] = chance.choice(ANSWERS[answered])
        names, before = missing(inputs), names
        assert {*names} < {*before}, (answered, inputs)
