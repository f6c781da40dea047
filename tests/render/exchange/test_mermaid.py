"""Mermaid: a flowchart that any text leaves whole. Checked by hand against the parser of mermaid 11.17."""

from __future__ import annotations

import re

from coldwater.model import from_accepted_data
from coldwater.render import digest, digest_in
from coldwater.render.exchange.mermaid import mermaid_text
from coldwater.render.reading.focus import part
from coldwater.render.reading.verdicts import judge
from render.format_samples import BRIDGE, hostile_map
from render.verdict_samples import every_reason

NODE = r'n\d+(\["|\(\[")(<[/a-z]+>|#\d+;|[\w ,.?!\'’‘“”…–—+])*("\]|"\]\)):::\w+'
LINES = re.compile(
    rf"%% .*|flowchart BT|  acc(Title|Descr): [\w ,.?!’]+| +{NODE}|  subgraph p\d+\[\"#38;\"\]|    direction LR|  end"
    r"|  [np]\d+ (-->|---|-\.-|-\.-x|-\.-o|x-\.-x) n\d+|  (linkStyle|classDef|style) \w+ [\w#:,. -]+"
    r"|  class n\d+(,n\d+)* (stands|falls|undecided)|"
)


def test_a_small_map_is_written_from_the_thesis_down() -> None:
    text = mermaid_text(from_accepted_data(BRIDGE))
    held = "<br/><small>accepted by The mayor</small>"
    assert f'  n0["The town should<br/>rebuild the bridge.{held}"]:::thesis' in text
    assert '(["<b>#43;</b> SUPPORTS <b>Safety</b>"]):::supportsStep' in text
    assert re.search(r"\n  n\d+ -\.-o n\d+\n", text)
    assert re.search(r"\n  n\d+ x-\.-x n\d+\n", text)
    assert digest_in(text.encode()) == digest(from_accepted_data(BRIDGE))


def test_no_text_gets_out_of_its_quotes() -> None:
    for verdicts in (None, judge(hostile_map(), "c0")):
        lines = mermaid_text(hostile_map(), verdicts=verdicts).split("\n")
        assert [line for line in lines if not LINES.fullmatch(line)] == []


def test_verdicts_are_words_and_classes_and_broad_lines() -> None:
    map_ = every_reason()
    verdicts = judge(map_, map_.thesis)
    text = mermaid_text(map_, verdicts=verdicts)
    for word, mark in (("stands", "#10003;"), ("falls", "#10007;"), ("undecided", "?")):
        of_the_class = re.search(rf"^  class (.+) {word}$", text, re.MULTILINE)
        assert of_the_class is not None
        for key in of_the_class[1].split(","):
            assert re.search(rf"^ +{key}\W.*<b>{re.escape(mark)} {word}</b>", text, re.MULTILINE)
    assert "  accDescr: Semantics grounded. Proof standard preponderance alpha 0.5" in text
    steps = [way for way in verdicts.ways if way[0] in map_.arguments]
    with_premises = {decided for one, decided in verdicts.ways if one in map_.claims}
    assert text.count("stroke-width:5px") == len(steps) + len(with_premises)


def test_what_was_left_out_is_said() -> None:
    assert "<small>#43;1 more</small>" in mermaid_text(part(from_accepted_data(BRIDGE), depth=1))
