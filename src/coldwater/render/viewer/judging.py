"""What the page needs to judge the map by itself: the compiled framework, the words for verdicts, and room for them.

The page evaluates anew whenever its reader rejects or grants something, so every box has room for any verdict. Nodes of
the framework have the page's numbers; what the page does not show follows, then steps.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coldwater.render.fonts.text import width
from coldwater.render.scene import parts as s
from coldwater.render.scene.fitting import broken_reason, strip_height, strip_width
from coldwater.render.viewer.positions import seen_by
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.framework import GRANTED
from coldwater.semantics.labelling import WORDS
from coldwater.semantics.resting_words import tie_told
from coldwater.semantics.tallies import Tally
from coldwater.semantics.verdict_words import BECAUSE, MARKS, MAY_STAND, circumstances
from coldwater.words.wording import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.render.reading.verdicts import Verdicts
    from coldwater.semantics.framework import Framework
    from coldwater.words.page_words import Phrase
    from coldwater.words.wording import Words

#: As many as there may be on a side, as far as room goes.
_MANY = Tally(99, 0, {})
#: What differs between a node of a page with verdicts and of one without.
_ROOMY = ("w", "h", "lines", "spread", "foot", "panel")


def roomy(verdicts: Verdicts, words: Words = ENGLISH) -> Verdicts:
    """Give verdicts that need as much room as any: the longest word, and on the root the longest reason."""
    longest = max(WORDS, key=lambda verdict: width(words.verdicts[verdict], s.FOOT_SIZE, "semibold"))
    reasons = [*_reasons(words).values(), *([] if words.tag == "en" else [_filled(words.page["tie"])])]
    if verdicts.evaluation.framework.possible is not None:  # a tie may be one of numbers, and is told with them
        ties = (one._replace(pros=_MANY, cons=_MANY, equal=0.55).tie for one in verdicts.resting.values())
        reasons += map(tie_told, ties) if words.tag == "en" else (_filled(words.page["tie_of_equals"]),)
    reason = max(reasons, key=lambda told: width(told, s.REASON_SIZE))
    of = {name: verdict._replace(verdict=longest) for name, verdict in verdicts.of.items()}
    return replace(verdicts, of=of, why=dict.fromkeys(verdicts.of, reason), is_worded=True)


def _filled(tie: Phrase) -> str:
    """Give the words of a tie with as many on either side as there may be."""
    return str(tie).format(pros=_MANY.standing, cons=_MANY.standing, force=0.55)


def with_room(data: dict[str, Any], spacious: dict[str, Any]) -> None:
    """Note in the data of a page's nodes what is different about them in the data of a page with verdicts."""
    for node, other in zip(data["nodes"], spacious["nodes"], strict=True):
        judged = {name: other.get(name) for name in _ROOMY if other.get(name) != node.get(name)}
        if judged:
            node["judged"] = judged


