"""What a person did, in a few words: for undo, for the buttons of it, and for the record of who changed what."""

from collections.abc import Iterator, Mapping

from sellerdesk.writers.words import fact_name, messages, say, value_name

BARE = ("subject", "sku", "order", "file", "template", "region", "service", "method", "ambiguity", "category", "words", "written")
"""Facts that say of themselves what they are."""
COUNTED = {
    "count": "deed_part.count", "rows": "deed_part.rows", "fare": "deed_part.yen", "refunded": "deed_part.yen",
    "size": "deed_part.size", "row": "deed_part.row",
}  # fmt: skip
"""Facts that stand in words of their own."""
UNSAID = ("rule", "fact", "to", "kind", "decision")
"""Facts that are said together with others, or name what only the program knows by name."""
ANSWERS = ("answer", "method", "told")
"""The sections that name an answer."""


def deed(name: str, facts: Mapping[str, object], lang: str) -> str:
    """What a person did, and of what."""
    known = {key: value for key, value in facts.items() if value not in ("", 0, None, [])}
    if known.get("count", 1) != 1:  # of several, the first one's name would stand for all
        known = {key: value for key, value in known.items() if key not in ("sku", "subject")}
    elif name != "facts":
        known.pop("count", None)
    words, parts = say(lang, f"deed.{name}"), [*answered(name, known, lang), *about(known, lang)]
    return say(lang, "deed_part.whole", what=words, parts=say(lang, "deed_part.comma").join(parts)) if parts else words


def answered(name: str, known: Mapping[str, object], lang: str) -> Iterator[str]:
    """What was answered or decided: the fact with its answer, or the answer alone. Of a reading the program's own name says nothing."""
    fact, to, decision, kind = (known.get(key) for key in ("fact", "to", "decision", "kind"))
    if isinstance(fact, str):
        yield pair(fact_name(fact, lang), answer_name(to, lang, fact), lang) if to is not None else fact_name(fact, lang)
    elif to is not None and name != "reading":
        yield say(lang, "deed_part.quoted", value=answer_name(to, lang))
    if decision is not None:
        yield say(lang, "deed_part.quoted", value=value_name("decision", decision, lang))
    if isinstance(kind, str) and kind in messages()["category_kind"]:
        yield say(lang, "deed_part.quoted", value=say(lang, f"category_kind.{kind}"))


def about(known: Mapping[str, object], lang: str) -> Iterator[str]:
    """What it was done to, and how many they are."""
    for key, value in known.items():
        if key in BARE:
            yield str(answer_name(value, lang) if key == "method" else value_name(key, value, lang))
        elif key not in COUNTED and key not in UNSAID:
            yield pair(fact_name(key, lang), answer_name(value, lang, key), lang)
    for key, message in COUNTED.items():
        if key in known:
            yield say(lang, message, value=known[key])


def pair(name: str, value: object, lang: str) -> str:
    """A fact with its value."""
    return say(lang, "deed_part.named", name=name, value=value)


def answer_name(value: object, lang: str, fact: str = "") -> object:
    """An answer of the owner's in words, where it is one that has some, or where its fact has words for it: a country, no date."""
    named = (messages()[section].get(value) for section in ANSWERS) if isinstance(value, str) else ()
    known = next(filter(None, named), None)
    return value_name(fact, value, lang) if known is None else known.in_(lang)
