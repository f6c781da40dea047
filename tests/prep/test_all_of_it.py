"""Everything given comes out, or is listed as left out: on every kind of page, each argument, claim and field.

What a kind is about is on its page by id, or in its list of what is not there. What every page of a kind is given by
the fields of a map is looked for by words that stand nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from coldwater.model.models import Argument, Citation, Claim, Map, Position, Question, Record, Source
from coldwater.prep.material.assumptions import find_assumptions
from coldwater.prep.material.blocks import find_blocks
from coldwater.prep.material.brief import find_brief
from coldwater.prep.material.cross_examination import examine
from coldwater.prep.material.flow import find_flow
from coldwater.prep.material.gaps import find_gaps
from coldwater.prep.material.hypotheses import compare_hypotheses
from coldwater.prep.material.overview import find_overview
from coldwater.prep.pages.assumptions import assumptions_page
from coldwater.prep.pages.blocks import blocks_page
from coldwater.prep.pages.brief import brief_page
from coldwater.prep.pages.disclosure import disclosure_page, not_disclosed
from coldwater.prep.pages.flow import flow_page
from coldwater.prep.pages.gaps import gaps_page
from coldwater.prep.pages.matrix import matrix_page
from coldwater.prep.pages.overview import overview_page
from coldwater.prep.pages.plan import plan_page
from coldwater.prep.pages.questions import questions_page
from coldwater.prep.pages.sendable import sendable_blocks
from coldwater.prep.practice.cards import cards_of
from coldwater.prep.rounds.known_formats import FORMATS
from coldwater.prep.setting.markdown_form import page_markdown
from coldwater.prep.setting.page import Table
from coldwater.prep.speeches.planning import Task, find_plan
from prep.preparations import preparations, prepared
from prep.rival_maps import SEEDS as RIVAL_SEEDS
from prep.rival_maps import with_rivals
from prep.small_maps import model, small_map
from work import examples

if TYPE_CHECKING:
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.setting.page import Part

PAGES: dict[str, Callable[[Preparation], Iterable[Part]]] = {
    "brief": lambda prep: brief_page(prep, find_brief(prep)),
    "blocks": lambda prep: blocks_page(prep, find_blocks(prep)),
    "flow": lambda prep: flow_page(prep, find_flow(prep, FORMATS["policy"])),
    "plan": lambda prep: plan_page(prep, find_plan(prep, Task(20, 150))),
    "gaps": lambda prep: gaps_page(prep, find_gaps(prep)),
    "questions": lambda prep: questions_page(prep, examine(prep)),
    "assumptions": lambda prep: assumptions_page(prep, (prep.side,), find_assumptions(prep, (prep.side,))),
    "overview": lambda prep: overview_page(find_overview(prep)),
    "disclose": lambda prep: disclosure_page(prep, full=True),
}
#: The kinds that are about what the other side says.
OPPOSING = ("gaps", "questions", "blocks")
MORE = examples(16)


def every_map() -> Iterator[tuple[object, Preparation]]:
    """Give small maps that stand in all tests of preparing, and some larger ones, both sides of each."""
    for name, prep in preparations():
        if name[0] != "article":  # type: ignore[index]
            yield name, prep  # the article holds more than a page can name
    for seed in range(MORE):
        map_ = model(small_map(Random(seed), arguments=10, leaves=10))  # noqa: S311 - a sample, no secret
        for side in ("pro", "con"):
            yield ("more", seed, side), prepared(map_, side)


@pytest.fixture(scope="module")
def maps() -> list[tuple[object, Preparation]]:
    return list(every_map())


def named(page: Iterable[Part]) -> set[str]:
    """Give the words of all tags on a page; ids are among them."""
    tags = [tag for part in page for tag in (part.tags if isinstance(part, Table) else (part.tag,))]
    return {word for tag in tags for word in tag.split("; ")}


def told_of(kind: str, prep: Preparation) -> set[str]:
    """Give the ids that a page tells; of what is published, also what is told beside it not to be."""
    found = named(PAGES[kind](prep))
    if kind == "disclose":
        texts = page_markdown(disclosure_page(prep, full=True))
        found |= {prep.names[node] for _, nodes in not_disclosed(prep) for node in nodes}
        found |= {name for name, claim in prep.map.claims.items() if claim.text.rstrip(".") in texts}
    return found


def is_told(prep: Preparation, argument: str, found: set[str]) -> bool:
    """Tell whether an argument is named by its id, or by all of its premises."""
    return argument in found or set(prep.graph.premises(argument)) <= found


@pytest.mark.parametrize("kind", [kind for kind in PAGES if kind not in ("gaps", "questions", "assumptions")])
def test_every_argument_of_the_side_is_on_the_page(kind: str, maps: list[tuple[object, Preparation]]) -> None:
    for name, prep in maps:
        found = told_of(kind, prep)
        for node in prep.own:
            assert is_told(prep, prep.names[node], found), (kind, name, prep.names[node])


@pytest.mark.parametrize("kind", OPPOSING)
def test_every_argument_of_the_other_side_is_on_the_page(kind: str, maps: list[tuple[object, Preparation]]) -> None:
    for name, prep in maps:
        found = told_of(kind, prep)
        for one in prep.opposing:
            assert is_told(prep, prep.names[one.argument], found), (kind, name, prep.names[one.argument])


def test_every_argument_of_the_other_side_is_a_card(maps: list[tuple[object, Preparation]]) -> None:
    for name, prep in maps:
        cards = {card.name for card in cards_of(prep)}
        assert cards == {prep.names[one.argument] for one in prep.opposing}, name


@pytest.mark.parametrize("kind", PAGES)
def test_every_claim_of_the_side_is_on_the_page_or_what_it_serves_is(
    kind: str, maps: list[tuple[object, Preparation]]
) -> None:
    """Claims as such: backing and underpinning ones, frameworks, definitions, rivals, double-edged ones."""
    side_of = {"questions": "other"}
    for name, prep in maps:
        found = told_of(kind, prep)
        side = prep.other if kind in side_of else prep.side
        for claim in prep.map.claims:
            if claim == prep.map.thesis or side not in prep.graph.sides(claim):
                continue
            # What serves a side by a contradiction alone is told with what it contradicts.
            around = {
                one
                for one in (*prep.graph.uses(claim), *prep.graph.supporters(claim))
                if side in prep.inquiry.sides(prep.numbers[one])
            }
            if kind in ("gaps", "assumptions"):
                assert claim in found, (kind, name, claim)
            elif around:
                assert claim in found or any(is_told(prep, one, found) for one in around), (kind, name, claim)


@pytest.mark.parametrize("kind", ["brief", "blocks", "flow", "gaps", "overview", "plan"])
def test_every_claim_that_is_put_in_the_place_of_the_thesis_is_on_the_page(
    kind: str, maps: list[tuple[object, Preparation]]
) -> None:
    met = 0
    for name, prep in maps:
        found = told_of(kind, prep)
        for claim in prep.graph.contraries(prep.map.thesis):
            is_ours = prep.side == "con"
            if claim != prep.map.thesis and (is_ours or kind in ("blocks", "flow", "overview")):
                met += 1
                assert claim in found, (kind, name, claim)
    assert met > 4


def test_the_matrix_tells_all_evidence_that_bears_on_an_answer() -> None:
    for seed in RIVAL_SEEDS:
        map_ = with_rivals(seed)
        if not map_.rivals:
            continue
        matrix = compare_hypotheses(map_)
        found = named(matrix_page(matrix))
        assert {claim for row in matrix.rows for claim in row.claims} <= found, seed
        assert {map_.thesis, *map_.rivals} <= found, seed


# --- fields -----------------------------------------------------------------------------------------------------


class Marked(NamedTuple):
    """A map whose fields hold words of their own: which words, by field."""

    map: Map
    words: dict[str, list[str]]


#: What no page for a debate tells, and why.
NOT_TOLD = {
    "Claim": {
        "contradicts",
        "implicit",
        "kind",
        "standard",
        "status",
        "cites",
        "credence",
    },  # seen in what is made of them
    "Argument": {"premises", "supports", "attacks", "roles", "answers", "scheme", "strength", "cites"},
    "Citation": {"source", "fingerprint"},  # the fingerprint is of the text, for check
    "Source": {"type", "language", "text", "author"},  # for programs; authors by their parts
    "Position": {"accepts", "rejects", "speaks_in"},
    "Question": {"answers"},
}
#: The kinds that tell a field of whatever they are about. What is handed on or spoken holds no notes and no tags.
FIELDS = {
    "text": ("brief", "blocks", "gaps", "questions", "assumptions", "disclose", "plan", "overview"),
    "title": ("brief", "blocks", "flow", "gaps", "questions", "overview"),
    "note": ("brief", "blocks"),
    "tags": ("brief", "blocks"),
    "locator": ("brief", "blocks", "sent", "disclose", "plan"),
    "quote": ("brief", "blocks", "sent", "disclose", "plan"),
    "quotes": ("brief", "blocks", "sent", "disclose", "plan"),
    "passage": ("blocks", "sent", "disclose", "plan"),
    "source": ("brief", "blocks", "sent", "disclose", "plan"),
    "name": ("blocks",),
    "description": ("brief", "blocks"),
}


def marked(random: Random) -> Marked:
    """Draw a map, and fill every field that holds words with words that stand nowhere else."""
    data = small_map(random, arguments=6, leaves=6)
    words: dict[str, list[str]] = {}

    def mark(field: str) -> str:
        word = f"W{sum(map(len, words.values())):04}w"
        words.setdefault(field, []).append(word)
        return word

    def cite() -> dict[str, Any]:
        quote, more = mark("Citation.quote"), mark("Citation.quotes")
        passage = f"{mark('Citation.passage')} {quote} and {more}."
        return {
            "source": "s",
            "locator": mark("Citation.locator"),
            "quote": quote,
            "quotes": [quote, more],
            "passage": passage,
        }

    for name, claim in data["claims"].items():
        claim["text"] = f"{mark('Claim.text')}."
        claim |= {
            "note": mark("Claim.note"),
            "tags": [mark("Claim.tags")],
            **({"cites": [cite()]} if name != "c0" else {}),
        }
    for argument in data["arguments"].values():
        argument |= {
            "title": mark("Argument.title"),
            "note": mark("Argument.note"),
            "tags": [mark("Argument.tags")],
            "cites": [cite()],
        }
    author = {"family": mark("Source.author.family"), "given": mark("Source.author.given")}
    source = {"title": mark("Source.title"), "author": [author], "issued": "2024-05-03", "accessed": "2025-06-30"}
    source |= {
        field: mark(f"Source.{field}") for field in ("qualifications", "publisher", "container-title", "grade", "note")
    }
    data["sources"] = {"s": source | {"URL": f"https://x.example/{mark('Source.URL')}"}}
    leaf = next(iter(data["arguments"].values()))["premises"][0]
    data["positions"] = {"p": {"name": mark("Position.name"), "accepts": [leaf], "note": mark("Position.note")}}
    data["questions"] = {"q": {"text": mark("Question.text"), "answers": ["c0"], "note": mark("Question.note")}}
    data["description"] = mark("Map.description")
    return Marked(model(data), words)


def texts(prep: Preparation) -> dict[str, str]:
    """Give every kind of page as text; of a block file also what may be sent."""
    found = {kind: page_markdown(page(prep)) for kind, page in PAGES.items()}
    return found | {"sent": page_markdown(sendable_blocks(prep, find_blocks(prep)))}


def test_no_field_of_a_map_is_forgotten() -> None:
    """Each field is looked for, or stands in the list of those that are not told as words."""
    marks = {field for seed in range(3) for field in marked(Random(seed)).words}  # noqa: S311 - a sample
    for kind in (Claim, Argument, Citation, Source, Position, Question):
        assert issubclass(kind, Record)
        names = {field.alias or name for name, field in kind.model_fields.items()}
        looked_for = {one.split(".")[1] for one in marks if one.startswith(f"{kind.__name__}.")}
        fixed = {"issued", "accessed"} if kind is Source else set()
        assert names - NOT_TOLD[kind.__name__] - fixed == looked_for - {"author"}, kind


@pytest.mark.parametrize("seed", range(examples(12)))
def test_every_field_comes_out_where_what_it_belongs_to_is_told(seed: int) -> None:
    found = marked(Random(seed))  # noqa: S311 - a sample, no secret
    by_side = [texts(prepared(found.map, side)) for side in ("pro", "con")]
    for field, words in found.words.items():
        key = (
            "source" if field.startswith("Source") and not field.endswith((".note", ".grade")) else field.split(".")[-1]
        )
        kinds = FIELDS["note" if key == "grade" else key]
        for word in words:
            where = {kind for pages in by_side for kind, text in pages.items() if word in text}
            missing = [kind for kind in kinds if kind in ("brief", "blocks") and not where & {"brief", "blocks"}]
            assert not missing, (field, word)
            assert where <= {*kinds, "flow", "overview", "ach"} or key in ("name", "text", "title", "quotes"), (
                field,
                where,
            )
        assert any(word in pages.get(kind, "") for kind in kinds for pages in by_side for word in words), field


def test_an_argument_to_which_nothing_is_asked_is_listed_with_the_reason() -> None:
    unasked = 0
    for seed in range(max(10, examples(20))):
        for side in ("pro", "con"):
            prep = prepared(marked(Random(seed)).map, side)  # noqa: S311 - a sample, no secret
            found = told_of("questions", prep)
            for one in prep.opposing:
                assert is_told(prep, prep.names[one.argument], found), (seed, side, prep.names[one.argument])
            unasked += len(prep.opposing) - len(examine(prep))
    assert unasked > 0


def test_what_is_handed_on_holds_no_note_no_tag_and_no_grade() -> None:
    for seed in range(examples(6)):
        found = marked(Random(seed))  # noqa: S311 - a sample, no secret
        private = {
            word
            for field, words in found.words.items()
            if field.endswith((".note", ".tags", ".grade"))
            for word in words
        }
        for side in ("pro", "con"):
            pages = texts(prepared(found.map, side))
            for kind in ("sent", "disclose", "plan"):
                assert not [word for word in private if word in pages[kind]], (seed, side, kind)
