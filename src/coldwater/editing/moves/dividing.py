"""Moves that make several of one, and one of several: arguments linked and convergent, claims split and joined."""

from __future__ import annotations

from coldwater.editing.moves.draft import IS_SO, NODES, put
from coldwater.editing.moves.mentions import hand_over
from coldwater.listing import listed
from coldwater.model import composed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.editing.moves.draft import Data, Draft

#: Of what is joined: fields that are lists, and are put together.
_LISTS = ("cites", "tags", "contradicts")
#: Fields that are put together in a way of their own.
_ARGUMENTS_OWN = ("supports", "attacks", "premises", "roles", "answers")


def split(draft: Draft) -> None:
    """Split an argument, so that each premise is a reason on its own; or a claim, by the texts of its parts."""
    id_ = draft.node("id")
    if id_ in draft.map.claims:
        _split_claim(draft, id_)
    else:
        _split_argument(draft, id_)


def _split_argument(draft: Draft, id_: str) -> None:
    if "texts" in draft.move:
        reason = "an argument is split by its premises; `texts` are for a claim"
        draft.refuse(reason, draft.without("texts"), why_none="it has one premise only")
    first, *others = draft.names_in("arguments", id_, "premises")
    if not others:
        step = {"move": "premise", "id": id_, "premise": "…"}
        draft.refuse(
            f"`{id_}` has one premise only, so that there is nothing to split; give it another one first",
            step,
            why_none="its other premise is yours to say",
        )
    entry = draft.entry("arguments", id_)
    alike = {key: entry[key] for key in ("supports", "attacks", "strength") if key in entry}
    entry["premises"] = [first]
    roles = {slot: filler for slot, filler in entry.get("roles", {}).items() if composed(filler) == first}
    if "roles" in entry:
        draft.put("arguments", id_, "roles", roles)
    for premise in others:
        draft.section("arguments")[draft.names.make(id_, "argument")] = {"premises": [premise], **alike}


def _split_claim(draft: Draft, id_: str) -> None:
    texts = draft.move.get("texts", [])
    if len(texts) < 2:
        reason = f"say by `texts` what the parts of the claim `{id_}` say: two texts, or more"
        draft.refuse(reason, why_none="what the parts say is yours to say")
    uses = draft.graph.uses(id_)
    if not uses:
        reason = f"`{id_}` is a premise of nothing, so that its parts would hang on nothing; `reword` it instead"
        draft.refuse(reason, {"move": "reword", "id": id_, "text": texts[0]}, why_none=IS_SO)
    claims = draft.section("claims")
    if isinstance(claims[id_], str):
        claims[id_] = texts[0]
    else:
        claims[id_]["text"] = texts[0]
    parts = []
    for text in texts[1:]:
        parts.append(draft.names.make(text.casefold(), "claim"))
        claims[parts[-1]] = text
    for use in uses:
        premises = draft.names_in("arguments", use, "premises")
        at = premises.index(id_) + 1
        draft.entry("arguments", use)["premises"] = [*premises[:at], *parts, *premises[at:]]


def join(draft: Draft) -> None:
    """Join arguments into one with all their premises, or claims that say the same into the first of them."""
    ids = draft.all_known("ids", NODES)
    if len(set(ids)) < max(len(ids), 2):
        once = [*dict.fromkeys(ids)]
        others = [{**draft.move, "ids": once}] if len(once) > 1 else []
        draft.refuse("two different ids are joined, or more", *others, why_none="the other one is yours to say")
    sorts = {one in draft.map.claims for one in ids}
    if len(sorts) > 1:
        parts = [[one for one in ids if (one in draft.map.claims) is is_claim] for is_claim in (True, False)]
        draft.refuse(
            "claims are joined with claims, and arguments with arguments; these are some of each",
            *({**draft.move, "ids": part} for part in parts if len(part) > 1),
            why_none="there are not two of one sort among them that can be joined",
        )
    if sorts == {True}:
        _join_claims(draft, ids)
    else:
        _join_arguments(draft, ids)


