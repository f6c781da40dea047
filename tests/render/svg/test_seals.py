"""Verdicts in the picture: said in words for those who listen, readable where faint, never by colour alone."""

from __future__ import annotations

import re
from collections import Counter
from xml.etree import ElementTree as ET

import pytest

from coldwater.printable import printable
from coldwater.render import Options, draw
from coldwater.render.palette import palette
from coldwater.render.reading.verdicts import judge
from coldwater.semantics.evaluation import Overrides
from coldwater.semantics.labelling import PLAIN_WORDS
from coldwater.words.languages import words_for
from render.hostile_texts import HOSTILE, in_every_field
from render.verdict_samples import every_reason, judged_samples

SVG = "{http://www.w3.org/2000/svg}"
SAMPLES = judged_samples()


def judged(map_: object, **options: object) -> ET.Element:
    return ET.fromstring(draw(map_, "svg", Options(layout="map", verdicts=True, **options)))  # type: ignore[arg-type]  # noqa: S314


@pytest.mark.parametrize("name", SAMPLES)
def test_every_box_says_its_verdict_to_eyes_and_ears(name: str) -> None:
    map_ = SAMPLES[name]
    verdicts = judge(map_, map_.thesis)
    groups = [group for group in judged(map_, engine="tidy").iter(f"{SVG}g") if group.get("data-id")]
    assert len(groups) == len(map_.claims) + len(map_.arguments)
    for group in groups:
        words = words_for(map_.language)
        word = words.verdicts[verdicts.of[str(group.get("data-id"))].verdict]
        assert words.verdict.partition("{reason}")[0].format(word=word) in str(group.get("aria-label"))
        shown = ["".join(text.itertext()) for text in group.iter(f"{SVG}text")]
        assert (word.upper() if group.get("class") == "thesis" else word) in shown


def test_the_thesis_says_why_and_the_foot_under_what() -> None:
    svg = draw(every_reason(), "svg", Options(layout="map", verdicts=True, overrides=Overrides(("ships",)))).decode()
    assert "ARGUMENT MAP WITH VERDICTS" in svg
    assert ">It depends on what is undecided<" in svg
    assert "Proof standard: preponderance (alpha 0.5, beta 0.3, gamma 0.2 for the stricter ones)." in svg
    assert "Otherwise than the map says: `ships` rejected." in svg
    assert "verdict: undecided, since it depends on what is undecided" in svg.partition("</desc>")[0]


def test_a_ring_stands_around_what_is_tried_out_and_in_the_legend() -> None:
    tried = Overrides(("ships", "nature"), ("weather",))
    svg = draw(every_reason(), "svg", Options(layout="map", verdicts=True, overrides=tried)).decode()
    assert svg.count('stroke-dasharray="3 3"') == 4
    assert ">tried out, not as the map says<" in svg
    assert 'stroke-dasharray="3 3"' not in draw(every_reason(), "svg", Options(layout="map", verdicts=True)).decode()


# --- what can be read -----------------------------------------------------------------------------------------------


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def mixed(over: str, under: str, share: float) -> str:
    pairs = [(int(over[at : at + 2], 16), int(under[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(share * one + (1 - share) * other):02X}" for one, other in pairs)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_text_is_faint(theme: str) -> None:
    """Texts are opaque, in colours that stand out from every ground they may stand on."""
    root, colours = judged(every_reason(), theme=theme), palette(theme)
    for element in root.iter():
        assert element.get("opacity") is None
        if element.tag in (f"{SVG}text", f"{SVG}tspan"):
            assert element.get("fill-opacity") is None
    grounds = {colours.card, colours.ground, *colours.tint.values()}
    for group in root.iter(f"{SVG}g"):
        if group.get("class") in ("claim", "argument"):
            inks = {str(text.get("fill")) for text in group.iter(f"{SVG}text")} - {colours.on_badge}
            assert all(contrast(ink, ground) >= 5 for ink in inks for ground in grounds)
    strip = mixed(colours.thesis_ink, colours.thesis, 0.12)
    assert min(contrast(ink, strip) for ink in (colours.thesis_ink, colours.thesis_secondary)) >= 5


def test_verdicts_differ_without_colours() -> None:
    """Take the colours away: the marks of different verdicts still differ in shape, and each has its own word."""
    shapes: dict[str, set[tuple[object, ...]]] = {}
    for group in judged(every_reason()).iter(f"{SVG}g"):
        if group.get("class") == "claim":
            (circle,) = group.iter(f"{SVG}circle")
            strokes = [path.get("d", "").count("M") for path in group.iter(f"{SVG}path")]
            word = group.get("aria-label", "").partition("verdict: ")[2].partition(",")[0]
            look = (circle.get("fill") == "none", circle.get("stroke-dasharray"), *strokes)
            shapes.setdefault(word, set()).add(look)
    assert set(shapes) == set(PLAIN_WORDS.values())
    assert [len(looks) for looks in shapes.values()] == [1, 1, 1]
    assert len(set[object]().union(*shapes.values())) == 3


def test_decisive_lines_are_twice_as_wide_and_drawn_last() -> None:
    map_ = every_reason()
    ways = [element for element in judged(map_).iter(f"{SVG}path") if element.get("d", "").startswith("M")]
    lines = [float(way.get("stroke-width", 0)) for way in ways if way.get("fill") == "none" and not way.get("class")]
    thick = [width for width in lines if width in (4.4, 3.2)]
    assert thick
    drawn = [width for width in lines if width in (2.2, 1.6, 4.4, 3.2)]
    first = next(at for at, width in enumerate(drawn) if width in (4.4, 3.2))
    assert all(width in (4.4, 3.2) for width in drawn[first : first + len(thick)])


def test_faint_and_dashed_without_verdicts_there_is_none_of_it() -> None:
    counts = Counter(
        re.findall("stroke-opacity|fill-opacity|#5A6573", draw(every_reason(), "svg", Options(layout="map")).decode())
    )
    judged_counts = Counter(
        re.findall(
            "stroke-opacity|fill-opacity|#5A6573",
            draw(every_reason(), "svg", Options(layout="map", verdicts=True)).decode(),
        )
    )
    assert counts["fill-opacity"] == 0
    assert judged_counts["fill-opacity"] > 0
    assert judged_counts["stroke-opacity"] > counts["stroke-opacity"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_leaves_it_well_formed(text: str) -> None:
    svg = draw(in_every_field(text), "svg", Options(layout="map", verdicts=True)).decode()
    root = ET.fromstring(svg)  # noqa: S314 - our own output
    assert root.findtext(f"{SVG}title") == printable(text).strip()
