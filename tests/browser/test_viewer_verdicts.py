"""The viewer shows what stands, and lets a reader reject and grant; the verdicts follow everywhere, at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from browser.conftest import steps_in
from browser.viewer_maps import article, bridge, chain, grown, library, make, outage, star
from coldwater.model.models import Map
from coldwater.render import Options, draw
from coldwater.render.reading.verdicts import judge
from coldwater.semantics.evaluation import Overrides, evaluate_map
from coldwater.semantics.labelling import PLAIN_WORDS
from coldwater.semantics.resting_words import tie_told, why
from coldwater.semantics.tallies import tie_of
from coldwater.semantics.verdict_words import BECAUSE, PLAIN
from render.verdict_samples import circle, every_reason


def judged(visit: Any, map_: Map, fragment: str = "", overrides: Any = None, **options: Any) -> Any:
    """Open a page that begins with verdicts."""
    data = draw(map_, "html", Options(verdicts=True, overrides=overrides))
    return visit.open(data, "html", fragment, **options)


def words(map_: Map, *rejected: str, granted: tuple[str, ...] = ()) -> dict[str, str]:
    """Give the word for each verdict, as Python evaluates."""
    verdicts = evaluate_map(map_, "grounded", Overrides(rejected, granted)).verdicts
    return {name: PLAIN_WORDS[verdict.verdict] for name, verdict in verdicts.items()}


def shown(opened: Any) -> dict[str, str]:
    """Give the word on each card and pill, as the page has them, by id."""
    found: dict[str, str] = opened.page.evaluate(
        """() => {
          const nodes = JSON.parse(document.getElementById("cw-data").textContent).nodes;
          const figures = [...document.querySelectorAll("#cw-picture :is(.card-figure, .pill-figure)")];
          return Object.fromEntries(figures.map((figure) => {
            const word = figure.querySelector(".verdict-text, .strip-word");
            return [nodes[figure.dataset.node].id, word ? word.textContent.toLowerCase() : ""];
          }));
        }"""
    )
    return found


def assert_shows(opened: Any, expected: dict[str, str], least: int = 5) -> None:
    """Assert that whatever is in view shows the word expected of it."""
    found = shown(opened)
    assert found == {name: expected[name] for name in found}
    assert len(found) >= least


def said(opened: Any, selector: str) -> str:
    """Give a text without the sign of a mark, which is hidden from those who listen."""
    text: str = opened.text(selector)
    return text.removeprefix("?")


def rows(opened: Any) -> list[str]:
    """Give the word of each row of the outline that is shown."""
    found: list[str] = opened.page.locator(".row-verdict").all_text_contents()
    return [text.removeprefix("?") for text in found]


WIDE: dict[str, Any] = {"viewport": {"width": 2600, "height": 2000}}

# --- the switch ---------------------------------------------------------------------------------------------------


def test_verdicts_are_off_until_switched_on_by_mouse_or_key(visit: Any) -> None:
    opened = visit(library())
    assert opened.count(".seal, .decisive, .is-out") == 0
    assert opened.page.locator("#cw-judged").is_hidden()
    assert opened.attribute("#cw-verdicts", "aria-pressed") == "false"
    opened.press("0")  # the first view may have been chosen before the fonts were there, on which the legend depends
    box = opened.box("weekday evenings")
    opened.page.locator("#cw-verdicts").click()
    opened.settle()
    assert_shows(opened, words(library()))
    assert opened.attribute("#cw-verdicts", "aria-pressed") == "true"
    assert said(opened, "#cw-judged-words") == (
        "The thesis stands: what stands for it is enough against what may stand against it."
    )
    opened.page.locator("#cw-stage").focus()
    opened.press("v", "0")
    assert opened.count(".seal, .decisive, .is-out") == 0
    assert opened.page.locator("#cw-judged").is_hidden()
    assert opened.box("weekday evenings") == pytest.approx(box, abs=1)
    opened.press("v")
    assert_shows(opened, words(library()))
    assert "Verdicts are shown. The thesis stands" in opened.text("#cw-spoken")


@pytest.mark.parametrize("make_map", [article, library, every_reason, circle, bridge, outage])
def test_the_page_says_of_everything_what_python_says(visit: Any, make_map: Any) -> None:
    map_ = make_map()
    opened = judged(visit, map_, **WIDE)
    opened.press("a", "0")
    assert shown(opened) == words(map_)
    opened.press("o")
    assert len(rows(opened)) == opened.count("[role=treeitem]") >= len(map_.claims) + len(map_.arguments)
    assert set(rows(opened)) <= set(PLAIN_WORDS.values())


def test_every_verdict_has_its_reason_in_words(visit: Any) -> None:
    map_ = every_reason()
    opened = judged(visit, map_)
    labelling = evaluate_map(map_).labellings[0]
    for name, (verdict, reason) in labelling.verdicts().items():
        opened.go_to(name)
        tie = tie_of(map_, labelling, name)
        why = BECAUSE[reason] if tie is None else tie_told(tie)
        assert said(opened, ".side-verdict") == f"{PLAIN_WORDS[verdict].capitalize()}: {why}."
        named = opened.page.locator("#cw-side-verdict section a").evaluate_all(
            "links => links.map((link) => link.hash)"
        )
        wanted = [one for one, decided in judge(map_, name).ways if decided == name and reason != "stands"]
        assert sorted(named) == sorted(f"#{one}" for one in wanted)


def test_what_decided_is_strong_what_falls_is_faint_and_texts_are_neither(visit: Any) -> None:
    map_ = every_reason()
    verdicts = judge(map_, map_.thesis)
    opened = judged(visit, map_, **WIDE)
    opened.press("0")
    found = opened.page.evaluate(
        """() => {
          const nodes = JSON.parse(document.getElementById("cw-data").textContent).nodes;
          const all = (selector) => [...document.querySelectorAll(`#cw-picture ${selector}`)];
          const figures = (name) => all(`:is(.card-figure, .pill-figure).${name}`);
          const ids = (name) => figures(name).map((figure) => nodes[figure.dataset.node].id);
          const values = (selector, field) => all(selector).map((element) => getComputedStyle(element)[field]);
          const style = (selector, field) => [...new Set(values(selector, field))];
          return {
            decisive: ids("decisive"), out: ids("is-out"),
            strong: style(".way.decisive .line", "strokeWidth"),
            usual: style(".way:not(.decisive) .line", "strokeWidth"),
            faint: style(".way.is-out:not(.decisive) .line", "strokeOpacity"),
            opacity: style(":is(text, g)", "opacity"), ink: style("text", "fillOpacity"),
          };
        }"""
    )  # fmt: skip
    assert set(found["decisive"]) == verdicts.decisive
    assert set(found["out"]) == {name for name, verdict in verdicts.of.items() if verdict.verdict == "out"}
    assert (found["strong"], found["usual"], found["faint"]) == (["4.4px"], ["2.2px"], ["0.45"])
    assert (found["opacity"], found["ink"]) == (["1"], ["1"])


def test_a_trunk_is_strong_from_the_outermost_argument_that_decided(visit: Any) -> None:
    """All attackers but one are rejected: strong is one way without a gap, from that one to the thesis."""
    map_ = star(45)  # twice as many dashed lines take four times as long to paint, in so large a window
    opened = judged(visit, map_, "", Overrides(tuple(name for name in map_.arguments if name != "a20")), **WIDE)
    opened.press("0")
    strong = opened.page.locator("#cw-picture .way.decisive > .line")
    boxes = strong.evaluate_all("lines => lines.map((line) => line.getBoundingClientRect().toJSON())")
    pill, thesis = opened.box("a20"), opened.box("Everybody is against this.")
    reached = boxes[0]["top"]
    for box in sorted(boxes, key=lambda box: float(box["top"])):
        assert box["top"] <= reached + 2
        reached = max(reached, box["bottom"])
    assert min(box["top"] for box in boxes) == pytest.approx(pill["y"] + pill["height"] / 2, abs=4)
    assert thesis["y"] < reached < thesis["y"] + thesis["height"]
    assert opened.count("#cw-picture .pill-figure.decisive") == 1
    assert opened.count("#cw-picture .pill-figure.is-out") == 44


def test_boxes_have_room_for_any_verdict(visit: Any) -> None:
    for map_ in (article(), every_reason(), bridge(), library(), circle(), chain(30)):
        opened = judged(visit, map_, **WIDE)
        opened.press("a", "0")
        assert opened.count(".card-figure") == len(map_.claims)
        overlaps, overruns = opened.page.evaluate(
            """() => {
              const figures = [...document.querySelectorAll(".card-figure, .pill-figure, .again-figure")];
              const boxes = figures.map((figure) => figure.querySelector("rect").getBoundingClientRect());
              const hit = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
              const overlaps = figures.filter((_, at) => boxes.slice(at + 1).some((other) => hit(boxes[at], other)));
              const boxOf = (element) => element.getBoundingClientRect();
              const inside = (figure, what) => [...figure.querySelectorAll(what)].map(boxOf);
              const leaves = (inner, box) =>
                inner.left < box.left || inner.right > box.right + 0.5 || inner.bottom > box.bottom + 2;
              const overruns = figures.filter((figure, at) =>
                inside(figure, "text, .seal").some((inner) => leaves(inner, boxes[at])));
              const rows = figures.filter((figure) => {
                const row = inside(figure, ":scope > text, .verdict");
                const isBeside = (one, other) => hit(one, other) && Math.abs(one.bottom - other.bottom) < 1;
                return row.some((one, at) => row.slice(at + 1).some((other) => isBeside(one, other)));
              });
              return [[...overlaps, ...rows], overruns].map((found) => found.map((element) => element.textContent));
            }"""
        )
        assert overlaps == []
        assert overruns == []


def test_a_map_that_cannot_be_judged_has_no_switch(visit: Any) -> None:
    opened = visit(make({"a": "A."}, {"x": {"premises": ["gone"], "supports": "a"}}))
    assert opened.page.locator("#cw-verdicts").is_hidden()
    opened.press("Home", "v", "r", "g", "z")
    assert opened.count(".seal") == 0
    assert "cannot be judged" in opened.text("#cw-spoken")
    assert visit(make({"a": "A."}), "#a?verdicts&reject=a").count(".seal") > 0


# --- trying out -----------------------------------------------------------------------------------------------------


def test_rejecting_by_mouse_changes_everything_at_once_and_is_taken_back_by_mouse(visit: Any) -> None:
    map_ = library()
    opened = judged(visit, map_)
    opened.press("0")
    opened.click("One pupil in three")
    opened.page.locator("#cw-reject").click()
    opened.settle()
    assert_shows(opened, words(map_, "noisy-homes"))
    assert said(opened, ".side-verdict") == "Falls: it is rejected."
    assert "As the map has it: stands" in opened.page.locator("#cw-side-verdict").inner_text()
    assert opened.page.evaluate("() => document.activeElement.id") == "cw-reject"
    opened.page.locator("#cw-side a.strong", has_text="Quiet homework").click()
    opened.settle()
    assert said(opened, ".side-verdict") == "Falls: a premise of it falls."
    opened.go_to("no-other-room?verdicts&reject=noisy-homes")
    opened.page.locator("#cw-reject").click()
    opened.settle()
    both = ("noisy-homes", "no-other-room")
    assert_shows(opened, words(map_, *both))
    assert said(opened, "#cw-judged-words") == (
        "The thesis is undecided: it depends on what is undecided (as the map has it: stands)."
    )
    assert opened.page.locator("button.tried .tried-word").all_text_contents() == ["rejected", "rejected"]
    assert opened.count("#cw-picture .ring.tried") == 2
    assert "tried out, not as the map says" in opened.page.locator("#cw-legend").inner_text()
    opened.page.locator("button.tried", has_text="One pupil").click()
    opened.settle()
    assert_shows(opened, words(map_, "no-other-room"))
    assert opened.count("button.tried") == 1
    assert opened.page.evaluate("() => document.activeElement.classList.contains('tried')")
    opened.page.locator("#cw-take-all-back").click()
    opened.settle()
    assert_shows(opened, words(map_))
    assert opened.count("button.tried, .ring.tried") == 0
    assert "tried out" not in opened.page.locator("#cw-legend").inner_text()
    assert opened.page.evaluate("() => document.activeElement.id") == "cw-verdicts"


def test_rejecting_by_key_in_the_map_and_in_the_outline(visit: Any) -> None:
    map_ = library()
    opened = visit(map_, "#volunteers")
    opened.page.locator("#cw-stage").focus()
    opened.press("r")
    assert_shows(opened, words(map_, "volunteers"))  # and verdicts are on
    assert opened.text("#cw-spoken").startswith("Rejected: Twenty-two residents have signed up")
    assert "The thesis is undecided" in opened.text("#cw-spoken")
    opened.press("r")
    assert opened.text("#cw-spoken").startswith("Taken back: ")
    assert_shows(opened, words(map_))
    opened.press("o", "Home", "ArrowDown", "ArrowDown", "r")
    focused = "#cw-tree :focus"
    assert "One pupil in three" in opened.text(focused)
    assert "falls" in opened.text(focused)
    opened.press("ArrowDown", "r")
    assert opened.page.locator("button.tried").count() == 2
    assert rows(opened)[:4] == ["undecided", "falls", "falls", "falls"]
    opened.press("z")
    assert opened.count("button.tried") == 0
    assert rows(opened)[0] == "stands"
    opened.press("Escape", "o")
    opened.press("Escape", "r")
    assert opened.text("#cw-spoken") == "Choose a claim or an argument first."


def test_arguments_can_be_rejected_but_only_claims_granted(visit: Any) -> None:
    map_ = every_reason()
    opened = judged(visit, map_, "#nature", **WIDE)
    opened.press("0")
    assert opened.count("#cw-grant") == 0
    opened.page.locator("#cw-reject").click()
    opened.settle()
    assert_shows(opened, words(map_, "nature"))
    opened.page.locator("#cw-stage").focus()
    opened.press("g")
    assert opened.text("#cw-spoken") == "Only claims can be granted."
    opened.go_to("ships")
    assert opened.count("#cw-grant") == 0
    opened.press("g")
    assert "It is granted as it is" in opened.text("#cw-spoken")
    assert_shows(opened, words(map_, "nature"))


def test_granting_what_is_open_or_rejected_or_unsupported(visit: Any) -> None:
    map_ = every_reason()
    opened = judged(visit, map_, "#weather", **WIDE)
    opened.press("0")
    opened.page.locator("#cw-grant").click()
    opened.settle()
    assert_shows(opened, words(map_, granted=("weather",)))
    assert opened.attribute("#cw-grant", "aria-pressed") == "true"
    for name in ("letter", "wanted"):
        opened.go_to(name)
        opened.page.locator("#cw-stage").focus()
        opened.press("g")
    assert_shows(opened, words(map_, granted=("weather", "letter", "wanted")))
    opened.press("r")  # of the two, the last asked for holds
    assert_shows(opened, words(map_, "wanted", granted=("weather", "letter")))
    opened.press("g", "g")
    assert_shows(opened, words(map_, granted=("weather", "letter")))


def test_what_is_tried_out_stays_when_verdicts_are_switched_off_and_on(visit: Any) -> None:
    opened = judged(visit, library(), "#volunteers")
    opened.page.locator("#cw-stage").focus()
    opened.press("r", "v")
    assert opened.count(".seal") == 0
    opened.press("v")
    assert_shows(opened, words(library(), "volunteers"))


def test_a_page_may_begin_with_something_tried_out(visit: Any) -> None:
    opened = judged(visit, library(), "", Overrides(("volunteers",), (), {"book-money": 0.3}, "scintilla"))
    assert opened.page.locator("button.tried .tried-name").all_text_contents() == [library().claims["volunteers"].text]
    verdicts = evaluate_map(library(), "grounded", Overrides(("volunteers",), (), {"book-money": 0.3}, "scintilla"))
    assert shown(opened) == {name: PLAIN_WORDS[verdict.verdict] for name, verdict in verdicts.verdicts.items()}
    opened.press("i")
    about = opened.page.locator("#cw-side-body").inner_text()
    assert "Proof standard: scintilla" in about
    assert "strength of `book-money` 0.3" in about
    opened.page.locator("#cw-take-all-back").click()
    opened.settle()
    assert opened.count("button.tried") == 0


def test_a_part_is_judged_with_what_it_does_not_show(visit: Any) -> None:
    map_ = every_reason()
    data = draw(map_, "html", Options(verdicts=True, focus="mussels", depth=0, overrides=Overrides(("currents",))))
    opened = visit.open(data, "html")
    assert shown(opened) == {"mussels": words(map_, "currents")["mussels"]}
    assert opened.text("button.tried .tried-name") == "currents"  # by its id, since its text is not here
    opened.page.locator("button.tried").click()
    opened.settle()
    assert shown(opened) == {"mussels": words(map_)["mussels"]}


# --- the address --------------------------------------------------------------------------------------------------


def test_the_address_carries_what_is_tried_out(visit: Any) -> None:
    map_ = every_reason()
    opened = visit(map_, "#ships?verdicts&reject=ships,nature&grant=weather", **WIDE)
    opened.press("0")
    assert_shows(opened, words(map_, "ships", "nature", granted=("weather",)))
    assert opened.text("#cw-side-body code") == "ships"
    opened.page.locator("#cw-stage").focus()
    opened.press("r")
    assert opened.page.url.endswith("#ships?verdicts&reject=nature&grant=weather")
    opened.click("The autumn will be calm.")
    assert opened.page.url.endswith("#weather?verdicts&reject=nature&grant=weather")
    opened.page.reload()
    opened.settle()
    opened.press("0")
    assert_shows(opened, words(map_, "nature", granted=("weather",)))
    with opened.hears("hashchange"):
        opened.page.go_back()
    assert opened.text("#cw-side-body code") == "ships"
    opened.press("Escape")
    assert opened.page.url.endswith("#?verdicts&reject=nature&grant=weather")
    opened.press("v")
    assert "verdicts" not in opened.page.url
    assert opened.count(".seal") == 0


@pytest.mark.parametrize(
    "part",
    [
        "verdicts&reject=nobody,,ships&grant=nature,ships,weather&x=%E4%BD",
        "verdicts&grant=weather,ships&reject=ships",
        "verdicts&reject=ships&reject=&grant=weather&grant",
    ],
)
def test_an_odd_address_is_read_as_far_as_it_goes(visit: Any, part: str) -> None:
    opened = visit(every_reason(), f"#?{part}", **WIDE)
    opened.press("0")
    assert_shows(opened, words(every_reason(), "ships", granted=("weather",)))


@pytest.mark.parametrize("part", ["verdict", "reject=ships", "verdictsreject=ships", "%00", "?verdicts"])
def test_an_address_that_does_not_ask_for_verdicts_gets_none(visit: Any, part: str) -> None:
    assert visit(every_reason(), f"#ships?{part}").count(".seal") == 0


# --- paper, screens, size -------------------------------------------------------------------------------------------


def test_a_printed_page_says_the_verdict_and_what_is_tried_out(visit: Any) -> None:
    for map_ in (article(), library()):
        opened = judged(visit, map_, f"#{next(name for name in map_.claims if name != map_.thesis)}")
        opened.press("r")
        opened.page.emulate_media(media="print")
        assert opened.page.locator("#cw-judged").is_hidden()
        assert opened.page.locator("#cw-print-verdict").is_visible()
        printed = opened.text("#cw-print-verdict")
        assert printed.startswith("The thesis ")
        assert "Semantics: grounded." in printed
        assert "What if: Rejected: “" in printed
        assert "stands" in opened.page.locator("#cw-print-legend").inner_text()


@pytest.mark.parametrize(("width", "height"), [(360, 640), (768, 1024), (1920, 1080)])
def test_nothing_sticks_out_of_any_window(visit: Any, width: int, height: int) -> None:
    map_ = article()
    many = ",".join(list(map_.claims)[1:30])
    opened = judged(visit, map_, f"#{map_.thesis}?verdicts&reject={many}", viewport={"width": width, "height": height})
    assert opened.count("button.tried") == 29
    for keys in ((), ("o",), ("i",), ("?",)):
        opened.press(*keys)
        wide, high = opened.page.evaluate(
            "() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
        )
        assert (wide, high) <= (width, height)
        assert opened.page.locator("#cw-query").is_visible()
        assert opened.page.locator("#cw-verdicts").is_visible()


@pytest.mark.parametrize("make_map", [lambda: grown(5000), lambda: star(1000), lambda: chain(1000)])
def test_5000_nodes_follow_at_once_and_stay_few_elements(visit: Any, make_map: Any) -> None:
    map_ = make_map()
    opened = visit(map_, "#c5")
    opened.press("a", "v")
    for keys in (["0"], ["r"], ["+"] * 8, ["r"], ["Home"], ["r"], ["z"]):
        opened.press(*keys)
        assert opened.count("#cw-picture *") < 6000
    taken = steps_in(
        opened.page,
        """() => document.getElementById("cw-stage").dispatchEvent(
             new KeyboardEvent("keydown", { key: "r", bubbles: true }))""",
    )
    assert 5_000 < taken < 1_000_000  # 100,000 at most are usual; what goes over all nodes for each takes 25 million
    opened.press("z", "o")
    assert opened.count("[role=treeitem] .row-verdict") > 100


def test_rejecting_far_down_a_chain_reaches_the_thesis(visit: Any) -> None:
    opened = visit(chain(6000), "#c5990?verdicts")
    assert said(opened, "#cw-judged-words").startswith("The thesis stands")
    opened.press("r")
    assert said(opened, "#cw-judged-words").startswith("The thesis falls")


def test_without_scripts_the_outline_says_the_verdicts(browser: Any, tmp_path: Path) -> None:
    map_ = every_reason()
    file = tmp_path / "page.html"
    file.write_bytes(draw(map_, "html", Options(verdicts=True)))
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(file.as_uri())
    body = opened.locator("body").inner_text()
    labelling = evaluate_map(map_).labellings[0]
    for name, (verdict, _) in labelling.verdicts().items():
        assert f"{PLAIN[verdict]}: {why(map_, labelling, name)}" in body
        assert PLAIN_WORDS[verdict] in body
    context.close()


def test_verdicts_on_rivals_follow(visit: Any) -> None:
    opened = judged(visit, outage(), "#rolled-back", viewport={"width": 3000, "height": 2400})
    opened.press("a", "0")
    assert_shows(opened, words(outage()), 20)
    opened.press("r")
    assert_shows(opened, words(outage(), "rolled-back"), 20)
