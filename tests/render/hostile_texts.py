"""Texts that try to be something else than text, for every field that a drawing shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from render.drawing_samples import attacks, make_map, supports

if TYPE_CHECKING:
    from coldwater.model.models import Map

HOSTILE = [
    "<script>alert(1)</script>",
    "]]> &amp; &#0; & < > \" '",
    "</style></svg><svg onload='x'>",
    "javascript:alert(1)",
    "left \u202eright\u2066 \u200f\u061c hidden \u00ad\U000e0041",
    "nul \x00 bell \x07 escape \x1b[31m c1 \x9b31m del \x7f",
    "lone \ud800 surrogate \udfff and \uffff \ufffe \U0001ffff",
    "line\nline\r\nline\tline\u2028line",
    "x" * 10_000,
    "ends with a backslash\\",
    "<b>bold</b>",
    "<<TABLE><TR><TD>x</TD></TR></TABLE>>",
    '\\N \\G \\l \\" \\\\',
    "字" * 300,
    "e\u0301" * 200,
    " \u3000 ",
    "%(x)s {x} $x",
]


def in_every_field(text: str) -> Map:
    """Put a text into every field that a drawing shows."""
    cites = [{"source": "s", "locator": text, "quote": text}]
    said = {"cites": cites, "note": text, "tags": [text]}
    claims = {
        "t": {"text": text, **said},
        "a": {"text": text, "implicit": True, "contradicts": ["b"], **said},
        "b": {"text": text, "note": text},
    }
    arguments = {
        "x": supports("t", "a", title=text, scheme=text, roles={text: "a"}, **said),
        "y": attacks("x", "b", title=text),
        "z": attacks("t", "a"),
    }
    source = {
        "title": text, "author": [text, {"family": text, "given": text}, {"literal": text}], "publisher": text,
        "issued": text, "container-title": text, "URL": text, "grade": text, "note": text, "language": text,
    }  # fmt: skip
    fields = {"title": text, "description": text, "language": text, "sources": {"s": source}}
    return make_map(claims, arguments, **fields)
