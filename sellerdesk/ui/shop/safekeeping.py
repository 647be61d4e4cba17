"""What the window does to keep the shop safe: it holds it, backs it up once a day, and warns while something threatens it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sellerdesk.domain.refusal import UnusableStore
from sellerdesk.synchronised import service_of
from sellerdesk.ui.desk import commands
from sellerdesk.ui.desk.tasks import Child, single_shot
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from pathlib import Path

    from sellerdesk.ui.desk.desk import Desk

WAYS_OUT = ("store_damaged", "store_foreign", "shop_lost")
"""The troubles of a store that a backup mends."""
SETTLED_MS = 3_000
"""The day's backup waits until the window has settled: starting its process takes the processor for half a second."""


class Safekeeping(QObject):
    """Watches over the shop at hand; `standing` is its line in the window, `show_backups` opens the list."""

    def __init__(self, desk: "Desk", show_backups: Callable[[], None]) -> None:
        """Nothing is held yet."""
        super().__init__(desk)
        self.desk, self.show_backups = desk, show_backups
        self.standing, self.copier = Banner(desk), Child(self)
        self.store: Path | None = None
        self.trouble, self.put_aside, self.torn = "", "", False
        self.pause = single_shot(self, SETTLED_MS, self.back_up)
        self.copier.failed.connect(self.not_backed_up)
        desk.child.failed.connect(self.look_for_damage)
        desk.rows_came.connect(self.settle)
        desk.unreadable.connect(self.take_trouble)
        desk.rows_came.connect(self.look_at_notices)
        desk.undo_changed.connect(self.look_at_notices)
        desk.follow(self.warn)

    def settle(self) -> None:
        """The shop at hand came: hold it, and no other."""
        from sellerdesk.workflows.shop.backups import is_whole_store

        self.say_notices()
        self.torn = self.torn and self.desk.has_shop() and not is_whole_store(self.desk.store)
        self.trouble = "store_damaged" if self.torn else ""
        self.hold()
        self.warn()
        if not self.desk.demo and not self.desk.read_only and not self.torn and self.desk.has_shop():
            self.pause.start()

    def say_notices(self) -> bool:
        """Say what the store was found to be while it was opened, and whether there was anything."""
        from sellerdesk.workflows.shop import holding

        there = holding.notices()
        for notice in there:
            self.desk.said.emit(self.desk.fault_words(notice), "check")
        return bool(there)

    def look_at_notices(self) -> None:
        """A change met another file in the store's place: what the window shows is that of the old one."""
        if self.say_notices():
            self.desk.load()

    def hold(self) -> None:
        """Hold the shop at hand when it has a file; read only while another window holds it."""
        from sellerdesk.workflows.shop import holding

        store = self.desk.store
        if self.store is not None and self.store != store:
            holding.give_back(self.store)
        self.store = store
        self.desk.read_only = store.exists() and not holding.take(store)

    def let_go(self) -> None:
        """The window closes."""
        from sellerdesk.workflows.shop import holding

        self.pause.stop()
        self.copier.cancel()
        if self.store is not None:
            holding.give_back(self.store)

    def take_trouble(self, error: object) -> None:
        """The shop could not be read."""
        self.trouble = error.code if isinstance(error, UnusableStore) else ""
        self.warn()

    def warn(self) -> None:
        """Say what threatens the shop, the worst alone."""
        if self.trouble in WAYS_OUT:
            self.warn_of_damage()
        elif self.trouble == "store_gone":
            text = translate("Keeping", "The shop's file is no longer in {folder}. Was a disk taken out? Put it back and try again.")
            self.standing.warn("breach", text.format(folder=self.desk.store.parent), translate("Keeping", "Try again"), self.desk.load)
        elif self.desk.read_only:
            text = translate("Keeping", "Read only: this shop is open in another window of Seller Desk. Close that one to change anything.")
            self.standing.warn("check", text, translate("Keeping", "Try again"), self.desk.load)
        else:
            self.warn_of_service()

    def warn_of_damage(self) -> None:
        """Offer the last good backup."""
        from sellerdesk.workflows.shop.backups import last_good

        what = {
            "store_damaged": translate("Keeping", "The shop's file is damaged."),
            "store_foreign": translate("Keeping", "The shop's file is not Seller Desk's."),
            "shop_lost": translate("Keeping", "The shop's file is empty or gone."),
        }[self.trouble]
        last = last_good(self.desk.store, self.desk.now())
        text = translate("Keeping", "No backup of it could be found whole.")
        if last is not None:
            text = translate("Keeping", "The backup of {at} is whole and can be put back.").format(at=f"{last.at:%Y-%m-%d %H:%M}")
        text = f"{what} {text}" if self.desk.lang == "en" else what + text
        self.standing.warn("breach", text, translate("Keeping", "Backups…"), self.show_backups)

    def warn_of_service(self) -> None:
        """Warn of a folder that a service copies away while it is in use."""
        service = service_of(self.desk.folder)
        if service is None or self.put_aside == service or not self.desk.has_shop():
            self.standing.away()
            return
        text = translate(
            "Keeping",
            "The data folder is in {service}, which can damage the shop's file. Stop it for {folder}, or move that folder out of it.",
        )

        def understood() -> None:
            self.put_aside = service
            self.standing.away()

        self.standing.warn("check", text.format(service=service, folder=self.desk.folder), translate("Keeping", "Understood"), understood)

    def back_up(self) -> None:
        """Back the shop up when it was not yet today."""
        from sellerdesk.workflows.shop.backups import is_due

        if not self.desk.read_only and self.desk.attempt(lambda: is_due(self.desk.store, self.desk.now())):
            self.copier.start(self.desk.command(commands.back_up(daily=True)))

    def not_backed_up(self, sentence: str) -> None:
        """The day's backup could not be made: say why, and look whether the shop's own file is damaged."""
        self.look_for_damage()
        if sentence and not self.torn:
            words = translate("Keeping", "Today's backup could not be made: {why}")
            self.desk.said.emit(words.format(why=sentence.splitlines()[-1]), "check")

    def look_for_damage(self, _sentence: str = "") -> None:
        """Something failed: look whether the file itself is damaged, be it in a page that nobody has read yet."""
        from sellerdesk.workflows.shop.backups import is_whole_store

        self.torn = self.desk.has_shop() and not is_whole_store(self.desk.store)
        if self.torn:
            self.take_trouble(UnusableStore("store_damaged"))
