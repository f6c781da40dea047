"""A strength or credence is never weighed against anything, so it cannot matter to what stands.

Why: whoever reads 0.3 takes it that the argument is worth less for it. But a number counts only where something speaks
for a claim and something against it, there or further on towards the thesis: with nothing on the other side, 0.3 stands
as firmly as 1. By the last link (`weighing: last-link`) what is below the last step counts for nothing either. Degrees
(`coldwater evaluate --semantics df-quad`) use every number; if it is meant for them, leave it. Where thousands of
different numbers rest on each other there are too many to weigh, and no verdict is given at all.

Bad:
    argmap: 1
    title: Should the ferry sail at night?
    thesis: sail
    claims:
      sail: The ferry should sail at night.
      asked: Shift workers have asked for it.
      fog: The river is often foggy at night.
      radar: The ferry has radar.
    arguments:
      shifts: {premises: [asked], supports: sail}
      danger: {premises: [fog], attacks: sail}
      seen: {premises: [radar], attacks: danger, strength: 0.3}

Good:
    argmap: 1
    title: Should the ferry sail at night?
    thesis: sail
    claims:
      sail: The ferry should sail at night.
      asked: Shift workers have asked for it.
      fog: The river is often foggy at night.
      radar: The ferry has radar.
    arguments:
      shifts: {premises: [asked], supports: sail}
      danger: {premises: [fog], attacks: sail, strength: 0.6}
      seen: {premises: [radar], attacks: danger, strength: 0.3}

Source: Gordon and Walton, Proof Burdens and Standards (2009): weights decide between both sides. From memory.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.rules.subject import Subject
    from coldwater.semantics.comparing import Comparisons

CODE = "CW210"
NAME = "idle-number"
SEVERITY = "info"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the strengths and credences that no verdict can hang on; what does not reach a root is for other rules."""
    claims, arguments = subject.map.claims, subject.map.arguments
    weighed = [name for name, one in claims.items() if one.credence is not None]
    weighed += [name for name, one in arguments.items() if one.strength is not None]
    if weighed and subject.refusal is not None:
        yield Flaw(
            ("arguments",), f"no number here is weighed, and nothing gets a verdict: {subject.refusal}", on_key=True
        )
    if not weighed or subject.labelling is None:
        return
    from coldwater.semantics.comparing import Comparisons  # noqa: PLC0415 - most maps have no numbers

    framework = subject.labelling.framework
    comparisons = Comparisons(subject.map, framework, subject.map.weighing)
    for name in weighed:
        if name in subject.connected and not _is_weighed(subject, comparisons, name):
            kind, field = ("claims", "credence") if name in claims else ("arguments", "strength")
            yield Flaw((kind, name, field), _message(subject, name, field), name)


def _is_weighed(subject: Subject, comparisons: Comparisons, name: str) -> bool:
    node = comparisons.framework.numbers[name]
    if name in subject.map.arguments:
        return bool(comparisons.of_strength(node))
    graph = subject.graph
    # A credence may be a ground: it holds the claim against what is against it, and if what supports it falls.
    holds = graph.attackers(name) or graph.contraries(name) or graph.supporters(name)
    return bool(comparisons.found[node] or holds or subject.map.claims[name].status == "open")


def _message(subject: Subject, name: str, field: str) -> str:
    why = "nothing is ever weighed against it"
    if subject.map.weighing == "last-link":
        why += " (arguments count by their last link here)"
    return f"the {field} of `{name}` can change no verdict: {why}; only degrees use it"
