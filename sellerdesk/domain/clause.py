"""A clause of one of the two documents, in our own words."""

from datetime import date
from typing import Annotated

import msgspec

Text = Annotated[str, msgspec.Meta(min_length=1)]


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


class Terms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Both documents with all their clauses, by id."""

    document: dict[str, Document]
    clause: dict[str, Clause]

    def dated(self, clause: str) -> str:
        """The date of the document that a clause stands in."""
        return self.document[self.clause[clause].document].dated
