"""Which file that came is one that is gone: equal content first, then the most alike, each once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coldwater.review.moves import find_moves

_TEXTS = st.lists(st.sampled_from("abcdef"), max_size=6).map(lambda words: "\n".join(words).encode())
_FILES = st.dictionaries(st.sampled_from("pqrs"), _TEXTS, max_size=4)


@given(_FILES, _FILES)
def test_each_is_taken_once_and_equal_content_comes_first(gone: dict[str, bytes], others: dict[str, bytes]) -> None:
    come = {f"new/{name}": data for name, data in others.items()}
    moves = find_moves(gone, come)
    assert moves.keys() <= come.keys()
    assert len(set(moves.values())) == len(moves)
    assert set(moves.values()) <= gone.keys()
    for data in set(gone.values()) & set(come.values()):
        pairs = min(list(gone.values()).count(data), list(come.values()).count(data))
        assert sum(come[new] == gone[old] == data for new, old in moves.items()) == pairs
    assert find_moves(dict(reversed(gone.items())), dict(reversed(come.items()))) == moves


def test_half_of_the_larger_one_must_stand_in_both() -> None:
    gone = {"a": b"one\ntwo\nthree\nfour\n"}
    assert find_moves(gone, {"b": b"one\ntwo\nthree\n4444\n"}) == {"b": "a"}
    assert find_moves(gone, {"b": b"one\n"}) == {}
    assert find_moves(gone, {"b": b"one\ntwo\nthree\n3\n", "c": b"one\ntwo\nthree\nfour\n5\n"}) == {"c": "a"}
    assert find_moves({}, {"b": b""}) == find_moves(gone, {}) == {}
