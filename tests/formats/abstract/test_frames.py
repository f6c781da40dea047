"""Frameworks read and written: Dung's labellings on the way in, the map's own verdicts on the way out."""

from __future__ import annotations

from itertools import product
from random import Random
from typing import Any, cast

import pytest

from coldwater import judge
from coldwater.formats import registry
from coldwater.formats.abstract import af, apx, tgf
from coldwater.formats.foreign.imported import Given
from coldwater.formats.foreign.outgoing import Outgoing
from coldwater.formats.foreign.reading import map_of
from formats.whole_maps import cleaned, whole_map
from work import examples

FORMATS = (af, apx, tgf)
each_format = pytest.mark.parametrize("format_", FORMATS, ids=lambda one: one.NAME)
SEMANTICS = ("grounded", "complete", "preferred", "stable")
Labelling = dict[str, str]


def brute_force(count: int, attacks: set[tuple[int, int]]) -> dict[str, set[tuple[str, ...]]]:
    """Give Dung's labellings by trying all: complete by Caminada's conditions, the others from these."""
    complete = []
    for labels in product(("in", "out", "undecided"), repeat=count):
        against = [[labels[one] for one, other in attacks if other == node] for node in range(count)]
        fits = all(
            (label == "in") == all(one == "out" for one in by) and (label == "out") == ("in" in by)
            for label, by in zip(labels, against, strict=True)
        )
        if fits:
            complete.append(labels)
    sets = {labels: {node for node in range(count) if labels[node] == "in"} for labels in complete}
    preferred = {one for one in complete if not any(sets[one] < sets[other] for other in complete)}
    return {
        "grounded": {min(complete, key=lambda one: len(sets[one]))},
        "complete": set(complete),
        "preferred": preferred,
        "stable": {one for one in complete if "undecided" not in one},
    }


def spelt(format_: Any, count: int, attacks: set[tuple[int, int]]) -> bytes:
    """Write a framework by hand; members are called 1 and so on, or a1."""
    pairs = sorted(attacks)
    if format_ is af:
        return "".join([f"p af {count}\n", *(f"{one + 1} {other + 1}\n" for one, other in pairs)]).encode()
    if format_ is apx:
        facts = [f"arg(a{node + 1}).\n" for node in range(count)]
        return "".join([*facts, *(f"att(a{one + 1},a{other + 1}).\n" for one, other in pairs)]).encode()
    lines = [f"a{node + 1}\n" for node in range(count)]
    return "".join([*lines, "#\n", *(f"a{one + 1} a{other + 1}\n" for one, other in pairs)]).encode()


def labellings(data: dict[str, Any] | None, semantics: str, of: list[str]) -> set[tuple[str, ...]]:
    """Give what coldwater makes of a map, for some of its claims and arguments."""
    map_ = map_of(data)
    assert map_ is not None
    found = judge.evaluate(map_, semantics).labellings
    return {tuple(one.verdicts()[id_].verdict for id_ in of) for one in found}


@each_format
def test_a_framework_has_dungs_labellings(format_: Any) -> None:
    for seed in range(examples(40)):
        random = Random(seed)  # noqa: S311 - nothing is secret
        count = random.randint(1, 5)
        attacks = {(random.randrange(count), random.randrange(count)) for _ in range(random.randint(0, 7))}
        read = format_.read(Given("x", spelt(format_, count, attacks)))
        assert read.counts.claims == count
        assert read.counts.attacks == len(attacks)
        ids = list(read.data["claims"])
        for semantics, expected in brute_force(count, attacks).items():
            assert labellings(read.data, semantics, ids) == expected, (seed, semantics)


@each_format
def test_a_framework_comes_back_as_it_was(format_: Any) -> None:
    for seed in range(examples(40)):
        random = Random(seed)  # noqa: S311
        count = random.randint(1, 12)
        attacks = {(random.randrange(count), random.randrange(count)) for _ in range(random.randint(0, 20))}
        data = spelt(format_, count, attacks)
        read = format_.read(Given("x", data))
        map_ = map_of(read.data)
        assert map_ is not None
        written = format_.write(Outgoing(map_, read.data)).data
        bare = [line for line in written.decode().splitlines() if line[:2] not in ("# ", "% ")]
        assert sorted(bare) == sorted(data.decode().splitlines())


