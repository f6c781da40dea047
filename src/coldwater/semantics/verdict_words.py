"""Verdicts and reasons in words, for people, and under what they hold. It knows words only: neither width nor page."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coldwater.semantics.evaluation import Evaluation
    from coldwater.semantics.resting import Resting
    from coldwater.semantics.tallies import Tie

#: A mark and a word for each verdict; the mark never stands alone.
MARKS: Mapping[str, str] = {"in": "✓", "out": "✗", "undecided": "?"}
PLAIN: Mapping[str, str] = {"in": "stands", "out": "falls", "undecided": "is undecided"}

#: Why, as the end of a sentence that begins with the verdict.
BECAUSE: dict[str, str] = {
    "granted": "it is granted",
    "grounded": "it has a ground of its own",
    "supported": "reasons for it stand and nothing against it",
    "outweighs": "what speaks for it is enough against what speaks against it",
    "stands": "its premises stand and its step holds",
    "refuted": "something against it stands and nothing for it",
    "outweighed": "what speaks for it is not enough against what speaks against it",
    "unsupported": "it needs support, and no argument for it stands",
    "set-aside": "it is rejected",
    "premise-out": "a premise of it falls",
    "undercut": "its step is undercut",
    "tied": "reasons on both sides stand, and the map does not say which weigh more",
    "open": "it is marked as open, and nothing settles it",
    "depends": "it depends on what is undecided",
}


#: The same where nothing on the losing side stands, but something may.
MAY_STAND: Mapping[str, str] = {
    "outweighs": "what stands for it is enough against what may stand against it",
    "outweighed": "what may stand for it is not enough against what stands against it",
}


def told(verdict: str) -> str:
    """Give mark and word of a verdict.

    >>> told("out")
    '✗ falls'
    """
    return f"{MARKS[verdict]} {PLAIN[verdict].removeprefix('is ')}"


def sentence(verdict: str, reason: str, known: Resting | Tie | None = None) -> str:
    """Give what follows a name: its verdict, and why; how many stand on a side, where that is known.

    >>> sentence("out", "undercut")
    'falls: its step is undercut'
    """
    if known is None:
        return f"{PLAIN[verdict]}: {BECAUSE[reason]}"
    from coldwater.semantics.resting_words import because  # noqa: PLC0415 - only where it is known

    return f"{PLAIN[verdict]}: {because(reason, known) or BECAUSE[reason]}"


def circumstances(evaluation: Evaluation) -> Iterator[str]:
    """Say under what verdicts hold: semantics, proof standard and parameters, and what was overruled, if anything."""
    alpha, beta, gamma = evaluation.parameters
    told = f"Semantics: {evaluation.semantics}. Proof standard: {evaluation.standard} (alpha {alpha:g}, beta {beta:g}, "
    told = f"{told}gamma {gamma:g} for the stricter ones)."
    yield told if evaluation.weighing == "weakest-link" else f"{told} Arguments weigh by their last link."
    rejected, accepted, strengths, *_ = evaluation.overrides
    parts = (
        *(f"`{name}` rejected" for name in rejected),
        *(f"`{name}` accepted" for name in accepted),
        *(f"strength of `{name}` {value:g}" for name, value in strengths.items()),
    )
    if parts:
        yield f"Otherwise than the map says: {', '.join(parts)}."
