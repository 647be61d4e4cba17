"""What the whole window shares: the shop at hand, its rows, the day, and the work that runs beside it."""

import gc
import threading
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTemporaryDir, Signal

from sellerdesk.domain.judged_row import Glimpse
from sellerdesk.domain.refusal import Fault, UnusableStore
from sellerdesk.domain.stages import IMPORTED
from sellerdesk.paths import DEFAULT_SHOP, MOVED_SHOP, store_of
from sellerdesk.ui.desk import commands, outcome_words
from sellerdesk.ui.desk.appearance import Appearance
from sellerdesk.ui.desk.commands import Command, Receiver
from sellerdesk.ui.desk.loading import SameFile, check_there, saved_shop
from sellerdesk.ui.desk.open_store import OpenStore
from sellerdesk.ui.desk.outcome_words import REFUSED, done_words, failed_words, old_verdicts_words, stopped_words
from sellerdesk.ui.desk.settings import Settings
from sellerdesk.ui.desk.tasks import Act, Child, Turns, Waiter, freeing, single_shot
from sellerdesk.ui.style.translate import translate
from sellerdesk.workflows.shop.holding import is_ours

if TYPE_CHECKING:
    from sellerdesk.domain.account import Account
    from sellerdesk.domain.judged_row import JudgedOrder, JudgedReturn, JudgedRow, JudgedShipment
    from sellerdesk.workflows.judged.state import State

FIRST_SCREEN = 40
"""Rows that are shown before all have come: more than a table of 900 pixels holds."""
GLANCE_MS = 15
"""A pause after the first screen is at hand, in which it is drawn."""
LOAD_MS = 8
"""A turn in which parts take what came."""
DEMO_FOLDER = "demo"


