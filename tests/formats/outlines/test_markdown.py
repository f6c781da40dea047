"""Markdown: what coldwater writes comes back and shows as it is; headings and lists that people write are read."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from cmarkgfm import github_flavored_markdown_to_html
from hypothesis import given, settings

from coldwater.formats.foreign.texts import cleaned
from coldwater.formats.outlines.inline import plain_inline
from coldwater.printable import printable
from formats.given import damaged, data_of, lost, messages, read, recognised, relations, write
from formats.outlines.less_losses import as_read, less_losses
from formats.outlines.test_outline import outlined
from work import assert_grows_evenly, ends, examples

WRITTEN = """# The tram

Should the town keep it?

## Money

- Pro: It is [cheap](https://example.org/a).
- Con: The **wires** are old.
  - but they can be renewed

## Con

1. It squeals
"""


def test_headings_are_tags_or_tell_the_side_and_links_are_sources() -> None:
    assert recognised(WRITTEN, "tram.md") == "markdown"
    data = data_of("markdown", WRITTEN)
    assert (data["title"], data["description"]) == ("The tram", "Should the town keep it?")
    assert data["thesis"] == "tram"
    assert relations(data) == {
        (("cheap",), "supports", "tram"), (("wires-old",), "attacks", "tram"),
        (("they-can-renewed",), "attacks", "wires-old"), (("squeals",), "attacks", "tram"),
    }  # fmt: skip
    assert data["claims"]["cheap"] == {
        "text": "It is cheap.", "tags": ["Money"], "cites": [{"source": "example.org"}],
    }  # fmt: skip
    assert messages(read("markdown", WRITTEN)) == [
        "1 name of a group is taken for tags of what they head, not for claims: `Money`"
    ]


def test_headings_that_say_something_are_theses() -> None:
    data = data_of(
        "markdown", "# The tram\n\n## We should keep the tram.\n- Pro: quiet\n\n## We should sell it off.\n- Con: no\n"
    )
    assert data["thesis"] == ["we-should-keep-tram", "we-should-sell-off"]


def test_plus_and_minus_tell_sides_where_both_are_used() -> None:
    assert read("markdown", "# T\n+ quiet\n- dear\n").counts.attacks == 1
    assert read("markdown", "# T\n- quiet\n- dear\n").counts.attacks == 0


def test_paragraphs_below_an_item_are_notes_and_code_is_a_loss() -> None:
    imported = read("markdown", "# T\n\n- Pro: quiet\n\n  Measured in May.\n\n```\nx = 1\n```\n")
    assert imported.data is not None
    assert imported.data["claims"]["quiet"]["note"] == "Measured in May."
    assert lost(imported) == {"row of code"}


@pytest.mark.parametrize("sign", ["`", "``", "*", "_", "[", "](", "<", "&", "\\", "![x](", "~"])
def test_markup_is_read_in_linear_time(sign: str) -> None:
    assert_grows_evenly(lambda size: lambda: plain_inline(sign * size), 200)


def test_a_page_shows_arguments_below_their_thesis() -> None:
    data = {
        "argmap": 1, "title": "T", "thesis": "keep", "claims": {"keep": "Keep *it*", "x-a": "<b>"},
        "arguments": {"noise": {"title": "Noise", "premises": ["x-a"], "attacks": "keep"}},
    }  # fmt: skip
    html = github_flavored_markdown_to_html(write("markdown", data).data.decode())
    assert "<h2>Keep *it* <code>keep</code></h2>" in html
    assert "<strong>−</strong> Noise <code>noise</code>" in html
    assert "&lt;b&gt; <code>x-a</code>" in html


def _shown(text: str) -> str:
    return " ".join(printable(cleaned(text)).split())


@settings(max_examples=examples(150), deadline=None)
@given(outlined())
def test_a_map_comes_back_less_what_is_named(data: dict[str, Any]) -> None:
    written = write("markdown", data)
    again = data_of("markdown", written.data)
    expected, found = less_losses(data, written), as_read(again, {"shape"})
    words = {id_ for loss in written.losses if loss.what.startswith("control") for id_ in loss.at}
    for side in (expected, found):
        side["title"] = _shown(side["title"])
        for id_ in words:
            for section, field in (("claims", "text"), ("arguments", "title")):
                entry = side.get(section, {}).get(id_, {})
                if field in entry:
                    entry[field] = _shown(entry[field])
        side["held"] = sorted(
            (one["name"], sorted(one.get("accepts", ()))) for one in side.pop("positions", {}).values()
        )
        side["thesis"] = side["thesis"] if isinstance(side["thesis"], list) else [side["thesis"]]
        side.setdefault("arguments", {})
        side["rivals"] = [rival for rival in side.get("rivals", ()) if rival not in side["thesis"]]
        if "order of theses and rivals" in lost(written):
            side["rivals"].sort()
    assert found == expected


def test_damaged_files_are_read_all_the_same() -> None:
    random = Random(9)  # noqa: S311 - damage, no secret
    own = write("markdown", data_of("markdown", WRITTEN)).data
    with ends():
        for _ in range(examples(300)):
            imported = read("markdown", damaged(random.choice([WRITTEN.encode(), own]), random))
            assert imported.data is None or write("markdown", imported.data).data
