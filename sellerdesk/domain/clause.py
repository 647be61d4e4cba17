"""A clause of one of the two documents, in our own words."""

from datetime import date
from typing import Annotated, Literal

import msgspec

Text = Annotated[str, msgspec.Meta(min_length=1)]
Outcome = Literal["ok", "breach", "check", "advice"]
"""ok · breach (to mend) · check (a fact is missing or the terms are unclear) · advice (true, nothing to mend)."""


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The same words in Japanese and English; neither may be missing."""

    ja: Text
    en: Text

    def in_(self, lang: str) -> str:
        """The words in a language: "en", or Japanese for anything else."""
        return self.en if lang == "en" else self.ja


class Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A document of terms: `dated` as it dates itself (a year), `checked` the day its clauses were last read."""

    title: Words
    dated: Text
    checked: date


class Clause(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one clause says; `section` is the heading it stands under."""

    document: Text
    section: Text
    kind: Text
    text: Words


class Reading(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to read an unclear passage; `outcome` gives cases ("rule:case") another outcome than the rulebook does."""

    id: Text
    text: Words
    outcome: dict[str, Outcome] = {}


class Ambiguity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A passage that is unclear, or two that disagree: its readings (the first holds unless the owner takes another), and why that one."""

    title: Words
    why: Words
    clauses: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    reading: Annotated[tuple[Reading, ...], msgspec.Meta(min_length=1)]

    def taken(self, chosen: str | None) -> Reading:
        """The reading that the owner chose, or the first."""
        return next((reading for reading in self.reading if reading.id == chosen), self.reading[0])


class Guidance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What clauses ask of the seller in words, ready to be copied."""

    clauses: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    title: Words
    body: Words


class Terms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Both documents with all their clauses, unclear passages and texts for the seller, by id; `section` has their headings in Japanese."""

    document: dict[str, Document]
    clause: dict[str, Clause]
    ambiguity: dict[str, Ambiguity] = {}
    text: dict[str, Guidance] = {}
    section: dict[str, Text] = {}

    def heading(self, clause: str, lang: str) -> str:
        """The heading that a clause stands under: in Japanese with the document's own words behind it."""
        own = self.clause[clause].section
        return f"“{own}”" if lang == "en" else f"「{self.section[own]}」({own})"

    def dated(self, clause: str) -> str:
        """The date of the document that a clause stands in."""
        return self.document[self.clause[clause].document].dated
