"""Kills and full disks: whatever ends a command half way leaves the shop as it was before or as it is after, and says which."""

import math
from pathlib import Path
from random import Random

from breaking_kit import WRITES, Said, Tally, fresh, going, program, run, traced
from breaking_shop import ASKED, Act, acts, ask, harm_of, left_over, seen

ROWS = 1_000
"""A shop's offers: an import of so many writes some hundred times, and takes half a second."""
STARTED, AFTER, WRITING = 0.3, 1.1, 0.85
"""Moments of a kill as parts of the length of the act: not before the program has loaded, a little after its end at the latest, most often
while it writes."""
SMALLEST, LARGEST = 512, 4_000_000
"""Bytes of the largest file that a full disk takes: from less than a page to more than the store."""
FIRST_WRITES = 3
"""strace counts each call by itself: from one of the first writes on, that of the sentence to standard error is refused, too."""
FILLING = "write,pwrite64,ftruncate"
"""The calls that a full disk refuses. Not fsync: when it fails, nobody can know whether what was written before it stays."""
SCREENS = ("today --json", "offers", "history", "audit --demo", "backups", "imports --json", "rules", "--help", "quote --reason 12 --json")


def kills(folder: Path, dice: Random, deadline: float) -> Tally:
    """Kill every act at random moments, and at its own writes where strace is there to count them."""
    tally, turn = Tally(), Turn(folder, dice)
    while going(tally, deadline):
        act = turn.next()
        place, command = act.place, program(act.place, *act.command)
        length = act.whole[0].seconds
        number = dice.randint(1, act.writes) if act.writes and dice.random() < 0.5 else 0  # noqa: PLR2004 (half of them)
        fresh(act.template, place)
        if number:
            said = run(injected(place, command, "signal=KILL", str(number)))
            what = f"{act.name} killed at write {number} of {act.writes}"
        else:
            moment = length * dice.triangular(STARTED, AFTER, WRITING)
            said, what = run(command, after=moment), f"{act.name} killed after {moment:.3f} s"
        judge(tally, act, said, what)
    return tally


class Turn:
    """Every act in turn, in an order of chance."""

    def __init__(self, folder: Path, dice: Random) -> None:
        """Make the shops."""
        self.acts, self.dice, self.coming = acts(folder, ROWS), dice, list[Act]()

    def next(self) -> Act:
        """The next act; the migrations, of which there are many, are one of them."""
        if not self.coming:
            old = [act for act in self.acts if act.name.startswith("migration")]
            self.coming = [act for act in self.acts if act not in old] + self.dice.sample(old, 2)
            self.dice.shuffle(self.coming)
        return self.coming.pop()


def injected(place: Path, command: list[str], harm: str, when: str) -> list[str]:
    """A command to which strace does harm at a number of its writes."""
    calls = FILLING if harm.startswith("error") else WRITES
    return traced(place.with_suffix(".log"), command, "-e", f"trace={calls}", "-e", f"inject={calls}:{harm}:when={when}")


def judge(tally: Tally, act: Act, said: Said, what: str) -> None:
    """Look at a shop after an act that was ended or came to its end: its answers, its files, and what the act said of itself."""
    answers = ask(act.place, *ASKED)
    for line, answer in zip(ASKED, answers, strict=False):
        tally.weigh(answer, f"{what}; then {line}")
    looks = seen(answers)
    if looks not in (act.before, act.whole[1]):
        tally.fault("lost", f"{what}: neither state: {difference(looks, act)}")
    done = said.status in (0, 1) or (said.status < 0 and any(word in said.out for word in ("Saved", "Moved in", "Put back")))
    if done and looks != act.whole[1]:
        tally.fault("lies", f"{what}: said that it was done ({said.status} {said.out} {said.err}), and is not")
    if said.status == 2 and looks != act.before and "change itself is saved" not in said.err:  # noqa: PLR2004 (unusable)
        tally.fault("lies", f"{what}: said that it was not done ({said.err}), and is")
    if harm := harm_of(act.place):
        tally.fault("lost", f"{what}: {harm}")
    look_for_rest(tally, act, what)


def look_for_rest(tally: Tally, act: Act, what: str) -> None:
    """Left-overs of the process that was ended are gone after the commands that looked at the shop."""
    if rest := left_over(act.place):
        tally.fault("lies", f"{what}: left over: {rest}")


def difference(looks: tuple[str, ...], act: Act) -> str:
    """The first answer that is of neither state, and both that it might be."""
    for line, *three in zip(ASKED, looks, act.before, act.whole[1], strict=False):
        if three[0] not in three[1:]:
            return f"{line}: {[one[:300] for one in three]}"
    return "the answers are of two states" if len(looks) == len(ASKED) else f"only {len(looks)} answers, the last {looks[-1:]}"


def full_disks(folder: Path, dice: Random, deadline: float) -> Tally:
    """Let the disk be full at a size of file, or from one of an act's writes on; and let nobody take what is said."""
    tally, turn = Tally(), Turn(folder, dice)
    while going(tally, deadline):
        act = turn.next()
        fresh(act.template, act.place)
        command, way = program(act.place, *act.command), dice.random()
        if way < 0.2:  # noqa: PLR2004 (a fifth of the tries)
            unheard(tally, act, dice)
            continue
        if way < 0.6 and act.writes:  # noqa: PLR2004 (the half of the others)
            number, harm = dice.randint(1, act.writes), dice.choice(("ENOSPC", "EIO", "EDQUOT"))
            said = run(injected(fresh(act.template, act.place), command, f"error={harm}", f"{number}+"))
            what = f"{act.name}, {harm} from write {number} of {act.writes} on"
            if said.status == 2 and not said.err and number <= FIRST_WRITES:  # noqa: PLR2004 (unusable)
                said.err = "the disk"
        else:
            size = int(math.exp(dice.uniform(math.log(SMALLEST), math.log(LARGEST))))
            said, what = run(command, most_bytes=size), f"{act.name}, files up to {size} bytes"
        tally.weigh(said, what)
        if said.status == 2 and not tells_disk(said.err):  # noqa: PLR2004 (unusable)
            tally.fault("lies", f"{what}: no word of the disk: {said.err}")
        judge(tally, act, said, what)
    return tally


def tells_disk(sentence: str) -> bool:
    """Whether a sentence says that it is the disk."""
    return any(word in sentence for word in ("disk", "cannot be written", "No space", "Input/output", "too large", "quota"))


def unheard(tally: Tally, act: Act, dice: Random) -> None:
    """A command whose standard output is a full disk says so in a sentence."""
    line = dice.choice(SCREENS)
    with Path("/dev/full").open("wb") as full:
        said = run(program(act.place, *line.split()), out=full)
    tally.weigh(said, f"{line} > /dev/full")
    if said.status != 2 or not said.err:  # noqa: PLR2004 (unusable)
        tally.fault("lies", f"{line} > /dev/full: {said.status} {said.err}")