@pytest.mark.parametrize(("format_", "data"), [(af, b"p af 0\n"), (apx, b""), (tgf, b"#\n")])
def test_a_framework_of_nothing_stays_one(format_: Any, data: bytes) -> None:
    read = format_.read(Given("x", data))
    map_ = map_of(read.data)
    assert map_ is not None
    assert format_.write(Outgoing(map_, read.data)).data.strip() == data.strip()


@pytest.mark.parametrize(
    ("pairs", "semantics", "expected"),
    [
        ("ab bc", "grounded", "in out in"), ("aa", "grounded", "undecided"),
        ("aa ab", "preferred", "undecided undecided"),
        ("aa", "stable", None), ("ab ba", "grounded", "undecided undecided"), ("ab bc ca", "stable", None),
        ("ab bc ca", "preferred", "undecided undecided undecided"), ("ab ba bb", "stable", "in out"),
    ],
)  # fmt: skip
def test_chains_and_circles_have_the_labels_of_the_textbook(pairs: str, semantics: str, expected: str | None) -> None:
    facts = [f"arg({one})." for one in sorted(set(pairs) - {" "})]
    facts += [f"att({pair[0]},{pair[1]})." for pair in pairs.split()]
    read = apx.read(Given("x.apx", "\n".join(facts).encode()))
    assert read.data is not None
    wanted = set() if expected is None else {tuple(expected.split())}
    assert labellings(read.data, semantics, list(read.data["claims"])) == wanted


@each_format
def test_what_is_written_has_the_verdicts_of_the_map(format_: Any) -> None:
    for seed in range(examples(40)):
        data = cleaned(whole_map(seed, plain=seed % 3 == 0, size=6))
        map_ = map_of(data)
        assert map_ is not None
        written = format_.write(Outgoing(map_, data))
        back = registry.read(format_, Given("x", written.data))
        ids = list(map_.claims)
        there = ids if format_ is not af else [_id_of(back.data, id_, map_.claims[id_].text) for id_ in ids]
        for semantics in ("grounded", "complete", "preferred"):
            assert labellings(back.data, semantics, there) == labellings(data, semantics, ids), (seed, semantics)


def _id_of(data: dict[str, Any] | None, id_: str, _: str) -> str:
    assert data is not None
    return id_ if id_ in data["claims"] else f"{id_}-2"


ODD = {
    af: (b"p af 2\n1 2\n\n2 1\n", b"c old\np af 2 2\n1 -2 0\n", b"p af 2\n1 3\nx\n1 2\n", b"# first\np af 0\n"),
    apx: (b"arg(a). arg(b).att( a , b ).", b"% c\narg(a)\natt(a,z).", b'arg("x y").val(a,3).', b"att(r1,a,b).\n!!\n"),
    tgf: (b"a\nb\n#\na b +\n", b"a one\na two\n#", b"#\na b", b"a\r\nb\r\n#\r\na b"),
}


@pytest.mark.parametrize(("format_", "data"), [(one, data) for one, many in ODD.items() for data in many])
def test_odd_files_are_read(format_: Any, data: bytes) -> None:
    read = registry.read(format_, Given("x", data))
    assert map_of(read.data) is not None


@pytest.mark.parametrize(
    ("data", "says"),
    [(b"", "there is no line"), (b"hello\n", "the first line must say"), (b"p aba 3\n", "assumption-based"),
     (b"p af 99999999\n", "1,000,000")],
)  # fmt: skip
def test_what_is_no_framework_is_refused(data: bytes, says: str) -> None:
    read = registry.read(cast("registry.Format", af), Given("x.af", data))
    assert read.data is None
    assert says in read.spots[0].message
