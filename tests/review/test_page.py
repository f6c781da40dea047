"""What changed as a page, and as a picture that GitHub draws in a comment."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Outcome, run  # noqa: F401 - a fixture
from coldwater.compare import diff
from coldwater.model.models import Map
from coldwater.review.page import compared_html
from coldwater.review.picture import review_mermaid
from coldwater.review.several import Lone, compared_markdown, sort_out
from render.hostile_texts import HOSTILE

OLD: dict[str, Any] = {
    "argmap": 1,
    "title": "A bridge",
    "thesis": "t",
    "claims": {"t": "We should build it.", "a": "It costs three budgets.", "b": "The state pays."},
    "arguments": {
        "cost": {"premises": ["a"], "attacks": "t"},
        "grant": {"title": "Grant", "premises": ["b"], "attacks": "cost"},
    },
}
NEW = OLD | {"claims": OLD["claims"] | {"a": "It costs two budgets."}, "arguments": {"cost": OLD["arguments"]["cost"]}}


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not any(name.startswith("on") for name, _ in attrs)


def _review(old: dict[str, Any], new: dict[str, Any]) -> Any:
    return diff(Map.model_validate(old), Map.model_validate(new))


def test_the_page_says_what_it_means_and_shows_it() -> None:
    html = compared_html(sort_out({"m.yaml": _review(OLD, NEW)}, {}))
    assert "<h1>What changed: A bridge</h1>" in html
    assert "It costs <del>three</del> <ins>two</ins> budgets." in html
    assert "<svg" in html
    assert "REWORDED" in html
    assert html.count("<h2") == 0
    both = compared_html(sort_out({"m.yaml": _review(OLD, NEW), "n.yaml": Lone("new", Map.model_validate(NEW))}, {}))
    assert "n.yaml is new: " in both
    nothing = compared_html(sort_out({"m.yaml": _review(OLD, OLD)}, {}))
    assert "1 map is unchanged." in nothing


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_stay_texts(text: str) -> None:
    new = NEW | {"title": text or "x", "claims": NEW["claims"] | {"a": text or "x", "n": f"{text}!"}}
    try:
        review = _review(OLD, new)
    except ValueError:
        pytest.skip("the format refuses this text")
    html = compared_html(sort_out({"m.yaml": review}, {}))
    seen = _Tags()
    seen.feed(html)
    assert not {"script", "img", "iframe", "object", "textarea"} & set(seen.tags)
    assert seen.tags.count("style") == 2  # the page's and the picture's
    assert seen.tags.count("svg") == 1


def test_a_comment_holds_the_picture_as_text_that_is_drawn_there() -> None:
    compared = sort_out({"m.yaml": _review(OLD, NEW)}, {})
    told = compared_markdown(compared, has_pictures=True)
    assert "```mermaid\n" in told
    assert "REWORDED#58; It costs" in told
    assert "```mermaid" not in compared_markdown(compared)
    many = {f"c{n}": f"Claim {n} says rather much of something or other." for n in range(400)}
    steps = {f"s{n}": {"premises": [f"c{n}"], "supports": "t"} for n in range(400)}
    large = OLD | {"claims": OLD["claims"] | many, "arguments": OLD["arguments"] | steps}
    assert len(review_mermaid(_review(OLD, large))) > 20_000
    told = compared_markdown(sort_out({"m.yaml": _review(OLD, large)}, {}), has_pictures=True)
    assert "```mermaid" not in told
    assert "The picture is too large to stand here" in told
    assert len(told) < 50_000


def test_the_command_prints_the_page_and_says_what_pictures_are_for(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    run: Any,  # noqa: F811
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, claim in (("old.yaml", "It costs three."), ("new.yaml", "It costs two.")):
        (tmp_path / name).write_text(f"argmap: 1\ntitle: T\nthesis: a\nclaims: {{a: {claim}}}\n")
    done: Outcome = run("diff", "old.yaml", "new.yaml", "--output-format", "html")
    assert done.out.startswith("<!doctype html>")
    refused: Outcome = run("diff", "old.yaml", "new.yaml", "--picture")
    assert refused.code == 2
    assert "--picture is for --output-format markdown" in refused.err
