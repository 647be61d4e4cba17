"""What of a file was not read, or was mended before it was: said to a person and to other programs."""

from collections.abc import Sequence

from sellerdesk.domain.unread import Unread
from sellerdesk.writers import words

SHOWN = 40
"""Titles that a line names; a listings report in English has 29 columns."""


def lines(unread: Unread, lang: str) -> list[str]:
    """The sheet that was read, what was mended, and what was not read: a sentence each, none where there is nothing to say."""
    said = [words.say(lang, "say.sheet_read", sheet=unread.sheet)] if unread.sheet else []
    for key, names in (("sheets_unread", unread.other_sheets), ("columns_unread", unread.columns)):
        if names:
            said.append(words.say(lang, f"say.{key}", count=len(names), names=listed(names, lang)))
    return [*said, *(words.say(lang, f"say.mended_{mend.kind}", count=mend.times) for mend in unread.mended)]


def listed(names: Sequence[str], lang: str) -> str:
    """Names in a row, each once, cut where there are too many to read."""
    distinct = list(dict.fromkeys(names))
    more = [words.say(lang, "say.others", count=len(distinct) - SHOWN)] if len(distinct) > SHOWN else []
    return words.say(lang, "say.between").join([*distinct[:SHOWN], *more])


def content(unread: Unread, lang: str) -> dict[str, object]:
    """The same for JSON; `mended_text` with the sentence of each."""
    mended = [
        {"kind": mend.kind, "count": mend.times, "lines": mend.lines, "text": words.say(lang, f"say.mended_{mend.kind}", count=mend.times)}
        for mend in unread.mended
    ]
    return {"sheet": unread.sheet, "other_sheets": unread.other_sheets, "unread_columns": unread.columns, "mended_text": mended}
