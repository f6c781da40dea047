"""A strength or credence is never weighed against anything, so it cannot matter to what stands.

Why: whoever reads 0.3 takes it that the argument is worth less for it. But a number counts only where something speaks
for a claim and something against it, there or further on towards the thesis: with nothing on the other side, 0.3 stands
as firmly as 1, and a claim with the standard scintilla or dialectical-validity weighs nothing at all. By the last link
(`weighing: last-link`) what is below the last step counts for nothing either. Degrees (`coldwater evaluate --semantics
df-quad`) use every number; if it is meant for them, leave it. Where thousands of different numbers rest on each other
there are too many to weigh, and no verdict is given at all.

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

CODE = "CW210"
NAME = "idle-number"
SEVERITY = "info"
UNFINISHED = ("number is weighed against nothing yet", "numbers are weighed against nothing yet")


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the strengths and credences that no verdict can hang on; what does not reach a root is for other rules."""
    claims, arguments = subject.map.claims, subject.map.arguments
    numbered = [name for name, one in claims.items() if one.credence is not None]
    numbered += [name for name, one in arguments.items() if one.strength is not None]
    if not numbered or not subject.is_whole:
        return
    if subject.refusal is not None:
        told = f"no number here is weighed, and nothing gets a verdict: {subject.refusal}"
        yield Flaw(("arguments",), told, on_key=True)
        return
    weighed = _weighed(subject)
    for name in numbered:
        if name in subject.connected and name not in weighed and not _holds(subject, name):
            kind, field = ("claims", "credence") if name in claims else ("arguments", "strength")
            yield Flaw((kind, name, field), _message(subject, name, field), name)


def _weighed(subject: Subject) -> set[str]:
    """Give the claims and arguments whose force is ever weighed against another, there or further on."""
    from coldwater.semantics.standards import UNWEIGHED, standard_of  # noqa: PLC0415 - most maps have no numbers

    graph = subject.graph
    found: set[str] = set()
    for target in (*subject.map.claims, *subject.map.arguments):
        if target in subject.map.claims and standard_of(subject.map, target) in UNWEIGHED:
            continue
        pros, cons = graph.supporters(target), (*graph.attackers(target), *graph.contraries(target))
        if cons:
            found.update(pros)
        if pros or _has_ground(subject, target):
            found.update(cons)
    waiting = list(found)
    for node in waiting:  # it grows meanwhile
        for below in _sources(subject, node):
            if below not in found:
                found.add(below)
                waiting.append(below)
    return found


def _sources(subject: Subject, node: str) -> tuple[str, ...]:
    """Give what a force comes from: the arguments for a claim; the premises of an argument, by the weakest link."""
    if node in subject.map.claims:
        return subject.graph.supporters(node)
    return () if subject.map.weighing == "last-link" else subject.graph.premises(node)


def _has_ground(subject: Subject, node: str) -> bool:
    from coldwater.semantics.grounds import ground_of  # noqa: PLC0415 - as above

    claim = subject.map.claims.get(node)
    return subject.map.arguments[node].strength is not None if claim is None else ground_of(claim) is not None


def _holds(subject: Subject, name: str) -> bool:
    """Tell whether a number may be a ground: it holds something against what is against it, or if its support falls."""
    graph, claim = subject.graph, subject.map.claims.get(name)
    if claim is None:
        return bool(graph.attackers(name))
    return bool(graph.incoming(name) or graph.contraries(name) or claim.status == "open")


def _message(subject: Subject, name: str, field: str) -> str:
    why = "nothing is ever weighed against it"
    if subject.map.weighing == "last-link":
        why += " (arguments count by their last link here)"
    return f"the {field} of `{name}` can change no verdict: {why}; only degrees use it"
