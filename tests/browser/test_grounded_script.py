"""The page's own evaluation gives what Python's gives: verdicts, reasons, and what decided what, on random maps."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest

from browser.conftest import steps_in
from browser.random_maps import random_map, random_overrides
from browser.viewer_maps import article, bridge, chain, grown, library, star
from coldwater.model import from_accepted_data
from coldwater.model.models import Map
from coldwater.render.reading.verdicts import Verdicts, judge
from coldwater.render.scene.staging import stage
from coldwater.render.viewer import page
from coldwater.render.viewer.judging import judging, roomy
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.deciding import deciders
from coldwater.semantics.evaluation import AS_WRITTEN, Evaluation, Overrides
from coldwater.semantics.labelling import WORDS
from coldwater.semantics.resting import Resting
from coldwater.semantics.tallies import tally, tie_of
from semantics.numbered_maps import random_numbered_map
from work import examples

_SCRIPTS = Path(page.__code__.co_filename).parent / "scripts"
_SCRIPT = "\n".join((_SCRIPTS / name).read_text(encoding="utf-8") for name in ("0_grounded.js", "0_weights.js"))
_HARNESS = """
window.judged = (cases) => cases.map(({ framework: data, rejected, granted, root, shown }) => {
  const framework = readFramework(data);
  const evaluation = evaluate(framework, rejected, granted);
  const nodes = Array.from({ length: shown }, (_, node) => node);
  const sorted = (given) => [...given].sort((one, other) => one - other);
  return {
    labels: nodes.map((node) => evaluation.labels[node]),
    reasons: nodes.map((node) => reasonOf(evaluation, node)),
    deciders: nodes.map((node) => sorted(decidersOf(evaluation, node))),
    forces: forcesOf(evaluation).slice(0, shown),
    spoken: nodes.map((node) => spokenOf(evaluation, node)),
    equal: nodes.map((node) => (reasonOf(evaluation, node) === "tied" ? equalForce(evaluation, node) : null)),
    ways: Object.fromEntries([...waysFrom(evaluation, root)].map(([node, deciders]) => [node, sorted(deciders)])),
  };
});
window.went_through = ({ framework: data, rejected, granted, root, shown }) => {
  const evaluation = evaluate(readFramework(data), rejected, granted);
  for (let node = 0; node < shown; node++) reasonOf(evaluation, node);
  waysFrom(evaluation, root);
};
"""
MAPS = examples(1500)
_AT_A_TIME = examples(500)


@pytest.fixture(scope="module")
def harness(browser: Any) -> Any:
    """Give a page that holds the script and nothing else."""
    opened = browser.new_page()
    opened.set_content(f"<script>(() => {{ {_SCRIPT} {_HARNESS} }})();</script>")
    yield opened
    opened.close()


def case_of(map_: Map, verdicts: Verdicts, numbers: dict[str, int]) -> dict[str, Any]:
    """Give what the page is given."""
    thesis = next(card for card in stage(map_, verdicts=roomy(verdicts)).cards.values() if card.is_thesis)
    data = judging(verdicts, numbers, thesis, shows_verdicts=True)
    kept = {name: data[name] for name in ("framework", "rejected", "granted")}
    return json.loads(json.dumps({**kept, "root": numbers[map_.thesis], "shown": len(numbers)}))  # type: ignore[no-any-return]


def expected(map_: Map, verdicts: Verdicts, numbers: dict[str, int]) -> dict[str, Any]:
    """Give what Python says, by the page's numbers.

    Deciders by number: a framework in which any claim may be granted need not have equals in the same order.
    """
    labelling = verdicts.evaluation.labellings[0]
    framework = labelling.framework
    names = sorted(numbers, key=numbers.__getitem__)
    ways: dict[str, list[int]] = {str(numbers[map_.thesis]): []}
    for decider, decided in verdicts.ways:
        ways.setdefault(str(numbers[decider]), [])
        ways.setdefault(str(numbers[decided]), []).append(numbers[decider])
    return {
        "labels": [WORDS.index(verdicts.of[name].verdict) for name in names],
        "reasons": [verdicts.of[name].reason for name in names],
        "deciders": [
            sorted(numbers[framework.names[decider]] for decider in deciders(labelling, framework.numbers[name]))
            for name in names
        ],
        "forces": [labelling.forces[framework.numbers[name]] for name in names],
        "spoken": [spoken_of(verdicts.evaluation, name) for name in names],
        "equal": [getattr(tie_of(map_, labelling, name), "equal", None) for name in names],
        "ways": {node: sorted(found) for node, found in ways.items()},
    }


def spoken_of(evaluation: Evaluation, name: str) -> dict[str, Any]:
    """Give what speaks on either side of a claim or step, as the script gives it."""
    framework = evaluation.framework
    node = framework.numbers[name]
    about = framework.steps.get(node, node)
    of_pros, of_cons = (tally(evaluation, side(about)) for side in (framework.supporters, framework.opponents))
    ground = framework.grounds.get(about)
    pros, cons = (
        {"standing": one.standing, "undecided": one.undecided, "number": one.number, "force": one.force,
         "mayHave": one.may_have}
        for one in (of_pros, of_cons)
    )  # fmt: skip
    resting = Resting(name, evaluation.verdicts[name].verdict, of_pros, of_cons, ground, False, None, None, None, None)
    return {"pros": pros, "cons": cons, "ground": ground, "isWeighed": resting.is_weighed}


def shuffled(map_: Map, random: Random) -> dict[str, int]:
    """Give claims and arguments numbers in any order; a page does so in reading order."""
    names = [*map_.claims, *map_.arguments]
    random.shuffle(names)
    return {name: number for number, name in enumerate(names)}


def test_the_script_agrees_with_python_on_random_maps(harness: Any) -> None:
    random = Random(20261124)  # noqa: S311
    seen: Counter[str] = Counter()
    for _ in range(MAPS // _AT_A_TIME):
        asked = []
        for _ in range(_AT_A_TIME):
            map_ = random_map(random)
            verdicts = judge(map_, map_.thesis, random_overrides(map_, random))
            asked.append((map_, verdicts, shuffled(map_, random)))
        answers = harness.evaluate("(cases) => judged(cases)", [case_of(*one) for one in asked])
        for (map_, verdicts, numbers), answer in zip(asked, answers, strict=True):
            wanted = expected(map_, verdicts, numbers)
            assert answer == wanted, (map_, verdicts.circumstances)
            seen.update(wanted["reasons"])
    assert len(seen) == 13  # every reason there is, and none of them seldom
    assert min(seen.values()) > MAPS // 200


def test_the_script_agrees_with_python_on_maps_with_numbers(harness: Any) -> None:
    """Credences, sourced facts, ways of weighing; claims and arguments overruled, so that levels are granted, too."""
    random = Random(20261130)  # noqa: S311
    lent = 0
    asked = []
    for _ in range(examples(600)):
        map_ = from_accepted_data(random_numbered_map(random, 8, 10))
        verdicts = judge(map_, map_.thesis, random_overrides(map_, random))
        numbers = shuffled(map_, random)
        case = case_of(map_, verdicts, numbers)
        lent += bool(compile_map(map_).lent) and bool(case["granted"])
        asked.append((map_, verdicts, numbers, case))
    answers = harness.evaluate("(cases) => judged(cases)", [case for *_, case in asked])
    for (map_, verdicts, numbers, _), answer in zip(asked, answers, strict=True):
        assert answer == expected(map_, verdicts, numbers), (map_, verdicts.circumstances)
    assert lent > examples(4)


@pytest.mark.parametrize(
    "make", [article, bridge, library, lambda: chain(3000), lambda: star(600), lambda: grown(1200)]
)
def test_it_agrees_on_maps_as_people_write_them_and_on_large_ones(harness: Any, make: Any) -> None:
    map_ = make()
    random = Random(7)  # noqa: S311
    numbers = shuffled(map_, random)
    leaf = random.choice(sorted(map_.claims))
    for overrides in (AS_WRITTEN, Overrides((leaf,))):
        verdicts = judge(map_, map_.thesis, overrides)
        [answer] = harness.evaluate("(cases) => judged(cases)", [case_of(map_, verdicts, numbers)])
        assert answer == expected(map_, verdicts, numbers)


def test_a_large_map_is_judged_in_a_blink(harness: Any) -> None:
    map_ = grown(5000)
    case = case_of(map_, judge(map_, map_.thesis), shuffled(map_, Random(1)))  # noqa: S311
    taken = steps_in(harness, "(given) => went_through(given)", case)
    assert 5_000 < taken < 1_000_000  # 250,000 are usual; what goes over all nodes for each takes 25 million
