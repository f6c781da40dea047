"""The viewer of a map with several theses: each has its verdict, and all are told of."""

from __future__ import annotations

from typing import Any

from coldwater.render import Options, draw
from theses.samples import harbour

_WORDS = """() => {
  const nodes = JSON.parse(document.getElementById("cw-data").textContent).nodes;
  return [...document.querySelectorAll("#cw-picture .card-figure")].flatMap((figure) => {
    const word = figure.querySelector(".strip-word");
    return word ? [`${nodes[figure.dataset.node].id} ${word.textContent.toLowerCase()}`] : [];
  }).sort();
}"""


def test_each_thesis_has_a_strip_with_its_verdict_and_the_bar_says_them_all(visit: Any) -> None:
    opened = visit.open(draw(harbour(), "html", Options(verdicts=True)), "html")
    assert opened.page.evaluate(_WORDS) == ["dredge undecided", "ferry stands", "toll undecided"]
    bar = opened.page.locator("#cw-judged-words").inner_text()
    assert [name for name in ("dredge", "toll", "ferry") if f"The thesis {name} " in bar] == ["dredge", "toll", "ferry"]
    assert "carried the verdict on a thesis" in opened.page.locator("#cw-legend").inner_text()


def test_rejecting_a_claim_turns_a_later_thesis_at_once(visit: Any) -> None:
    opened = visit.open(draw(harbour(), "html", Options(verdicts=True)), "html", "#away")
    opened.page.keyboard.press("r")
    assert "toll stands" in opened.page.evaluate(_WORDS)
    assert "The thesis toll stands" in opened.page.locator("#cw-judged-words").inner_text()


def test_about_the_map_lists_the_theses_and_the_outline_calls_each_one(visit: Any) -> None:
    opened = visit.open(draw(harbour(), "html"), "html")
    opened.page.locator("#cw-about").click()
    side = opened.page.locator("#cw-side").inner_text()
    assert "THESES" in side.upper()
    assert all(harbour().claims[name].text in side for name in ("dredge", "toll", "ferry"))


def test_the_text_of_a_thesis_keeps_clear_of_its_strip(visit: Any) -> None:
    opened = visit.open(draw(harbour(), "html", Options(verdicts=True)), "html")
    overlaps = opened.page.evaluate(
        """() => [...document.querySelectorAll("#cw-picture .card-figure")].filter((figure) => {
          const strip = figure.querySelector(".strip");
          const text = figure.querySelector(".thesis-text");
          return strip && text.getBoundingClientRect().bottom > strip.getBoundingClientRect().top + 0.5;
        }).length"""
    )
    assert overlaps == 0


def test_the_panel_of_each_thesis_says_what_its_verdict_rests_on_and_so_does_paper(visit: Any) -> None:
    for name in ("dredge", "toll", "ferry"):
        opened = visit.open(draw(harbour(), "html", Options(verdicts=True)), "html", f"#{name}?verdicts")
        told = f"What the verdict on the thesis {name} rests on: "
        assert told in opened.page.locator("#cw-side-verdict").inner_text()
        assert told in (opened.page.locator("#cw-print-verdict").text_content() or "")


def test_where_something_is_tried_out_counts_say_what_is_undecided_and_what_fell(visit: Any) -> None:
    opened = visit.open(draw(harbour(), "html", Options(verdicts=True)), "html", "#toll?verdicts&reject=away")
    told = opened.page.locator("#cw-side-verdict").inner_text()
    assert "On the thesis toll: for it 1 of 1 stands; against it 0 of 1 stand, 1 falls." in told
