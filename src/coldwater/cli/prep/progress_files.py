"""Where the progress of drills is kept: files outside the map and its repository, one for each map and side.

A map is known by its title and the id of its thesis, so that it may be moved, cloned and edited. Where these change,
the file goes along if it was of a map at the same path and holds at least one card that still says the same.
"""

from __future__ import annotations

import os
import re
from contextlib import contextmanager

from coldwater.cli.output import say
from coldwater.cli.prep.terminal import uninterrupted
from coldwater.errors import UnreadableFileError, UsageError, reason_of
from coldwater.files import read_side_file, rename_file, write_file
from coldwater.prep.practice.cards import map_key
from coldwater.prep.practice.progress import NoProgressError, Progress, read_progress, write_progress
from coldwater.printable import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.practice.cards import Card
    from coldwater.prep.practice.progress import Review

#: Names the folder in place of the usual one.
VARIABLE = "COLDWATER_STATE"


class KeptProgress:
    """The progress of a drill and the file that keeps it."""

    def __init__(self, path: str, progress: Progress) -> None:
        self.path = path
        self.progress = progress

    def grade(self, name: str, review: Review) -> None:
        """Keep one more graded answer. Once this returns it is on the disk; Ctrl-C waits until then."""
        after = self.progress.graded(name, review)
        with uninterrupted():
            write_file(self.path, write_progress(after).encode(), is_synced=True)
            self.progress = after


class FoundProgress:
    """What is there of a map's progress: the file's path, the progress in it (None: none yet), or why it is unusable.

    ``earlier`` is the path of the file that held it under another title or thesis.
    """

    def __init__(self, path: str, progress: Progress | None, damage: str = "", earlier: str = "") -> None:
        self.path = path
        self.progress = progress
        self.damage = damage
        self.earlier = earlier


def folder_of_progress(wanted: str | None) -> str:
    """Give the folder with the progress of all drills: as asked for, else by the environment, else the system's."""
    if wanted or os.environ.get(VARIABLE):
        return wanted or os.environ[VARIABLE]
    from platformdirs import user_state_dir  # noqa: PLC0415 - seldom needed

    return os.path.join(user_state_dir("coldwater", appauthor=False), "drills")


def find_progress(folder: str, prep: Preparation, map_path: str, cards: Sequence[Card]) -> FoundProgress:
    """Look up the progress of a map's side; it follows ids that were renamed. Changes nothing."""
    said = {card.name: card.digest for card in cards}
    path = os.path.join(folder, _file_name(prep))
    if os.path.exists(path):
        try:
            return FoundProgress(path, _read(path).following(said))
        except NoProgressError as error:
            return FoundProgress(path, None, str(error))
    where = os.path.realpath(map_path)
    for other in _files(folder, prep.side):
        try:
            progress = _read(other).following(said)
        except (NoProgressError, UnreadableFileError):
            continue  # that of another map, as far as anybody can tell
        if progress.path == where and any(progress.of(card.name, card.digest) for card in cards):
            return FoundProgress(path, progress, earlier=other)
    return FoundProgress(path, None)


@contextmanager
def kept_progress(
    folder: str, prep: Preparation, map_path: str, cards: Sequence[Card], now: datetime
) -> Iterator[KeptProgress]:
    """Open the progress of a map's side for a drill; nobody else can until it is closed.

    A file that cannot be understood is said and set aside under another name. Raises UsageError where the same side of
    the map is being drilled, UnreadableFileError where the folder or a file in it cannot be written.
    """
    with _locked(os.path.join(folder, _file_name(prep))):
        found = find_progress(folder, prep, map_path, cards)
        if found.damage:
            say(f"coldwater: {printable(found.path)}: {found.damage}")
            say(f"  it is set aside as {printable(_set_aside(found.path, now))}, and the drill begins anew")
        if found.earlier:
            with _locked(found.earlier):
                rename_file(found.earlier, found.path)
            say("This map had another title or thesis when it was last drilled; its progress goes on.")
        old = found.progress.reviews if found.progress else {}
        head = (prep.map.title, prep.map.thesis, os.path.realpath(map_path), prep.side)
        yield KeptProgress(found.path, Progress(*head, old))


@contextmanager
def _locked(path: str) -> Iterator[None]:
    """Hold the lock of a progress file. It goes with the process, however that ends."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - a drill alone needs it

    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        lock = FileLock(path + ".lock", timeout=0)
        lock.acquire()
    except Timeout:
        raise UsageError("this side of the map is being drilled already; end that drill first") from None
    except OSError as error:
        reason = f"progress cannot be kept there: {reason_of(error)}; --state or {VARIABLE} names another folder"
        raise UnreadableFileError(os.path.dirname(path), reason) from None
    try:
        yield
    finally:
        lock.release()


def _file_name(prep: Preparation) -> str:
    words = re.sub("[-._]+", "-", prep.map.thesis).strip("-")[:40]
    return f"{words}-{map_key(prep)}.{prep.side}.json"


def _files(folder: str, side: str) -> list[str]:
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return []
    return [os.path.join(folder, name) for name in names if name.endswith(f".{side}.json")]


def _read(path: str) -> Progress:
    try:
        return read_progress(read_side_file(path).decode("utf-8"))
    except UnicodeDecodeError:
        raise NoProgressError("it is no text") from None


def _set_aside(path: str, now: datetime) -> str:
    """Give a file another name, one that no file has."""
    wanted = f"{path}.corrupt-{now.strftime('%Y%m%d-%H%M%S')}"
    name, number = wanted, 1
    while os.path.lexists(name):
        number += 1
        name = f"{wanted}-{number}"
    rename_file(path, name)
    return name
