"""Changes of files, as values: what the verbs that change a map give, and ``save`` writes."""

from __future__ import annotations

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.editing.fixing import Offer
    from coldwater.editing.patching import Added
    from coldwater.edits import Patch
    from coldwater.formats.foreign.losses import Loss
    from coldwater.formats.native.spots import Spot
    from coldwater.report.move_answer import Answer


class Change(NamedTuple):
    """A file's bytes as they were read and as they are to be."""

    path: str
    old: bytes
    new: bytes

    @property
    def is_needed(self) -> bool:
        """Tell whether there is anything to write."""
        return self.old != self.new


class Fixing(NamedTuple):
    """The change that mends what can be mended, what it does, and how many fixes on offer were left as unsafe."""

    change: Change
    done: tuple[Offer, ...]
    unsafe: int


class Renaming(NamedTuple):
    """The change that gives an id another name; see :class:`coldwater.editing.renaming.Renamed`.

    ``beside``: the changes of other files that name the id, review stamps and a baseline.
    """

    change: Change
    places: int
    mentions: tuple[int, ...]
    unclear: tuple[int, ...]
    beside: tuple[Change, ...] = ()


class Patching(NamedTuple):
    """The change that adds the entries of a patch; which they are, and which the map held already as they are.

    ``is_of_another``: the patch was made for a map with another title and another thesis. Where sources from elsewhere
    were added, ``known`` are those of the map that were met again, ``losses`` what of the others stays behind, and
    ``remarks`` say where the file bends its format. ``moves``: how many moves were made; ``renamed``: the
    ids that have other names, (section, before) to after; ``beside``: as of moves.
    """

    change: Change
    patch: Patch
    added: tuple[Added, ...]
    held: tuple[Added, ...]
    is_of_another: bool = False
    known: tuple[str, ...] = ()
    losses: tuple[Loss, ...] = ()
    remarks: tuple[Spot, ...] = ()
    moves: int = 0
    renamed: Mapping[tuple[str, str], str] = {}
    beside: tuple[Change, ...] = ()


class Moving(NamedTuple):
    """The change that moves make (``coldwater.moves``), and their answer: what they did to findings and verdicts.

    ``beside``: the changes of the review stamps and of a baseline, where an id has another name.
    """

    change: Change
    answer: Answer
    beside: tuple[Change, ...] = ()
