"""The page 義務: what this shop must do for Seller Fulfilled Prime, made from its own offers."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from sellerdesk.ui.desk import commands, edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.tasks import Child
from sellerdesk.ui.lists.page import Page
from sellerdesk.ui.style import tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build

LOOKS = {"trouble": "breach", "check": "check", "applies": "advice", "met": "ok", "none": "ok"}
SHOWN_SKUS = 8


def applies_words(offers: int, unknown: int) -> str:
    """To how many offers an obligation applies, and of how many that is not known."""
    if not offers:
        return translate("Duties", "applies")
    words = translate("Duties", "applies to {count} offers").format(count=f"{offers:,}")
    return words + (translate("Duties", " · not known of {count}").format(count=f"{unknown:,}") if unknown else "")


def state_words(state: str, offers: int, unknown: int = 0) -> str:
    """How an obligation stands."""
    return {
        "trouble": translate("Duties", "to fix"),
        "check": translate("Duties", "not known yet"),
        "applies": applies_words(offers, unknown),
        "met": translate("Duties", "in order"),
    }.get(state, translate("Duties", "touches no offer now"))


class ObligationsPage(Page):
    """A list of obligations, what is to mend first; computed beside the window."""

    def __init__(self, desk: Desk) -> None:
        """Nothing is known yet."""
        super().__init__()
        self.desk = desk
        self.obligations: list[dict[str, Any]] = []
        self.content = QVBoxLayout()
        self.content.setContentsMargins(24, 14, 24, 14)
        self.content.setSpacing(6)
        self.area = build.scrolled(build.box(self.content), 480)
        self.setLayout(build.column(self.area, gap=0))
        self.child = Child(self)
        self.child.done.connect(self.take)
        self.child.failed.connect(lambda _words: self.take({}))
        desk.rows_came.connect(self.ask)
        desk.account_changed.connect(self.ask)
        desk.follow(self.ask)

    def ask(self) -> None:
        """Have the obligations made anew, when there are offers to make them from."""
        state = self.desk.state
        if state is not None and state.last is not None:
            self.child.start(self.desk.command(commands.obligations(self.desk.as_of)))
            if not self.obligations:
                self.tell()
        else:
            self.take({})

    def take(self, answer: dict[str, Any]) -> None:
        """Take what came."""
        order = list(LOOKS)
        every = [*answer.get("obligations", []), *answer.get("beyond_the_terms", [])]
        self.obligations = sorted(every, key=lambda entry: order.index(entry["state"]) if entry["state"] in order else len(order))
        self.tell()

    def tell(self) -> None:
        """Show every obligation."""
        build.emptied(self.content)
        tint.fill_backgrounds("base", self, self.area, build.viewport(self.area))
        if not self.obligations:
            waits = translate("Duties", "Looking at your offers…")
            text = translate("Duties", "Open a listings report: what your shop must do is made from its own offers.")
            text = waits if self.child.running else text
            words = build.label(text, token="muted", wrap=True)  # noqa: S106 (a colour)
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.content.addStretch(1)
            self.content.addWidget(words)
        for entry in self.obligations:
            self.add(entry)
        self.content.addStretch(1)

    def add(self, entry: dict[str, Any]) -> None:
        """One obligation: symbol and state, title, words, clauses; what it waits for can be answered here."""
        look = LOOKS.get(entry["state"], "ok")
        head = build.row(
            tint.picture(look, look, 20),
            build.label(entry["title"], "lead", bold=True),
            12,
            build.label(state_words(entry["state"], entry["offers"], entry["unknown"]), token=look),
            None,
            build.label(" ".join(entry["clauses"]) or self.rests_on(entry), "small", "muted"),
        )
        self.content.addLayout(head)
        self.content.addWidget(build.label(entry["body"], wrap=True))
        if entry["skus"]:
            shown = ", ".join(entry["skus"][:SHOWN_SKUS]) + (" …" if len(entry["skus"]) > SHOWN_SKUS else "")
            self.content.addWidget(build.label(shown, "small", "muted", wrap=True))
        if entry["days_text"]:
            self.content.addWidget(build.label(entry["days_text"], token=look, wrap=True))
        for fact in {*entry["missing"]} & {"return_address_in_japan", "ships_on_weekends"}:
            self.content.addLayout(self.question(fact))
        self.content.addWidget(build.hairline())
        self.content.addSpacing(6)

    @staticmethod
    def rests_on(entry: dict[str, Any]) -> str:
        """Since when Amazon asks for what no clause says, and when that was checked."""
        return translate("Duties", "since {day} (checked {checked})").format(day=entry["since"], checked=entry["checked"])

    def question(self, fact: str) -> QHBoxLayout:
        """What the owner is asked, here, where it matters."""
        asks = {
            "return_address_in_japan": translate("Duties", "Is a return address in Japan set in Seller Central?"),
            "ships_on_weekends": translate("Duties", "Do you ship on Saturdays and Sundays?"),
        }[fact]
        yes, no = build.button(translate("Duties", "Yes"), height=30), build.button(translate("Duties", "No"), height=30)
        for button in (yes, no):
            button.setAccessibleName(f"{asks} {button.text()}")
        yes.clicked.connect(lambda: edits.tell_account(self.desk, {fact: "yes"}))
        no.clicked.connect(lambda: edits.tell_account(self.desk, {fact: "no"}))
        return build.row(build.label(asks), yes, no, None)
