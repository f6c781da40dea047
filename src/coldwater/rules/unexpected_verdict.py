"""A claim or argument has another verdict than the map's author counts on.

Why: the expectation says what the map is meant to show. An edit that turns a verdict without anybody noticing is how a
map goes wrong; with the expectation in the file, the check notices.

Bad:
    argmap: 1
    title: Should the shop deliver by bicycle?
    thesis: cycle
    expect: {verdicts: {cycle: in}}
    claims:
      cycle: The shop should deliver by bicycle.
      quick: In town a bicycle is quicker than a van.
      heavy: Most parcels are too heavy.
    arguments:
      speed: {premises: [quick], supports: cycle}
      weight: {premises: [heavy], attacks: cycle}

Good:
    argmap: 1
    title: Should the shop deliver by bicycle?
    thesis: cycle
    expect: {verdicts: {cycle: undecided}}
    claims:
      cycle: The shop should deliver by bicycle.
      quick: In town a bicycle is quicker than a van.
      heavy: Most parcels are too heavy.
    arguments:
      speed: {premises: [quick], supports: cycle}
      weight: {premises: [heavy], attacks: cycle}

Source: our own, after the example maps of the Carneades system, which carry the labels they expect.
"""

from __future__ import annotations

from coldwater.errors import MissingExtraError
from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coldwater.rules.subject import Subject
    from coldwater.semantics.labelling import Verdict

CODE = "CW208"
NAME = "unexpected-verdict"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    """Compare the verdicts that a map expects with those that it has, under the semantics it names."""
    expect = subject.map.expect
    if expect is None or not expect.verdicts:
        return
    if subject.labelling is None:
        if subject.refusal is not None:
            yield Flaw(("expect", "verdicts"), f"the expected verdicts cannot be verified: {subject.refusal}")
        return
    try:
        found = _verdicts(subject, expect.semantics)
    except MissingExtraError as error:
        yield Flaw(("expect", "semantics"), f"the expected verdicts cannot be verified here: {error}")
        return
    if found is None:
        message = f"the expected verdicts cannot be verified in time under `{expect.semantics}` semantics"
        yield Flaw(("expect", "semantics"), message)
        return
    for name, word in expect.verdicts.items():
        if name in found and found[name].verdict != word:
            message = f"`{name}` is {_told(found[name])}, not {word} as expected; `coldwater explain` says why"
            yield Flaw(("expect", "verdicts", name), f"{message}, or mend the expectation", name)


def _verdicts(subject: Subject, semantics: str) -> Mapping[str, Verdict] | None:
    """Give all verdicts; None where they could not be settled in time."""
    if semantics == "grounded":
        assert subject.labelling is not None
        return subject.labelling.verdicts()
    from coldwater.semantics.evaluation import evaluate_map  # noqa: PLC0415 - seldom asked for

    evaluation = evaluate_map(subject.map, semantics)
    return evaluation.verdicts if evaluation.is_certain else None


def _told(verdict: Verdict) -> str:
    return f"{verdict.verdict} ({verdict.reason})"
