"""Maps to draw: the smallest, the usual, the twisted, the large, the hostile."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from coldwater.model import from_accepted_data

if TYPE_CHECKING:
    from coldwater.model.models import Map


def make_map(claims: dict[str, Any], arguments: dict[str, Any] | None = None, **fields: Any) -> Map:
    """Give a map; its first claim is the thesis unless said otherwise."""
    data = {"argmap": 1, "title": "A map", "thesis": next(iter(claims)), "claims": claims, "arguments": arguments or {}}
    return from_accepted_data({**data, **fields})


def supports(target: str, *premises: str, **fields: Any) -> dict[str, Any]:
    return {"premises": list(premises), "supports": target, **fields}


def attacks(target: str, *premises: str, **fields: Any) -> dict[str, Any]:
    return {"premises": list(premises), "attacks": target, **fields}


BRIDGE: dict[str, Any] = {
    "argmap": 1,
    "title": "Should the bridge be rebuilt?",
    "thesis": "rebuild",
    "language": "en",
    "description": "The council's debate.",
    "sources": {
        "survey": {
            "title": "Bridge survey 2025",
            "type": "report",
            "author": ["City Engineer", {"family": "Toulmin", "given": "Stephen"}],
            "issued": "2025-03-01",
            "container-title": "Civil Works",
        },
        "budget": {"title": "Budget", "issued": 2024},
    },
    "claims": {
        "rebuild": "The town should rebuild the bridge.",
        "cracks": {"text": "The main girder is cracked.", "cites": [{"source": "survey", "locator": "p. 4"}]},
        "unsafe": {"text": "A bridge with a cracked main girder is unsafe.", "implicit": True},
        "costly": {"text": "Rebuilding costs three yearly budgets.", "cites": [{"source": "budget"}]},
        "grant": "The state pays four fifths of the cost.",
    },
    "arguments": {
        "safety": {"premises": ["cracks", "unsafe"], "supports": "rebuild", "title": "Unsafe girder", "strength": 1},
        "money": {"premises": ["costly"], "attacks": "rebuild"},
        "funded": {"premises": ["grant"], "attacks": "money"},
    },
}


def _cited(text: str, source: str | None = None, **fields: Any) -> dict[str, Any]:
    return {"text": text, **fields, **({"cites": [{"source": source}]} if source else {})}


def alliance() -> Map:
    """Give the map of the look picture."""
    titles = [
        "Treaty text or alliance theory: abandonment and entrapment (Snyder 1984)",
        "Published US treaty and basing agreements in East Asia",
        "Open-source fleet inventories (illustrative)",
        "Customs and pipeline statistics (illustrative)",
        "Sino-North Korean Treaty, 11 July 1961, Art. II",
        "Eurostat, US Census and China Customs trade series",
    ]
    claims: dict[str, Any] = {
        "T": "China should conclude a formal alliance with Russia.",
        "C1": _cited(
            "A binding mutual-defence pact would make any attack on either state far costlier to contemplate.", "s1"
        ),
        "C2": _cited("China faces a tightening ring of US alliances and cannot match it alone.", "s2"),
        "C3": _cited("A treaty would lock in overland oil, gas and grain that no navy can interdict.", "s4"),
        "C4": _cited("An alliance obliges China to back Russia in wars it did not choose.", "s1"),
        "C5": _cited("Russia is at war and likely to remain in conflict with the West."),
        "C6": _cited("China’s trade with the EU and the US is several times its trade with Russia.", "s6"),
        "C7": _cited("A formal pact would invite sanctions that put that trade at risk.", implicit=True),
        "C8": _cited("Trade lost to sanctions is not easily won back.", implicit=True),
        "C9": _cited("Nuclear forces and geography already deter an attack on the mainland."),
        "C10": _cited("The likely crisis is over Taiwan, where Russia could add little at sea.", "s3"),
        "C11": _cited("A defensive clause with consultation, as in 1961 with Pyongyang, limits the duty.", "s5"),
    }
    arguments = {
        "deter": supports("T", "C1", "C2", title="Deterrence"),
        "supply": supports("T", "C3", title="Secure rear and supply"),
        "trap": attacks("T", "C4", "C5", title="Entrapment"),
        "cost": attacks("T", "C6", "C7", "C8", title="Economic cost"),
        "balance": attacks("C2", "C9", title="Balance already holds"),
        "scenario": attacks("deter", "C10", title="Wrong scenario"),
        "drafting": attacks("C4", "C11", title="Drafting can limit it"),
    }
    sources = {f"s{number}": {"title": title} for number, title in enumerate(titles, 1)}
    title = "Sino-Russian alliance: the case for and against"
    return make_map(claims, arguments, title=title, sources=sources, language="en")


def twisted() -> Map:
    """Shared premises, contradictions, circles, the thesis as a premise, self-attacks, orphans, dangling references."""
    claims: dict[str, Any] = {
        "t": "Taxes on sugar should rise.",
        "a": "Sugar harms public health.",
        "b": {"text": "The tax lowers consumption.", "contradicts": ["d"]},
        "c": "The tax falls on the poor.",
        "d": "Demand for sugar does not react to prices.",
        "e": "People trust the health ministry.",
        "f": "The ministry's figures are honoured by doctors.",
        "o": {"text": "Honey is sweet.", "contradicts": ["lone", "o"]},
        "lone": "Honey is not sweet.",
    }
    arguments = {
        "h": supports("t", "a", "b", title="Health"),
        "i": attacks("t", "c", "d", title="Unfair and useless"),
        "j": attacks("i", "b", title="It does work"),
        "k": supports("f", "e", title="Trust"),
        "l": supports("e", "f", title="Figures"),
        "m": supports("a", "e", title="Ministry says so"),
        "n": attacks("b", "d", title="Inelastic"),
        "s": attacks("c", "t", title="Self-serving"),
        "z": attacks("z", "o", title="Bites itself"),
        "own": attacks("lone", "lone", title="Refutes itself"),
        "back": supports("h", "nowhere", title="Backed by nothing"),
    }
    return make_map(claims, arguments, title="Shared premise, contradiction, circle", shape="graph")


def plain_twist() -> Map:
    """One shared premise, one contradiction, one circle: a graph as people write them."""
    claims: dict[str, Any] = {
        "t": "Taxes on sugar should rise.",
        "a": "Sugar harms public health.",
        "b": {"text": "The tax lowers consumption.", "contradicts": ["d"]},
        "c": "The tax falls on the poor.",
        "d": "Demand for sugar does not react to prices.",
        "e": "Doctors say so.",
    }
    arguments = {
        "h": supports("t", "a", "b", title="Health"),
        "i": attacks("t", "c", "d", title="Unfair and useless"),
        "m": supports("a", "e", title="Doctors"),
        "r": supports("d", "e", title="Doctors again"),
    }
    return make_map(claims, arguments, title="A shared premise and a contradiction", shape="graph")


def tongues() -> Map:
    """Chinese and Russian."""
    claims: dict[str, Any] = {
        "t": "中国应当与俄罗斯缔结正式的同盟条约。",
        "a": _cited("具有约束力的共同防御条约，将使任何国家对两国中任何一方的攻击都要付出高得多的代价。", "s"),
        "b": "Россия воюет и, вероятно, надолго останется в противостоянии с Западом.",
        "c": _cited("俄罗斯（尤其是西伯利亚）的资源，对中国“非常重要”。", implicit=True),
    }
    arguments = {"x": supports("t", "a", "c", title="威慑作用"), "y": attacks("t", "b", title="Втягивание в войну")}
    sources = {"s": {"title": "外交政策研究（二〇一七年）", "author": ["王小明"]}}
    return make_map(claims, arguments, title="中国是否应当与俄罗斯正式结盟？", language="zh-Hans", sources=sources)


def forty() -> Map:
    """One thesis and forty attackers."""
    claims = {"t": "Everything is fine."} | {f"c{n}": f"Reason {n} why it is not fine at all." for n in range(40)}
    return make_map(claims, {f"a{n}": attacks("t", f"c{n}", title=f"Objection {n}") for n in range(40)})


def mixed_fan() -> Map:
    """Twenty attackers and nine supporters of one thesis, and branches among them."""
    claims: dict[str, Any] = {"t": "The harbour should be dredged."}
    arguments: dict[str, Any] = {}
    for number in range(32):
        claims[f"c{number}"] = f"Point {number} about the harbour, its ships, and what they are worth to the town."
        make = attacks if number < 20 else supports
        arguments[f"a{number}"] = make("t", f"c{number}", title=f"Point {number}")
    for number in (3, 21, 25):
        claims[f"d{number}"] = "Nobody has measured this since the war."
        arguments[f"b{number}"] = attacks(f"c{number}", f"d{number}", title="Unmeasured")
    claims["u"] = "That is beside the point."
    arguments["beside"] = attacks("a5", "u", title="Beside the point")
    return make_map(claims, arguments, title="Dredging")


def chain(length: int) -> Map:
    """Give a chain of so many arguments."""
    claims = {f"c{number}": f"Claim {number} says that one thing follows from another." for number in range(length + 1)}
    arguments = {
        f"a{number}": (supports if number % 3 else attacks)(f"c{number}", f"c{number + 1}", title=f"Step {number}")
        for number in range(length)
    }
    return make_map(claims, arguments, title="A chain")


_WORDS = ["the", "fleet", "would", "need", "a", "decade", "of", "steady", "funding", "before", "any", "port", "could"]
_WORDS += ["refit", "larger", "hulls", "and", "that", "money", "is", "already", "promised", "to", "rail", "schools"]


def random_map(seed: int, size: int, tangle: float = 0.0) -> Map:
    """Give a tree of about ``size`` claims; ``tangle`` is the share of arguments that are bent into a graph."""
    rng = random.Random(seed)  # noqa: S311

    def say(low: int, high: int) -> str:
        return " ".join(rng.choice(_WORDS) for _ in range(rng.randint(low, high))).capitalize()

    claims: dict[str, Any] = {"t": "The coastal states should build one common shipyard."}
    arguments: dict[str, Any] = {}
    while len(claims) < size:
        number = len(arguments)
        old = list(claims)
        targets = [*old[-12:], *old[:2]] + ([f"a{rng.randrange(number)}"] if number else [])
        premises = []
        for _ in range(rng.choice((1, 1, 2, 2, 3))):
            name = f"c{len(claims)}"
            claims[name] = _cited(say(5, 18) + ".", implicit=rng.random() < 0.2)
            premises.append(name)
        if rng.random() < tangle:
            premises.append(rng.choice(old))
        target = rng.choice([*old, *arguments, f"a{number}"]) if rng.random() < tangle else rng.choice(targets)
        make = supports if rng.random() < 0.5 else attacks
        arguments[f"a{number}"] = make(target, *dict.fromkeys(premises), title=say(2, 4), strength=rng.random())
        if rng.random() < tangle / 2:
            claims[rng.choice(old)] = _cited(say(3, 6) + ".", contradicts=[rng.choice(old)])
    return make_map(claims, arguments, title="A common shipyard")


def all_samples() -> dict[str, Map]:
    """Every kind of map, by name."""
    return {
        "bridge": from_accepted_data(BRIDGE),
        "alliance": alliance(),
        "twisted": twisted(),
        "plain_twist": plain_twist(),
        "tongues": tongues(),
        "one": make_map({"t": "This stands alone."}, title="One claim"),
        "forty": forty(),
        "mixed_fan": mixed_fan(),
        "chain": chain(30),
        "tree": random_map(4, 60),
        "small_tree": random_map(7, 12),
        "tangle": random_map(5, 40, 0.4),
        "small_tangle": random_map(6, 12, 0.5),
        "no_thesis": make_map({"a": "A claim.", "b": "Another."}, {"x": attacks("a", "b")}, thesis="gone"),
    }
