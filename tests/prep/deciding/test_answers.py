"""What an argument meets: whether anything speaks against it, or against what it rests on."""

from __future__ import annotations

from prep.small_maps import drawn, inquiry_of


def test_opposed_is_what_has_anything_against_it_somewhere_behind() -> None:
    seen = set[bool]()
    for seed in range(300):
        inquiry = inquiry_of(drawn(seed))
        framework = inquiry.framework
        for node in range(framework.nodes):
            expected = any(framework.cons[one] for one in framework.behind([node]))
            assert (node in inquiry.opposed) == expected, (seed, node)
            seen.add(expected)
    assert seen == {True, False}
