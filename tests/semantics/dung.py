"""Dung's abstract argumentation by brute force over sets, and small frameworks from the literature.

Definitions: Dung, Artificial Intelligence 77 (1995), definitions 5 to 8, 13, 20, 23 (from memory). Labellings of
extensions: Caminada, On the Issue of Reinstatement in Argumentation (2006): what an extension attacks is out, what it
neither holds nor attacks is undecided.
"""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

Set = frozenset[str]
Attacks = frozenset[tuple[str, str]]


class Dung:
    """Arguments that attack each other. Everything is found by trying all sets."""

    def __init__(self, arguments: str, attacks: Attacks) -> None:
        self.arguments = tuple(arguments)
        self.attacks = attacks
        self.sets = [frozenset(some) for size in range(len(arguments) + 1) for some in combinations(arguments, size)]

    def attacked_by(self, some: Set) -> Set:
        """Give what a set attacks."""
        return frozenset(target for attacker, target in self.attacks if attacker in some)

    def defended_by(self, some: Set) -> Set:
        """Give the arguments all of whose attackers a set attacks (Dung's characteristic function)."""
        attacked = self.attacked_by(some)
        return frozenset(
            one for one in self.arguments if all(a in attacked for a, target in self.attacks if target == one)
        )

    def conflict_free(self) -> set[Set]:
        """Give the sets that attack none of their own."""
        return {some for some in self.sets if not some & self.attacked_by(some)}

    def admissible(self) -> set[Set]:
        """Give the conflict-free sets that defend all their own."""
        return {some for some in self.conflict_free() if some <= self.defended_by(some)}

    def complete(self) -> set[Set]:
        """Give the admissible sets that hold all they defend."""
        return {some for some in self.admissible() if self.defended_by(some) <= some}

    def grounded(self) -> Set:
        """Give the complete extension that is part of all others."""
        (least,) = (some for some in self.complete() if all(some <= other for other in self.complete()))
        return least

    def preferred(self) -> set[Set]:
        """Give the largest admissible sets."""
        return {some for some in self.admissible() if not any(some < other for other in self.admissible())}

    def stable(self) -> set[Set]:
        """Give the conflict-free sets that attack all others."""
        return {some for some in self.conflict_free() if some | self.attacked_by(some) == set(self.arguments)}

    def labelling(self, extension: Set) -> dict[str, str]:
        """Give an extension as labels: what it holds is in, what it attacks out."""
        attacked = self.attacked_by(extension)
        return {one: "in" if one in extension else "out" if one in attacked else "undecided" for one in self.arguments}


class Published(NamedTuple):
    """A framework from the literature with what is said of it: extensions as words of their arguments."""

    arguments: str
    attacks: str
    grounded: str
    complete: str
    preferred: str
    stable: str
    source: str


#: Extensions are separated by blanks; ``-`` is the empty set, and no extension at all is the empty string.
EXAMPLES = {
    "Nixon diamond": Published(
        "ab", "ab ba", "-", "- a b", "a b", "a b",
        "Reiter and Criscuolo 1981; as a framework: Dung 1995, section 2 (from memory)",
    ),
    "two politicians": Published(
        "iaj", "ia ai ja", "ij", "ij", "ij", "ij",
        "Dung 1995, examples 3 and 9: i and a blame each other, j speaks against a (from memory)",
    ),
    "reinstatement": Published(
        "abc", "ab bc", "ac", "ac", "ac", "ac",
        "Caminada 2006, On the Issue of Reinstatement in Argumentation (from memory)",
    ),
    "self-attack": Published(
        "a", "aa", "-", "-", "-", "",
        "Dung 1995, section 2: a framework without a stable extension (from memory)",
    ),
    "victim of a self-attacker": Published(
        "ab", "aa ab", "-", "-", "-", "",
        "Baroni, Caminada and Giacomin 2011, An introduction to argumentation semantics (from memory)",
    ),
    "circle of three": Published(
        "abc", "ab bc ca", "-", "-", "-", "",
        "Pollock's three unreliable witnesses; Baroni, Caminada and Giacomin 2011 (from memory)",
    ),
    "circle of four": Published(
        "abcd", "ab bc cd da", "-", "- ac bd", "ac bd", "ac bd",
        "Baroni and Giacomin 2003, Solving semantic problems with odd-length cycles (from memory)",
    ),
    "floating assignment": Published(
        "abcd", "ab ba ac bc cd", "-", "- ad bd", "ad bd", "ad bd",
        "Makinson and Schlechta 1991, Floating conclusions and zombie paths (from memory)",
    ),
    "floating assignment, one step longer": Published(
        "abcde", "ba bc cb ca ad de", "-", "- bd cd", "bd cd", "bd cd",
        "Yun, exercises on extensions and labellings, TD1 (checked against the published solution)",
    ),
    "an even circle beside an odd one": Published(
        "abcde", "ab ba bc cd de ec", "-", "- a bd", "a bd", "bd",
        "Caminada 2006, Semi-stable semantics (from memory): a preferred extension that is not stable",
    ),
    "ASPARTIX's example": Published(
        "abcde", "ab cb cd dc de ee", "a", "a ac ad", "ac ad", "ad",
        "Egly, Gaggl and Woltran 2010, Answer-set programming encodings for argumentation frameworks (from memory)",
    ),
    "a toy chain": Published(
        "abcd", "ab bc cd", "ac", "ac", "ac", "ac",
        "the chain of the textbooks: whoever attacks the last word decides",
    ),
}  # fmt: skip
