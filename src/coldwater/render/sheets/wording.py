"""What pictures say themselves, besides what the map says. One place, so that it can be said in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.render.palette import Relation

SORT = "ARGUMENT MAP"
SORT_OF_RAILS = "ARGUMENT MAP · ALL CLAIMS"
SORT_OF_ICICLE = "ARGUMENT MAP · ALL ARGUMENTS"
ON_NO_THESIS = "What hangs on no thesis"
AGAIN = "\u00a0see there"  # with a blank that parts no line from its arrow
FURTHER_ON = "\u00a0further on"
ON = "On: {what}"
FOR, AGAINST = "FOR", "AGAINST"
THESIS, RIVAL = "THESIS", "RIVAL"
NOTHING = "Nothing speaks for it or against it here."
MISSING = "no such claim: {names}"
UNTITLED: Mapping[Relation, str] = {
    "supports": "Argument for it",
    "attacks": "Argument against it",
    "undercuts": "Against the step",
    "backs": "For the step",
    "contradicts": "Contradiction",
}
LEGEND = {
    "supports": "for",
    "attacks": "against",
    "undercuts": "against the step, not a premise",
    "backs": "for the step",
    "linked": "needed together",
    "implicit": "unstated",
    "again": "used again: see there",
    "bars": "a bar: an argument behind it",
    "dashed": "dashed: falls",
    "asked": "?: undecided",
    "hollow": "hollow: falls",
}


def behind(count: int, against: int) -> str:
    """Say how many arguments are behind one, and how many of them speak against it.

    >>> behind(1, 0), behind(30, 4)
    ('1 argument behind it', '30 arguments behind it, 4 of them against it')
    >>> behind(1200, 1200)
    '1,200 arguments behind it, all against it'
    """
    told = f"{count:,} argument{'' if count == 1 else 's'} behind it"
    if not against:
        return told
    if against == count:
        return f"{told}, {'all ' if count > 1 else ''}against it"
    return f"{told}, {against:,} of them against it"


def more(count: int) -> str:
    """Say how many arguments a picture leaves out on a side.

    >>> more(260)
    'and 260 more arguments'
    """
    return f"and {count:,} more argument{'' if count == 1 else 's'}"


def folded(count: int) -> str:
    """Say how many arguments are counted only.

    >>> folded(12)
    '12 arguments are not shown, but counted: +n.'
    """
    are = "argument is" if count == 1 else "arguments are"
    return f"{count:,} {are} not shown, but counted: +n."


def apart(claims: int, arguments: int) -> str:
    """Say what hangs on no thesis, and so on no side.

    >>> apart(2, 0)
    'Not shown: 2 claims that hang on no thesis.'
    """
    hang = "hangs" if claims + arguments == 1 else "hang"
    return f"Not shown: {_counted(claims, arguments)} that {hang} on no thesis."


def _counted(claims: int, arguments: int) -> str:
    parts = ((claims, "claim"), (arguments, "argument"))
    return ", ".join(f"{number:,} {noun}{'' if number == 1 else 's'}" for number, noun in parts if number)


def whole(claims: int, arguments: int) -> str:
    """Say how large a map is.

    >>> whole(104, 1)
    'The whole map: 104 claims, 1 argument'
    """
    return f"The whole map: {_counted(claims, arguments)}"