def _join_arguments(draft: Draft, ids: list[str]) -> None:
    if "text" in draft.move:
        draft.refuse(
            "`text` is for claims; an argument has a title, which `reword` changes",
            draft.without("text"),
            {"move": "reword", "id": ids[0], "text": draft.move["text"]},
            why_none="they cannot be joined, and the first is called so already",
        )
    arguments = draft.map.arguments
    if any(arguments[one].target in ids for one in ids):
        about = next(one for one in ids if arguments[one].target in ids)
        first = arguments[arguments[about].target]
        step = {"move": "move", "id": about, "to": first.target}
        draft.refuse(
            "one of them is about another, so that they cannot be one",
            step,
            why_none="it cannot be about the same as the other without going round",
        )
    aims = {(arguments[one].supports is None, arguments[one].target) for one in ids}
    if len(aims) > 1:
        first = arguments[ids[0]]
        other = next(one for one in ids if arguments[one].target != first.target or _turned(draft, ids[0], one))
        turn = {"move": "turn", "id": other}
        step = turn if arguments[other].target == first.target else {"move": "move", "id": other, "to": first.target}
        reason = f"`{ids[0]}` and `{other}` do not speak alike for the same; direct them alike first"
        draft.refuse(reason, step, why_none="they cannot speak for the same without going round")
    premises = [premise for one in ids for premise in draft.names_in("arguments", one, "premises")]
    entry = draft.entry("arguments", ids[0])
    for one in ids[1:]:
        _take_over(draft, "arguments", ids[0], one, ("strength", "scheme"))
        _take_over_roles(entry, draft.data["arguments"][one])
    entry["premises"] = list(dict.fromkeys(premises))
    _hand_over(draft, "arguments", ids)


def _turned(draft: Draft, one: str, other: str) -> bool:
    arguments = draft.map.arguments
    return (arguments[one].supports is None) != (arguments[other].supports is None)


def _take_over_roles(entry: Data, other: Data) -> None:
    for field in ("roles", "answers"):
        if field in other:
            put(entry, ("arguments", ""), field, {**other[field], **entry.get(field, {})})


def _join_claims(draft: Draft, ids: list[str]) -> None:
    pair = next((one for one in ids[1:] if one in draft.graph.contraries(ids[0])), None)
    if pair is not None:
        owner, other = (ids[0], pair) if pair in draft.names_in("claims", ids[0], "contradicts") else (pair, ids[0])
        left = [one for one in draft.names_in("claims", owner, "contradicts") if one != other]
        field = {"id": owner, "field": "contradicts"}
        step = {"move": "set", **field, "value": left} if left else {"move": "clear", **field}
        reason = f"`{ids[0]}` and `{pair}` contradict each other, so that they do not say the same"
        draft.refuse(reason, step, why_none="what contradicts is not to be joined")
    for one in ids[1:]:
        other = draft.data["claims"][one]
        if isinstance(other, dict):
            _take_over(draft, "claims", ids[0], one, ("status", "credence", "standard", "kind"))
    if not all(draft.map.claims[one].implicit for one in ids):  # somebody said so
        draft.drop("claims", ids[0], "implicit")
    if "text" in draft.move:
        claims = draft.section("claims")
        if isinstance(claims[ids[0]], str):
            claims[ids[0]] = draft.move["text"]
        else:
            claims[ids[0]]["text"] = draft.move["text"]
    _hand_over(draft, "claims", ids)


def _take_over(draft: Draft, section: str, first: str, other: str, telling: tuple[str, ...]) -> None:
    """Give the first what the other has and it has not; where they tell different things of the same, refuse."""
    theirs = draft.data[section][other]
    for field, value in theirs.items():
        ours = draft.data[section][first]
        ours = ours if isinstance(ours, dict) else {"text": ours}
        if field in _LISTS:
            items = ours.get(field, [])
            draft.put(section, first, field, [*items, *(one for one in value if one not in items)])
        elif field in telling and field in ours and ours[field] != value:
            step = {"move": "set", "id": other, "field": field, "value": ours[field]}
            reason = f"`{first}` and `{other}` have different values of `{field}`; make them alike first"
            draft.refuse(reason, step, why_none="which of the values holds is yours to say")
        elif field not in ours and field not in _ARGUMENTS_OWN:
            put(draft.entry(section, first), (section, first), field, value)


def _hand_over(draft: Draft, section: str, ids: list[str]) -> None:
    for one in ids[1:]:
        del draft.data[section][one]
    hand_over(draft, dict.fromkeys(ids[1:], ids[0]))
    if section == "claims":
        loops = [name for name, one in draft.data.get("arguments", {}).items() if _is_loop(one)]
        if loops:
            named = listed([f"`{one}`" for one in loops])
            step = {"move": "remove", "id": loops[0]}
            reason = f"{named} would rest on what it is about; `remove` it first"
            draft.refuse(reason, step, why_none="it leads from one of them to the other, and cannot be taken out")


def _is_loop(argument: Data) -> bool:
    return argument.get("supports", argument.get("attacks")) in argument["premises"]