def judging(
    verdicts: Verdicts, numbers: Mapping[str, int], thesis: s.Card, shows_verdicts: bool, words: Words = ENGLISH
) -> dict[str, Any]:
    """Give the data for judging.

    ``numbers``: the page's number of each claim and argument it shows, by id; ``thesis``: its box, with a seal.
    """
    evaluation = verdicts.evaluation
    labelling, overrides = evaluation.labellings[0], evaluation.overrides
    # Its reader may grant any claim, so it is not the framework of the evaluation, which knows what is granted.
    framework = compile_map(verdicts.map, overrides.standard, overrides.strengths, weighing=overrides.weighing)
    order = _numbered(framework, numbers)
    told = evaluation._replace(overrides=evaluation.overrides._replace(rejected=(), accepted=()))
    overruled = sorted(labelling.rejected | labelling.granted)
    seen, behind = seen_by(verdicts.map.positions.values(), framework, order)
    # What it rests on is told in full in English; other languages count, as for what is tried out.
    in_full = {numbers[name]: " ".join(verdicts.rests(name)) for name in verdicts.resting} if words.tag == "en" else {}
    because = _reasons(words)
    tie, equals = (str(words.page[key]) for key in ("tie", "tie_of_equals"))
    room = thesis.width - 2 * s.THESIS_PAD
    return {
        "shown": shows_verdicts,
        "framework": {**_compact(framework, order), "weights": _weights(verdicts, framework, order)},
        "rejected": sorted(order[node] for node in labelling.rejected),
        "granted": sorted(order[node] for node in labelling.granted),
        "elsewhere": {node: name for node, name in behind.items() if name not in numbers}
        | {order[node]: framework.names[node] for node in overruled if framework.names[node] not in numbers},
        "seenBy": seen,
        "circumstances": " ".join(words.under(told) or circumstances(told)),
        # As long as nothing is tried out, it is known what the verdict rests on; then it is counted anew.
        "resting": in_full,
        "prosFor": words.page["tie_pros_for"],
        "tie": tie,
        "tieLines": list(broken_reason(tie, room)),
        "equals": equals,
        "equalsLines": list(broken_reason(equals, room)),
        "marks": dict(MARKS),
        "words": dict(words.verdicts),
        "because": because,
        "wordWidths": {
            verdict: round(width(word, s.FOOT_SIZE, "semibold"), 1) for verdict, word in words.verdicts.items()
        },
        "reasons": {reason: list(broken_reason(said, room)) for reason, said in because.items()},
        "stripWidths": {verdict: round(strip_width(word), 1) for verdict, word in words.verdicts.items()},
        "stripMark": s.STRIP_MARK,
        "stripGap": s.STRIP_GAP,
        "reasonLeading": s.REASON_LEADING,
        "strip": strip_height(thesis.seal),
        "sealSize": s.SEAL_SIZE,
        "sealGap": s.SEAL_GAP,
    }


def _reasons(words: Words) -> dict[str, str]:
    """Give the words for each reason; where nothing stands on the side that loses, it is told of what may stand."""
    reasons = BECAUSE | dict(words.reasons)
    may_stand = {reason: words.reasons.get(reason, said) for reason, said in MAY_STAND.items()}
    return reasons | {f"{reason} what may stand": said for reason, said in may_stand.items()}


def _weights(verdicts: Verdicts, framework: Framework, order: list[int]) -> dict[str, Any] | None:
    """Give what forces come from, by node; None where all that stands speaks with force 1.

    ``floors``: of what is in a circle the force that it has at least. Numbers are given where they are stated.
    """
    if framework.possible is None:
        return None
    map_, evaluation = verdicts.map, verdicts.evaluation
    numbers, possible = framework.numbers, framework.possible
    stated = {name: evaluation.overrides.strengths.get(name, one.strength) for name, one in map_.arguments.items()}
    return {
        "isFlat": possible.speakers.is_flat,
        "lastLink": evaluation.weighing == "last-link",
        "credences": {
            order[numbers[name]]: one.credence for name, one in map_.claims.items() if one.credence is not None
        },
        "strengths": {order[numbers[name]]: strength for name, strength in stated.items() if strength is not None},
        "floors": {order[node]: possible.forces[node][0] for node in possible.circles},
    }


def _numbered(framework: Framework, numbers: Mapping[str, int]) -> list[int]:
    """Give the page's number for each node of the framework."""
    following = iter(range(len(numbers), framework.nodes))
    order = [numbers[name] if name in numbers else next(following) for name in framework.names]
    return order + list(following)


def _compact(framework: Framework, order: list[int]) -> dict[str, Any]:
    """Give the framework as data: by node what is not the usual case."""
    return {
        "nodes": framework.nodes,
        "base": {order[node]: held for node, held in enumerate(framework.base) if held != GRANTED},
        "parts": {order[node]: [order[part] for part in parts] for node, parts in enumerate(framework.parts) if parts},
        "pros": {
            order[node]: [[order[pro], *limits] for pro, *limits in pros]
            for node, pros in enumerate(framework.pros)
            if pros
        },
        "cons": {order[node]: [order[con] for con in cons] for node, cons in enumerate(framework.cons) if cons},
        "steps": {order[argument]: order[step] for argument, step in framework.steps.items()},
        "owners": {order[node]: order[framework.owner(node)] for node in range(len(framework.names), framework.nodes)},
        "grounds": {order[node]: force for node, force in framework.grounds.items()},
        "groundNodes": sorted(order[node] for node in framework.ground_nodes),
        "lent": {order[node]: [order[also] for also in lent] for node, lent in framework.lent.items()},
    }
