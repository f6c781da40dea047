"""Mermaid: a flowchart that any text leaves whole. Checked by hand against the parser of mermaid 11.17."""

from __future__ import annotations

import re

from coldwater.model import from_accepted_data
from coldwater.render import digest, digest_in
from coldwater.render.exchange.mermaid import mermaid_text
from coldwater.render.reading.focus import part
from render.format_samples import BRIDGE, hostile_map

NODE = r'n\d+(\["|\(\[")(<[/a-z]+>|#\d+;|[\w ,.?!\'’‘“”…–—+])*("\]|"\]\)):::\w+'
LINES = re.compile(
    rf"%% .*|flowchart BT|  accTitle: [\w ,.?!’]+| +{NODE}|  subgraph p\d+\[\"#38;\"\]|    direction LR|  end"
    r"|  [np]\d+ (-->|---|-\.-|-\.-x|-\.-o|x-\.-x) n\d+|  (linkStyle|classDef|style) \w+ [\w#:,. -]+|"
)


def test_a_small_map_is_written_from_the_thesis_down() -> None:
    text = mermaid_text(from_accepted_data(BRIDGE))
    assert '  n0["The town should<br/>rebuild the bridge."]:::thesis' in text
    assert '(["<b>#43;</b> SUPPORTS <b>Safety</b>"]):::supportsStep' in text
    assert re.search(r"\n  n\d+ -\.-o n\d+\n", text)
    assert re.search(r"\n  n\d+ x-\.-x n\d+\n", text)
    assert digest_in(text.encode()) == digest(from_accepted_data(BRIDGE))


def test_no_text_gets_out_of_its_quotes() -> None:
    lines = mermaid_text(hostile_map()).split("\n")
    assert [line for line in lines if not LINES.fullmatch(line)] == []


def test_what_was_left_out_is_said() -> None:
    assert "<small>#43;1 more</small>" in mermaid_text(part(from_accepted_data(BRIDGE), depth=1))
