"""Shops that tell about themselves, each with what its verdict in the points programme must be (P2-10)."""

SMB: dict[str, str] = {
    "participant": "no", "new_seller": "yes", "excluded": "no", "business": "retail", "capital": "50000000", "employees": "50",
    "income": "no", "owned": "no", "reduced": "no",
}  # fmt: skip
LIMITS = {
    "manufacturing": (300_000_000, 300), "wholesale": (100_000_000, 100), "services": (50_000_000, 100), "retail": (50_000_000, 50),
    "ryokan": (50_000_000, 200), "software": (300_000_000, 300),
}  # fmt: skip
YES, NO, UNSURE = "ok", "advice", "check"
SHOPS: list[tuple[dict[str, str], str]] = [
    *[
        ({"business": name, "capital": str(capital + more), "employees": str(people + many)}, NO if more and many else YES)
        for name, (capital, people) in LIMITS.items()
        for more, many in ((0, 1), (1, 0), (1, 1))
    ],
    ({"participant": "yes"}, YES),
    ({"participant": "unknown"}, YES),
    ({"participant": "unknown", "new_seller": "no"}, UNSURE),
    ({"participant": "unknown", "owned": "yes"}, UNSURE),
    ({"new_seller": "no"}, NO),
    ({"new_seller": "unknown"}, UNSURE),
    *[({name: "yes"}, NO) for name in ("excluded", "income", "owned", "reduced")],
    *[({name: "unknown"}, UNSURE) for name in ("excluded", "income", "owned", "reduced")],
    ({"capital": "unknown"}, YES),
    ({"capital": "unknown", "employees": "51"}, UNSURE),
    ({"capital": "50000001", "employees": "unknown"}, UNSURE),
    ({"capital": "unknown", "employees": "unknown"}, UNSURE),
    ({"business": "unknown"}, YES),
    ({"business": "unknown", "capital": "50000001", "employees": "50"}, YES),
    ({"business": "unknown", "capital": "50000001", "employees": "51"}, UNSURE),
    ({"business": "unknown", "capital": "300000001", "employees": "301"}, NO),
    ({"capital": "0", "employees": "1"}, YES),
    ({"capital": "10,000,000"}, YES),
    ({"new_seller": "unknown", "reduced": "yes"}, NO),
]


def answers(changes: dict[str, str]) -> dict[str, str]:
    """All that a shop tells: the answers of a small shop, with those that differ."""
    return {**SMB, **changes}