class Desk(Appearance):
    """The state of the window.

    `glimpsed`: the rows of the first screen, before all come; `rows_came`: other rows came, and no judging of them has begun;
    `edited`: some rows judged anew, each with what it was; `account_changed`: the owner told something about the shop;
    `undo_changed`: what undo and redo would do is another. Who shows either of these listens to `rows_came` too.
    `unreadable`: what came could not be read, with the error; `shop_file_opened`: the file of a whole shop came. `shop_left`: another
    shop, report or day is at hand, and a dialog about the one before has to go; `other_shop`: rows of another shop are about to be shown.
    `report_taken` names the kind of a file that was taken, with its rows (0: it was taken before), `file_saved`: one to upload was.
    `said` is a sentence for the notice line ("" clears it) with its kind ("breach", "check", "ok", REFUSED), and `mended` tells that what
    was refused is put right, or its place left; `working` tells the running work with how many are done ("" when it ended).
    """

    rows_came = Signal()
    glimpsed = Signal(list)
    edited = Signal(list)
    account_changed = Signal()
    undo_changed = Signal()
    shop_left, other_shop = Signal(), Signal()
    unreadable = Signal(object)
    shop_file_opened = Signal(object)
    report_taken, file_saved = Signal(str, int), Signal()
    said, mended = Signal(str, str), Signal()
    working = Signal(str, int, int)

    def __init__(self, folder: Path, now: Callable[[], datetime], as_of: date | None = None) -> None:
        """A desk over a data folder; `now` is the clock (Japan), `as_of` the day of the terms when it is not today."""
        super().__init__(Settings(folder))
        self.folder, self.now = folder, now
        self.as_of = as_of or now().date()
        self.demo = bool(self.settings.get("demo"))
        self.state: State | None = None
        self._there: Path | None = None
        self._same = SameFile()
        self._glanced = threading.Event()
        self.stores: dict[Path, Path] = {}
        self._at: object = None
        self.rows: list[JudgedRow] = []
        self.orders: list[JudgedOrder] = []
        self.shipments: list[JudgedShipment] = []
        self.returns: list[JudgedReturn] = []
        self.work = ""
        self._file: Path | None = None
        self._receive: Receiver | None = None
        self._imported = self._demo_left = False
        self._tried: tuple[Path, date] | None = None
        self.read_only = self._setting_up_demo = False
        self.scratch: QTemporaryDir | None = None
        self._coming: dict[str, list[Any]] = {}
        self._takers: list[Act] = []
        self._loading, self._stay = Turns(self, LOAD_MS), OpenStore(self)
        self._glance = single_shot(self, GLANCE_MS, self._glanced.set)
        self.child, self.waiter = Child(self), Waiter(self)
        self.child.progress.connect(self._progress)
        self.child.done.connect(self._done)
        self.child.failed.connect(self._failed)
        self.waiter.piece.connect(self._piece)
        self.waiter.ended.connect(self._ended)

    def on_rows(self, act: Act) -> None:
        """Do something whenever other rows came; each act has a turn of the event loop, so that the window answers in between."""
        self._takers.append(act)

    # the shop

    @property
    def data(self) -> Path:
        """The data folder of the shop at hand: the demo shop has one of its own."""
        return self.folder / DEMO_FOLDER if self.demo else self.folder

    @property
    def store(self) -> Path:
        """The store of the shop at hand; the settings are asked once for each, for an edit asks a dozen times."""
        if self.data not in self.stores:
            self.stores[self.data] = store_of(DEFAULT_SHOP if self.demo else self.settings.get("shop"), self.data)
        return self.stores[self.data]

    def has_shop(self) -> bool:
        """Whether something was ever saved for the shop at hand."""
        return self.store.exists()

    def check_there(self) -> None:
        """Nothing while the shop at hand is where it was. Raises UnusableStore."""
        check_there(self.store, self._there)

    def load(self) -> None:
        """Fetch the saved shop beside the window; at first its first screen."""
        self._coming = {}
        self.waiter.ask(partial(saved_shop, self.store, 0 if self.state else FIRST_SCREEN, self._glanced, self.check_there))

    def _piece(self, piece: Any) -> None:
        """Take the state, then rows."""
        if isinstance(piece, list):
            self._coming.setdefault(type(piece[0]).__name__, []).extend(piece)
        elif isinstance(piece, Glimpse):
            self.glimpsed.emit(piece.rows)
            self._glance.start()
        else:
            self._next_state = piece

    def _ended(self, error: object) -> None:
        """Show what came; an error is said, and what was shown stays."""
        if error is not None:
            self._same.refused = False
            self.said.emit(self.fault_words(error), "breach")
            self.unreadable.emit(error)
            return
        self.state = self._next_state
        if self._same.is_other(self.store):
            self.other_shop.emit()
        kinds, before = ("JudgedRow", "JudgedOrder", "JudgedShipment", "JudgedReturn"), freeing(self.rows)
        self.rows, self.orders, self.shipments, self.returns = (self._coming.get(kind, []) for kind in kinds)
        self._loading.start([*self._takers, *before], partial(self._settle, self.store))

    def _settle(self, store: Path) -> None:
        """All parts have what came of a store; judge anew when it was judged by the terms of another day."""
        if store != self.store:
            return  # it was left meanwhile: the rows of the other shop are on their way, and those parts must still hear of it
        at = (self.store, self.state.last.number if self.state and self.state.last else None)
        if at != self._at:
            self._at = at
            self.shop_left.emit()
        self._there = self.store if self.store.exists() else None
        swapped = self._same.meet(self.store)
        gc.freeze()  # 100,000 rows stay: the collector would look through them for 0.2 s, amid a sort
        self.rows_came.emit()
        if swapped:
            self._tried = None
            self.said.emit(" ".join(map(self.fault_words, swapped)), "check")
        if self.state is None or self.read_only:
            return
        other_day = self.state.judged.get("as_of") != self.as_of.isoformat()
        if not (self.has_reports() and (other_day or not self.state.current)):
            self._tried = None
        elif self._tried != (self.store, self.as_of):
            self.judge(quietly=bool(swapped) or (self.state.same_reports and not other_day))
        elif not self.state.same_reports:
            self.said.emit(old_verdicts_words(), "check")

    def run(self, work: str, command: Command, *, quietly: bool = False, file: Path | None = None, done: Receiver | None = None) -> None:
        """Run the program's own command beside the window; what still ran is stopped, and nothing of it is taken.

        `file` is one that the command writes: at the end it is said to be saved. `done` receives the command's answer.
        """
        if self.attempt(lambda: True) is None:
            return
        self._same.expect(command[0])
        self._stay.leave()  # the child may put another file in the store's place
        stopped = stopped_words(self.work, imported=self._imported) if self.child.running and self.work != work else ""
        self.work, self._file, self._receive, self._imported = work, file, done, False
        if stopped:
            self.said.emit(stopped, "check")
        elif not quietly:
            self.said.emit("", "")
        if not quietly:
            self.working.emit(work, 0, 0)
        self.child.start(self.command(command))

    def command(self, command: Command) -> list[str]:
        """The command line for the shop at hand, as a child process takes it."""
        shop = ["--window", *(["--demo-shop"] if self.demo else []), "--data", self.data, "--shop", self.store.stem, "--lang", self.lang]
        return [str(part) for part in (*shop, *(["--held"] if is_ours(self.store) else []), *command)]

    def open(self, file: Path, more: Iterable[object] = ()) -> None:
        """Read a report into the shop at hand; from the demo shop, into one's own. A whole shop that was moved out comes in.

        `more` are options of the command: names of columns, repairs.
        """
        if file.suffix.lower() == MOVED_SHOP:
            self.shop_file_opened.emit(file)
            return
        self._demo_left = self.demo
        if self.demo:
            self.use_demo(demo=False)
        work = translate("Desk", "Reading {file}").format(file=file.name)
        self.run(work, commands.import_report(self.as_of, file, more))

    def try_demo(self) -> None:
        """Go to the demo shop, in a store of its own."""
        self.shop_left.emit()
        self.demo = self._setting_up_demo = True
        self.run(translate("Desk", "Setting up the demo shop"), commands.import_demo(self.as_of))

    def leave_demo(self) -> None:
        """Go back to one's own shop."""
        self.use_demo(demo=False)
        self.load()

    def use_demo(self, *, demo: bool) -> None:
        """Turn to the demo shop or away from it."""
        if demo != self.demo:
            self.shop_left.emit()
            self.said.emit("", "")  # what was said is of the shop that is left
        self.demo = demo
        self.settings.put("demo", "yes" if demo else "")

    def _keep_shop(self) -> None:
        """Stay with one's own shop when the demo shop could not be set up, and in the demo shop when a file was not taken."""
        if (self._setting_up_demo and not self.has_shop()) or (self._demo_left and not self._imported):
            self.use_demo(demo=self._demo_left)
        self._setting_up_demo = self._demo_left = False

    def judge(self, *, quietly: bool = False) -> None:
        """Judge all that is saved again: another day, other Prime templates, facts of many; quietly, what was said stays."""
        self._tried = (self.store, self.as_of)  # a judging that failed or was stopped is not begun again by itself
        self.run(translate("Desk", "Checking every offer"), commands.judge(self.as_of), quietly=quietly)

    def set_day(self, day: date) -> None:
        """Judge by the terms of another day."""
        if day != self.as_of:
            self.as_of = day
            self.shop_left.emit()
            if self.has_reports():
                self.judge()

    def has_reports(self) -> bool:
        """Whether a report of any kind is in place."""
        return self.state is not None and self.state.has_reports

    def cancel(self) -> None:
        """Stop the work that runs; the store stays as it was."""
        if self.child.cancel():
            self._tried = (self.store, self.as_of)  # what was stopped is not begun again by itself
            self._keep_shop()
            self.working.emit("", 0, 0)
            self.said.emit(stopped_words(self.work, imported=self._imported), "check")
            self.load()

    def close(self) -> None:
        """Stop whatever runs, at the end."""
        self.child.cancel()
        self.waiter.stop()
        self._stay.close()
        self._loading.stop()
        self.stop_restyling()

    def _progress(self, stage: str, done: int, total: int) -> None:
        """Pass progress on; from one stage on, the report is in whatever comes of the rest."""
        self._imported = self._imported or stage == IMPORTED
        self.working.emit(self.work, done, total)

    def _done(self, answer: dict[str, Any]) -> None:
        """The child is done: show what it saved, and say what only it knows."""
        self.working.emit("", 0, 0)
        of_demo, imported = self._setting_up_demo, answer.get("import")
        if of_demo:
            self._setting_up_demo = False
            self.use_demo(demo=True)
        elif (outcome := done_words(answer, self._file, demo_left=self._demo_left)) is not None:
            self.said.emit(*outcome)
        self._demo_left = False
        if self._receive is not None:
            self._receive(answer)
        if imported:
            self.report_taken.emit(imported["kind"], 0 if answer.get("repeated") else imported["rows"])
        self.load()

    def _failed(self, sentence: str) -> None:
        """The child failed: its own sentence, or ours when it died without one."""
        self.working.emit("", 0, 0)
        self._keep_shop()
        self.said.emit(failed_words(sentence, self.work, imported=self._imported), "breach")
        self.load()

    def attempt(self, what: Callable[[], Any]) -> Any:
        """Do something with the store at once; a fault is said, and None is given."""
        repeated = self._same.refused
        try:
            self.check_there()
            self._same.check(self.store)
            return what()
        except Fault as fault:
            if not repeated:  # else it was said, and what lies there is on its way
                self.said.emit(self.fault_words(fault), "breach" if isinstance(fault, UnusableStore) else REFUSED)
                self._same.when_refused(self.load)
            return None

    def change(self, what: Callable[[], Any]) -> Any:
        """Change something of the shop's at once, and know anew what undo would take back; a fault is said, and None is given."""
        self._stay.at(self.store)
        done = self.attempt(lambda: self.writable() and (what(),))
        if done is not None:
            self.mended.emit()
        self.look_back()
        return done and done[0]

    def writable(self) -> bool:
        """Give True; a shop that another window held when it was read is not written before it is read anew. Raises UnusableStore."""
        if self.read_only:
            raise UnusableStore("shop_held", folder=str(self.store.parent))
        return True

    def take_account(self, known: "Account") -> None:
        """Take what the owner told about the shop."""
        if self.state is not None:
            self.state = self.state.having(account=known)

    def look_back(self) -> None:
        """Look what undo and redo would do now."""
        from sellerdesk.workflows.shop.history import next_changes

        changes = self.attempt(lambda: next_changes(self.store))
        if changes is not None and self.state is not None:
            self.state = self.state.having(changes=changes)
        self.undo_changed.emit()

    def fault_words(self, error: object) -> str:
        """The sentence for a fault, in the language of the window."""
        return outcome_words.fault_words(error, self.lang, self.now())
