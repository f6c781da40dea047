"""Moves that direct an argument otherwise: turned round, at another target, at a step and back."""

from __future__ import annotations

from coldwater.editing.moves.draft import IS_SO
from coldwater.listing import listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.editing.moves.draft import Draft


def turn(draft: Draft) -> None:
    """Turn an argument round: what supported attacks, what attacked supports."""
    id_ = draft.argument()
    before, after = _sides(draft, id_)
    entry = draft.entry("arguments", id_)
    renamed = {after if key == before else key: value for key, value in entry.items()}
    entry.clear()
    entry.update(renamed)


def move(draft: Draft) -> None:
    """Direct an argument at another claim or argument."""
    id_, to = draft.argument(), draft.node("to")
    if to == id_:
        draft.refuse(f"`{id_}` cannot be about itself", why_none="what it is about is yours to say, by `to`")
    if to == draft.map.arguments[id_].target:
        verb = _sides(draft, id_)[0]
        turn_ = {"move": "turn", "id": id_}
        draft.refuse(f"`{id_}` {verb} `{to}` already; `turn` turns it round", turn_, why_none=IS_SO)
    _aim(draft, id_, to)


def undercut(draft: Draft) -> None:
    """Let an argument that attacks a claim attack the step that leads to it, or from it."""
    id_ = draft.argument()
    target = draft.map.arguments[id_].target
    _refuse_support(draft, id_)
    if "step" in draft.move:
        _refuse_claim(draft, id_)
        step = draft.argument("step")
        if step == id_:
            near = _steps(draft, id_, target) if target in draft.map.claims else []
            others = [{**draft.move, "step": one} for one in near[:4]]
            draft.refuse(
                f"`{id_}` cannot undercut itself", *others, why_none="no other step is near: `move` aims at any"
            )
        _refuse_far(draft, id_, target, step)
    else:
        step = _only_step(draft, id_, target)
    if step == target:
        rebut_ = {"move": "rebut", "id": id_}
        draft.refuse(f"`{id_}` undercuts `{target}` already", rebut_, why_none=IS_SO)
    _aim(draft, id_, step)


def _refuse_support(draft: Draft, id_: str) -> None:
    if draft.map.arguments[id_].supports is not None:
        draft.refuse(
            f"`{id_}` supports, and only what attacks can undercut; turn it round first",
            {"move": "turn", "id": id_},
            why_none="it cannot be turned round as the map is",
        )


def _refuse_claim(draft: Draft, id_: str) -> None:
    """Refuse a step that is a claim, and say what can be done to that."""
    step = draft.move["step"]
    if step in draft.map.claims and step not in draft.map.arguments:
        other = {"move": "move", "id": id_, "to": step}
        reason = f"undercut needs an argument; attack the claim `{step}`{draft.label(step)} instead"
        draft.refuse(
            reason, other, why_none="that claim cannot be attacked by it: it would go round, or does so already"
        )


def _refuse_far(draft: Draft, id_: str, target: str, step: str) -> None:
    """Refuse a step that neither leads to the claim that an argument attacks nor from it."""
    near = _steps(draft, id_, target) if target in draft.map.claims else []
    if target in draft.map.claims and step not in near:
        named = listed([f"`{one}`{draft.label(one)}" for one in near[:4]], "or")
        there = f"; there is {named}" if near else f"; `move` lets `{id_}` be about another step"
        other = [{**draft.move, "step": one} for one in near[:4]] or [{"move": "move", "id": id_, "to": step}]
        reason = f"`{step}` leads neither to `{target}` nor from it{there}"
        draft.refuse(reason, *other, why_none="no step can be attacked by it without going round")


def _steps(draft: Draft, id_: str, claim: str) -> list[str]:
    """Give the steps to a claim and from it, but for that of an argument itself."""
    return [one for one in (*draft.graph.supporters(claim), *draft.graph.uses(claim)) if one != id_]


def _only_step(draft: Draft, id_: str, target: str) -> str:
    """Give the step to undercut where none is named: the only one that leads to the claim, or from it."""
    if target not in draft.map.claims:
        rebut_ = {"move": "rebut", "id": id_}
        draft.refuse(f"`{id_}` undercuts `{target}` already", rebut_, why_none=IS_SO)
    steps = _steps(draft, id_, target)
    if not steps:
        reason = f"no step leads to `{target}` or from it; `{id_}` can only attack the claim"
        draft.refuse(reason, why_none="it attacks the claim already, and there is no step")
    if len(steps) > 1:
        named = [f"`{one}`{draft.label(one)}" for one in steps[:4]]
        instead = [{**draft.move, "step": one} for one in steps[:4]]
        draft.refuse(
            f"several steps lead to `{target}` or from it; name one by `step`: {listed(named, 'or')}",
            *instead,
            why_none="none of these steps can be attacked by it without going round",
        )
    return steps[0]


def rebut(draft: Draft) -> None:
    """Let an argument that undercuts a step attack the claim that the step leads to, or one of its premises."""
    id_ = draft.argument()
    target = draft.map.arguments[id_].target
    _refuse_support(draft, id_)
    if target not in draft.map.arguments:
        steps = [{"move": "undercut", "id": id_, "step": one} for one in _steps(draft, id_, target)[:4]]
        reason = f"`{id_}` attacks the claim `{target}` already, and undercuts no step"
        draft.refuse(reason, *steps, why_none=IS_SO)
    step = draft.map.arguments[target]
    near = [one for one in (step.target, *step.premises) if one in draft.map.claims]
    if "claim" in draft.move:
        claim = draft.claim("claim")
        if claim not in near:
            instead = [{**draft.move, "claim": one} for one in near]
            named = listed([f"`{one}`" for one in near], "or")
            reason = f"`{claim}` is no part of the step `{target}`; there is {named}"
            draft.refuse(reason, *instead, why_none="none of them can be attacked by it without going round")
    elif step.target in draft.map.claims:
        claim = step.target
    else:
        instead = [{**draft.move, "claim": one} for one in near]
        reason = f"the step `{target}` leads to no claim; name one of its premises by `claim`"
        draft.refuse(reason, *instead, why_none="none of them can be attacked by it without going round")
    _aim(draft, id_, claim)


def _sides(draft: Draft, id_: str) -> tuple[str, str]:
    is_support = draft.map.arguments[id_].supports is not None
    return ("supports", "attacks") if is_support else ("attacks", "supports")


def _aim(draft: Draft, id_: str, target: str) -> None:
    draft.entry("arguments", id_)[_sides(draft, id_)[0]] = target
