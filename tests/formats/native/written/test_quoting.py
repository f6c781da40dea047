"""Quotes round a text: YAML reads just what was typed, and only marks are put in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coldwater.formats.native.splices import splice
from coldwater.formats.native.written.quoting import folded, quote_marks
from coldwater.formats.native.yaml_text import read_yaml

words = st.text("ab\"'\\#:,[]{}&*!|>%@`-? é水", min_size=1, max_size=12).map(str.strip).filter(bool)


@given(st.lists(words, min_size=1, max_size=4), st.booleans())
def test_what_is_in_quotes_is_read_as_it_was_typed(lines: list[str], in_flow: bool) -> None:
    head, foot = ("{k: ", "}") if in_flow else ("k: ", "\n")
    text, spans = head, []
    for number, line in enumerate(lines):
        text += "\n  " if number else ""
        spans.append((len(text), len(text) + len(line)))
        text += line
    marks = quote_marks(text + foot, spans)
    assert all(one.start == one.end for one in marks)
    assert len({one.start for one in marks}) == len(marks)
    assert read_yaml(splice(text + foot, marks)).data == {"k": folded(lines)}
