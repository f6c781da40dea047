"""The move that takes out: an entry with what hangs on it alone, a premise from an argument, a source from a claim."""

from __future__ import annotations

from coldwater.editing.moves.draft import ARGUMENTS, CLAIMS, NODES, SOURCES
from coldwater.editing.moves.mentions import hand_over, without_source
from coldwater.listing import listed
from coldwater.model import composed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from coldwater.editing.moves.draft import Draft


def remove(draft: Draft) -> None:
    """Take an entry out, or only what connects it with another one (``from``)."""
    if "from" in draft.move:
        _part(draft)
        return
    section = draft.section_of()
    id_ = draft.one_of("id", (section,))
    if section in NODES:
        _remove_node(draft, id_)
    else:
        if section == "sources":
            without_source(draft, id_)
        del draft.data[section][id_]
    for name in ("arguments", "sources", "positions", "questions"):
        if draft.data.get(name) == {}:
            del draft.data[name]


def _part(draft: Draft) -> None:
    """Take a premise out of an argument, or a source from what cites it; both stay in the map."""
    owner = draft.node("from")
    wanted = composed(draft.move["id"])
    if wanted in draft.map.sources and (wanted not in draft.map.claims or owner in draft.map.claims):
        if not without_source(draft, wanted, owner):
            citing = [id_ for id_ in (*draft.map.claims, *draft.map.arguments) if _cites(draft, id_, wanted)]
            others = [{**draft.move, "from": one} for one in citing[:4]]
            draft.refuse(f"`{owner}` does not cite `{wanted}`", *others, why_none="nothing cites it")
        return
    argument = draft.one_of("from", ARGUMENTS)
    premise = draft.one_of("id", CLAIMS + SOURCES)
    premises = draft.names_in("arguments", argument, "premises")
    if premise not in premises:
        named = listed([f"`{one}`{draft.label(one)}" for one in premises], "or")
        instead = [{**draft.move, "id": one} for one in premises if len(premises) > 1]
        reason = f"`{premise}` is no premise of `{argument}`; did you mean {named}?"
        draft.refuse(reason, *instead, why_none="its only premise cannot be taken from it; `remove` takes it out whole")
    if len(premises) == 1:
        other = {"move": "remove", "id": argument}
        reason = f"`{argument}` rests on nothing else than `{premise}`; take the argument out instead"
        draft.refuse(reason, other, why_none="the argument cannot be taken out as the map is")
    draft.entry("arguments", argument)["premises"] = [one for one in premises if one != premise]
    roles = draft.data["arguments"][argument].get("roles", {})
    left = {slot: filler for slot, filler in roles.items() if composed(filler) != premise}
    if len(left) < len(roles):
        draft.put("arguments", argument, "roles", left)


def _cites(draft: Draft, id_: str, source: str) -> bool:
    entry = draft.map.claims.get(id_) or draft.map.arguments[id_]
    return any(one.source == source for one in entry.cites)


def _remove_node(draft: Draft, id_: str) -> None:
    if id_ in draft.map.theses and len(draft.map.theses) == 1:
        others = [one for one in (*draft.map.rivals, *draft.map.claims) if one in draft.map.claims and one != id_]
        instead = [{"move": "thesis", "ids": [one]} for one in others[:2]]
        reason = f"`{id_}` is what the map is about; make another claim the thesis first"
        draft.refuse(reason, *instead, why_none="there is no other claim: a map is about one at least")
    heir = None
    if "to" in draft.move:
        heir = draft.one_of("to", CLAIMS if id_ in draft.map.claims else ARGUMENTS)
        if heir == id_:
            reason = f"what hangs on `{id_}` cannot be handed to itself"
            draft.refuse(reason, draft.without("to"), why_none="what is to take it over is yours to say, by `to`")
        _hand_arguments(draft, id_, heir)
    gone = _falling(draft, id_, has_heir=heir is not None)
    if heir in gone:
        reason = f"`{heir}` hangs on `{id_}` itself and would go with it; hand over to another one"
        draft.refuse(reason, draft.without("to"), why_none="what is to take it over is yours to say, by `to`")
    for name in gone:
        section = "claims" if name in draft.map.claims else "arguments"
        del draft.data[section][name]
    hand_over(draft, dict.fromkeys(gone))


def _hand_arguments(draft: Draft, id_: str, heir: str) -> None:
    """Direct the arguments for and against an entry at another one."""
    for name in draft.graph.incoming(id_):
        for field in ("supports", "attacks"):
            if field in draft.data["arguments"][name]:
                draft.data["arguments"][name][field] = heir


def _falling(draft: Draft, first: str, has_heir: bool) -> dict[str, None]:
    """Give what goes with an entry: what is about it, what rests on it alone, and what is there for it alone."""
    graph, gone = draft.graph, {first: None}
    roots = {*graph.roots}
    waiting = [first]
    while waiting:
        node = waiting.pop()
        following: list[str] = [] if has_heir and node == first else [*graph.incoming(node)]
        if node in graph.claims:
            following += [
                use for use in graph.uses(node) if _all_in(draft.names_in("arguments", use, "premises"), gone)
            ]
        else:
            following += [one for one in graph.premises(node) if one not in roots and _serves_only(draft, one, gone)]
        for one in following:
            if one not in gone:
                gone[one] = None
                waiting.append(one)
    return gone


def _serves_only(draft: Draft, claim: str, gone: dict[str, None]) -> bool:
    """Tell whether a claim serves nothing but what goes, and stands against nothing that stays."""
    return _all_in((*draft.graph.uses(claim), *draft.graph.contraries(claim)), gone)


def _all_in(ids: Iterable[str], gone: dict[str, None]) -> bool:
    return all(one in gone for one in ids)
