"""The models: map, claim, argument, source, citation, position. The one source of truth of the file format.

The JSON Schema, the quick yes/no check and the plain twins are generated from this file (see ``codegen``), with
the models of sources (``cited``), of what a map asks for (``asked``) and what their fields hold (``values``).
A model knows no file, colour, rule or verdict. What a half-written map may contain (a reference to an id that is
not there) is legal here and found by a rule; what makes no sense at all is refused.
"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - pydantic reads annotations when it runs
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, StrictBool, field_validator, model_validator

from coldwater.model.asked import Expect, Ignore, Lint, Proof
from coldwater.model.cited import Author, Citation, Source
from coldwater.model.values import (
    Id,
    Ids,
    Kind,
    Language,
    Premises,
    Questions,
    Record,
    Semantics,
    Shape,
    SourceType,
    Standard,
    Status,
    Text,
    Texts,
    Unit,
    Weighing,
    listed_alone,
    no_two_spellings,
    whole_number,
)

__all__ = [
    "Argument", "Author", "Citation", "Claim", "Expect", "Ignore", "Kind", "Lint", "Map", "Position", "Proof",
    "Question", "Record", "Semantics", "Source", "SourceType", "Standard",
]  # fmt: skip


class Claim(Record):
    """A statement that can be accepted or rejected. A string is short for a claim with that text."""

    text: Text = Field(description="The statement, as one sentence.", examples=["The main girder is cracked."])
    kind: Kind | None = Field(
        None,
        description="What sort of statement: a fact, a value, a policy (what should be done), a forecast (what will "
        "happen) or a definition.",
        examples=["fact"],
    )
    status: Status | None = Field(
        None,
        description="accepted: granted without an argument; rejected: out, whatever supports it; open: undecided "
        "until an argument settles it.",
        examples=["accepted"],
    )
    credence: Unit | None = Field(None, description="How likely the claim is on its own, from 0 to 1.", examples=[0.8])
    standard: Standard | None = Field(
        None,
        description="How much must speak for the claim when something speaks against it; the document's standard "
        "unless given.",
        examples=["beyond-reasonable-doubt"],
    )
    implicit: StrictBool | None = Field(
        None, description="true: nobody said so, but the step needs it (drawn dashed).", examples=[True]
    )
    contradicts: Ids = Field((), description="Claims that cannot hold together with this one.", examples=[["cheap"]])
    cites: tuple[Citation, ...] = Field(
        (), description="Where the claim comes from.", examples=[[{"source": "survey", "locator": "p. 4"}]]
    )
    tags: Texts = Field((), description="Words to sort by.", examples=[["budget", "2026"]])
    note: Text | None = Field(None, description="A remark for readers of the file.", examples=["Checked in May."])

    @model_validator(mode="before")
    @classmethod
    def _accept_text_alone(cls, data: object) -> object:
        return {"text": data} if isinstance(data, str) else data


class Argument(Record):
    """One step: premises that together support or attack a claim or another argument."""

    title: Text | None = Field(
        None, description="Two to four words, printed in the drawing.", examples=["Unsafe girder"]
    )
    premises: Premises = Field(
        description="Ids of the claims that the step rests on; all of them are needed.",
        examples=[["cracks", "unsafe"]],
    )
    supports: Id | None = Field(
        None,
        description="Id of the claim this speaks for, or of the argument whose step it backs.",
        examples=["rebuild"],
    )
    attacks: Id | None = Field(
        None,
        description="Id of the claim this speaks against, or of the argument whose step it undercuts.",
        examples=["money"],
    )
    scheme: Text | None = Field(
        None,
        description="The argumentation scheme, such as expert_opinion or practical_reasoning; `coldwater scheme` lists "
        "them. Case, hyphens and underscores are alike; a name of your own begins with `x-`.",
        examples=["expert_opinion"],
    )
    roles: Mapping[Text, Id] | None = Field(
        None,
        description="Which premise fills which slot of the scheme: claim ids by the names of slots.",
        examples=[{"expert": "is-engineer", "says": "engineer-says"}],
    )
    answers: Mapping[Id, Questions] | None = Field(
        None,
        description="Which critical questions this argument answers: their names, by the id of the argument they are "
        "asked of. `coldwater scheme NAME` lists them.",
        examples=[{"safety": ["other_means"]}],
    )
    strength: Unit | None = Field(
        None, description="How strong the step is, from 0 to 1 (1 unless given).", examples=[0.6]
    )
    cites: tuple[Citation, ...] = Field(
        (), description="Where the step comes from.", examples=[[{"source": "survey", "locator": "p. 9"}]]
    )
    tags: Texts = Field((), description="Words to sort by.", examples=[["safety"]])
    note: Text | None = Field(None, description="A remark for readers of the file.", examples=["Weakest step."])

    _keys_are_told_apart = field_validator("answers", mode="before")(no_two_spellings)

    @model_validator(mode="after")
    def _has_one_target(self) -> Self:
        if (self.supports is None) == (self.attacks is None):
            raise ValueError("needs exactly one of supports and attacks")
        return self

    @property
    def target(self) -> str:
        """Id of the claim or argument that this one supports or attacks."""
        target = self.supports if self.supports is not None else self.attacks
        assert target is not None
        return target


class Position(Record):
    """What somebody accepts and rejects."""

    name: Text = Field(description="Who holds the position.", examples=["The mayor"])
    accepts: Ids = Field((), description="Claims they accept.", examples=[["rebuild"]])
    rejects: Ids = Field((), description="Claims they reject.", examples=[["costly"]])
    speaks_in: Ids = Field(
        (),
        description="Sources in which they speak, whoever wrote these: what they accept and such a source is cited for "
        "is told as their words there.",
        examples=[["minutes"]],
    )
    note: Text | None = Field(None, description="A remark.", examples=["Speech of 3 May."])


class Question(Record):
    """A question that several theses or rivals answer: the title of their group."""

    text: Text = Field(description="The question.", examples=["What should become of the old bridge?"])
    answers: Premises = Field(
        description="Claims that answer it: theses, or rivals of one.", examples=[["rebuild", "repair"]]
    )
    note: Text | None = Field(None, description="A remark.", examples=["The second item of the agenda."])


class Map(Record):
    """An argument map: a thesis, claims, arguments, sources."""

    model_config = ConfigDict(json_schema_extra={"title": "coldwater argument map"})

    argmap: Annotated[Literal[1], BeforeValidator(whole_number)] = Field(
        description="Version of the format; always 1.", examples=[1]
    )
    title: Text = Field(description="The question or topic.", examples=["Should the bridge be rebuilt?"])
    theses: Annotated[Premises, BeforeValidator(listed_alone)] = Field(
        alias="thesis",
        description="Id of the claim that the map is about. Of several, in a list, each is a root; the first is meant "
        "where one is asked for.",
        examples=["rebuild", ["rebuild", "toll"]],
    )
    rivals: Ids = Field(
        (),
        description="Other answers to the same question: ids of claims that compete with the thesis. Each is a root of "
        "its own; that two of them cannot both hold is for `contradicts` to say.",
        examples=[["repair", "close"]],
    )
    description: Text | None = Field(None, description="What the map covers.", examples=["The council's debate."])
    language: Language | None = Field(None, description="Language of the texts (BCP 47).", examples=["en"])
    draft: StrictBool = Field(
        False,
        description="true: the map is being written, or was brought in from elsewhere; what is not done yet is told in "
        "one finding.",
        examples=[True],
    )
    shape: Shape = Field(
        "tree",
        description="tree: every claim but thesis and rivals serves one argument and nothing is circular; graph: "
        "claims may be shared and attacks mutual.",
        examples=["tree"],
    )
    standard: Standard = Field(
        "preponderance",
        description="How much must speak for a claim when something speaks against it.",
        examples=["preponderance"],
    )
    weighing: Weighing = Field(
        "weakest-link",
        description="How strongly an argument speaks. weakest-link: with its strength or the force of its weakest "
        "premise, whichever is less; last-link: with its strength alone.",
        examples=["weakest-link"],
    )
    proof: Proof | None = Field(
        None, description="Parameters of the proof standards, where they are not the usual ones.",
        examples=[{"alpha": 0.6}],
    )  # fmt: skip
    expect: Expect | None = Field(
        None,
        description="The verdicts that the author counts on; `check` verifies them.",
        examples=[{"verdicts": {"rebuild": "in"}}],
    )
    sources: Mapping[Id, Source] = Field(
        {}, description="The sources by id.", examples=[{"survey": {"title": "Bridge survey 2025"}}]
    )
    claims: Mapping[Id, Claim] = Field(
        description="The claims by id; a string is short for {text: …}.",
        examples=[{"rebuild": "The town should rebuild the bridge."}],
    )
    arguments: Mapping[Id, Argument] = Field(
        {},
        description="The arguments by id.",
        examples=[{"safety": {"premises": ["cracks", "unsafe"], "supports": "rebuild"}}],
    )
    positions: Mapping[Id, Position] = Field(
        {}, description="Who accepts what, by id.", examples=[{"mayor": {"name": "The mayor", "accepts": ["rebuild"]}}]
    )
    questions: Mapping[Id, Question] = Field(
        {},
        description="What theses and rivals answer, by id, where the map is about more than its title asks.",
        examples=[{"bridge": {"text": "What should become of the bridge?", "answers": ["rebuild", "repair"]}}],
    )
    lint: Lint | None = Field(None, description="What `check` should leave alone.", examples=[{"ignore": []}])

    _keys_are_told_apart = field_validator("sources", "claims", "arguments", "positions", "questions", mode="before")(
        no_two_spellings
    )

    @property
    def thesis(self) -> str:
        """Id of the claim that is meant where one is asked for: the first thesis."""
        return self.theses[0]
