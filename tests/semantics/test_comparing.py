"""What a force is weighed against, read off a framework and, where only whether matters, off the graph (CW210)."""

from __future__ import annotations

from coldwater.rules import idle_number
from coldwater.rules.subject import Subject
from coldwater.semantics.comparing import Comparisons
from coldwater.semantics.compiling import compile_map, compile_under
from coldwater.semantics.grounded import grounded
from coldwater.semantics.standards import STANDARDS
from work import examples

from .numbered_maps import random_numbered_map
from .random_maps import seeded
from .reading import map_of


def test_a_strength_is_idle_where_it_is_weighed_against_nothing() -> None:
    seen = 0
    for seed in range(examples(600)):
        map_ = map_of(random_numbered_map(seeded(seed)))
        subject = Subject(map_)
        if len(subject.connected) < len(map_.claims) + len(map_.arguments):
            continue  # comparisons at what does not reach a root count for nothing there
        comparisons = Comparisons(map_, compile_map(map_), map_.weighing)
        numbers = comparisons.framework.numbers
        expected = {
            name
            for name, argument in map_.arguments.items()
            if argument.strength is not None and not comparisons.of_strength(numbers[name])
        }
        found = {flaw.pointer[1] for flaw in idle_number.check(subject) if flaw.pointer[0] == "arguments"}
        assert found == expected, seed
        seen += bool(expected)
    assert seen > 10


def test_under_each_standard_a_map_is_compiled_as_it_is_alone() -> None:
    for seed in range(examples(200)):
        map_ = map_of(random_numbered_map(seeded(seed)))
        for standard, one in zip(STANDARDS, compile_under(map_, STANDARDS, {}), strict=True):
            alone = compile_map(map_, standard, is_fixed=True)
            assert (one.pros, one.cons, one.parts, one.base) == (alone.pros, alone.cons, alone.parts, alone.base)
            assert (one.owners, grounded(one)) == (alone.owners, grounded(alone)), seed
