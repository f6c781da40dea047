"""The models: map, claim, argument, source, citation, position. The one source of truth of the file format.

The JSON Schema, the quick yes/no check and the plain twins are generated from this file (see ``codegen``).
A model knows no file, colour, rule or verdict. What a half-written map may contain (a reference to an id that is
not there) is legal here and found by a rule; what makes no sense at all is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictStr,
    WithJsonSchema,
    field_validator,
    model_validator,
)

from coldwater.model import composed
from coldwater.model.ids import ID_PATTERN, is_id, why_no_id
from coldwater.model.patterns import (
    DATE_PATTERN,
    FINGERPRINT_PATTERN,
    LANGUAGE_PATTERN,
    PATH_PATTERN,
    RULE_PATTERN,
    TEXT_PATTERN,
    URL_PATTERN,
)

Kind = Literal["fact", "value", "policy", "forecast", "definition"]
Status = Literal["accepted", "rejected", "open"]
Shape = Literal["tree", "graph"]
Standard = Literal[
    "scintilla", "preponderance", "clear-and-convincing", "beyond-reasonable-doubt", "dialectical-validity"
]
Weighing = Literal["weakest-link", "last-link"]
Verdict = Literal["in", "out", "undecided"]
Semantics = Literal["grounded", "complete", "preferred", "stable"]
SourceType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
    "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical",
    "personal_communication", "post", "post-weblog", "regulation", "report", "review", "review-book", "software",
    "song", "speech", "standard", "thesis", "treaty", "webpage",
]  # fmt: skip


def _string(pattern: str) -> Any:
    """Give the type of strings in which the pattern is found; by ``re``, as pydantic's engine knows no look-ahead."""
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        if not compiled.search(value):
            raise ValueError(f"does not match {pattern}")
        return value

    return Annotated[StrictStr, AfterValidator(check), WithJsonSchema({"type": "string", "pattern": pattern})]


def _composed_id(value: str) -> str:
    """Give an id in composed form; the schema's pattern alone would let more pass."""
    id_ = composed(value)
    if not is_id(id_):
        raise ValueError(f"is no id: {why_no_id(value)}")
    return id_


def _no_two_spellings(value: object) -> object:
    """Refuse keys that are one id spelt in two ways: the later entry would take the place of the first."""
    keys = [key for key in value if isinstance(key, str)] if isinstance(value, Mapping) else []
    if len(set(map(composed, keys))) < len(keys):
        raise ValueError("an id occurs twice, in two spellings")
    return value


def _no_repeats(values: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(set(values)) != len(values):
        raise ValueError("an item occurs twice")
    return values


def _listed(value: object) -> object:
    """Make a list of one that stands alone."""
    return [value] if isinstance(value, str | Mapping | Record) else value


def _whole_number(value: object) -> object:
    """Let 1.0 pass for 1, as JSON Schema does; True is no number."""
    if isinstance(value, bool):
        raise ValueError("must be a number")
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _finite_number(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("must be a number")
    return float(value) if abs(value) <= 1 else value


if TYPE_CHECKING:
    Id = str
    Text = str
    Language = str
    Date = str
    Url = str
    RelativePath = str
    RuleCode = str
    Fingerprint = str
    Unit = float
else:
    Id = Annotated[StrictStr, AfterValidator(_composed_id), WithJsonSchema({"type": "string", "pattern": ID_PATTERN})]
    Text = _string(TEXT_PATTERN)
    Language = _string(LANGUAGE_PATTERN)
    Date = _string(DATE_PATTERN)
    Url = _string(URL_PATTERN)
    RelativePath = _string(PATH_PATTERN)
    RuleCode = _string(RULE_PATTERN)
    Fingerprint = _string(FINGERPRINT_PATTERN)
    Unit = Annotated[
        float,
        BeforeValidator(_finite_number),
        Field(ge=0, le=1),
        WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1}),
    ]
Year = Annotated[
    int,
    BeforeValidator(_whole_number),
    Field(strict=True, ge=0, le=9999),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 9999}),
]

_UNIQUE = {"uniqueItems": True}
Ids = Annotated[tuple[Id, ...], AfterValidator(_no_repeats), Field(json_schema_extra=_UNIQUE)]
Premises = Annotated[tuple[Id, ...], Field(min_length=1, json_schema_extra=_UNIQUE), AfterValidator(_no_repeats)]
Texts = Annotated[tuple[Text, ...], AfterValidator(_no_repeats), Field(json_schema_extra=_UNIQUE)]
Questions = Annotated[tuple[Text, ...], Field(min_length=1, json_schema_extra=_UNIQUE), AfterValidator(_no_repeats)]


def _refuse_bad_fields(data: object, known: frozenset[str]) -> object:
    """Refuse null anywhere and unknown fields that are no extension; name every offender, sorted."""
    if not isinstance(data, Mapping):
        return data
    own = [str(key) for key in data if not str(key).startswith("x-")]
    empty = sorted(key for key in own if data.get(key, "") is None)
    if empty:
        raise ValueError("empty fields: " + ", ".join(empty))
    strange = sorted(set(own) - known)
    if strange:
        raise ValueError("unknown fields: " + ", ".join(strange))
    return data


class Record(BaseModel):
    """What all models share: frozen, unknown fields refused unless they begin with ``x-``."""

    model_config = ConfigDict(frozen=True, extra="allow", populate_by_name=False, protected_namespaces=())

    @model_validator(mode="before")
    @classmethod
    def _check_fields(cls, data: object) -> object:
        known = frozenset(field.alias or name for name, field in cls.model_fields.items())
        return _refuse_bad_fields(data, known)


class Citation(Record):
    """Where in a source a claim or an argument has its ground."""

    source: Id = Field(description="Id of the source, as listed under `sources`.", examples=["survey"])
    locator: Text | None = Field(
        None,
        description="Where in the source: a page, a section, or `block 7` (the seventh non-empty line of its text).",
        examples=["p. 4", "block 7", "blocks 7-9"],
    )
    quote: Text | None = Field(
        None,
        description="Words taken over unchanged. `check` looks them up where the full text is at hand.",
        examples=["the main girder is cracked"],
    )
    quotes: tuple[Text, ...] = Field(
        (),
        description="Several of them, in the order in which they are read out; behind `quote`, where both are there.",
        examples=[["the main girder is cracked", "no lorry should cross"]],
    )
    passage: Text | None = Field(
        None,
        description="A longer excerpt, unchanged, of which the quotes are what is read out (a debater's card). `check` "
        "looks them up in it.",
        examples=["In May we found that the main girder is cracked. Until it is replaced, no lorry should cross."],
    )
    fingerprint: Fingerprint | None = Field(
        None,
        description="Fingerprint of the cited blocks (16 hexadecimal digits), so that the citation can be verified "
        "against a text that the map does not carry. See docs/format.md.",
        examples=["f953d2fe21f337d6"],
    )

    @property
    def read_out(self) -> tuple[str, ...]:
        """What is read out: the quotes; where there are none, the whole passage, if there is one."""
        quotes = self.quotes if self.quote is None or self.quote in self.quotes else (self.quote, *self.quotes)
        return quotes or (() if self.passage is None else (self.passage,))


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

    _keys_are_told_apart = field_validator("answers", mode="before")(_no_two_spellings)

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


class Author(Record):
    """A person or body, by CSL-JSON's names."""

    family: Text | None = Field(None, description="Family name.", examples=["Toulmin"])
    given: Text | None = Field(None, description="Given names.", examples=["Stephen E."])
    literal: Text | None = Field(None, description="The whole name, for bodies.", examples=["City Engineer"])

    @model_validator(mode="after")
    def _has_a_name(self) -> Self:
        if self.family is None and self.literal is None:
            raise ValueError("needs a family name or a literal name")
        return self


class Source(Record):
    """A text that claims rest on, described with CSL-JSON's names."""

    title: Text = Field(description="Title of the source.", examples=["Bridge survey 2025"])
    type: SourceType | None = Field(None, description="What it is (a CSL-JSON type).", examples=["report"])
    author: Annotated[tuple[Text | Author, ...], BeforeValidator(_listed)] | None = Field(
        None,
        description="Who wrote it, in order; one author may stand without a list.",
        examples=[["City Engineer"], {"family": "Toulmin", "given": "Stephen E."}],
    )
    qualifications: Text | None = Field(
        None,
        description="Who the author is, as debaters cite it: office, degree, field.",
        examples=["structural engineer, head of the city's bridge office"],
    )
    issued: Date | Year | None = Field(
        None, description="When it appeared: year, year-month or year-month-day.", examples=["2025-03-01"]
    )
    publisher: Text | None = Field(None, description="Who published it.", examples=["City of Ulm"])
    container_title: Text | None = Field(
        None, alias="container-title", description="Journal, book or site it appeared in.", examples=["Civil Works"]
    )
    url: Url | None = Field(
        None, alias="URL", description="Where to find it (http, https, doi: or urn:).",
        examples=["https://example.org/survey"],
    )  # fmt: skip
    accessed: Date | None = Field(None, description="When it was looked up.", examples=["2025-06-30"])
    language: Language | None = Field(None, description="Its language (BCP 47).", examples=["en", "zh-Hans"])
    grade: Text | None = Field(
        None, description="How far it can be trusted, on a scale of your own.", examples=["high", "B2"]
    )
    text: RelativePath | None = Field(
        None, description="Path of its full text (UTF-8), below the map's folder.", examples=["texts/survey.txt"]
    )
    note: Text | None = Field(None, description="A remark.", examples=["Second edition."])


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


class Ignore(Record):
    """A finding that is to be left alone, and why."""

    rule: RuleCode | None = Field(None, description="Code of the rule; all rules unless given.", examples=["CW301"])
    at: Id | None = Field(None, description="Id it concerns; the whole map unless given.", examples=["cracks"])
    reason: Text = Field(description="Why the finding is no flaw here.", examples=["Common knowledge."])

    @model_validator(mode="after")
    def _says_what(self) -> Self:
        if self.rule is None and self.at is None:
            raise ValueError("needs a rule, an id (at), or both")
        return self


class Lint(Record):
    """What `check` should leave alone."""

    ignore: tuple[Ignore, ...] = Field(
        (),
        description="Findings to leave alone, each with its reason.",
        examples=[[{"rule": "CW301", "at": "cracks", "reason": "Common knowledge."}]],
    )


class Proof(Record):
    """The parameters of the proof standards `clear-and-convincing` and `beyond-reasonable-doubt`."""

    alpha: Unit | None = Field(
        None, description="The strongest argument for a claim must be stronger than this (0.5 unless given).",
        examples=[0.5],
    )  # fmt: skip
    beta: Unit | None = Field(
        None, description="By how much it must outdo the strongest argument against it (0.3 unless given).",
        examples=[0.3],
    )  # fmt: skip
    gamma: Unit | None = Field(
        None,
        description="Beyond reasonable doubt, the strongest argument against it must be weaker than this (0.2 unless "
        "given).",
        examples=[0.2],
    )


class Expect(Record):
    """The verdicts that the author counts on; `check` says where the evaluation gives others."""

    semantics: Semantics = Field(
        "grounded",
        description="Under which semantics. Where it gives several labellings, the verdict is the one they agree on, "
        "and undecided if they do not.",
        examples=["grounded"],
    )
    verdicts: Mapping[Id, Verdict] = Field(
        description="By the id of a claim or argument: in, out or undecided.", examples=[{"rebuild": "in"}]
    )

    _keys_are_told_apart = field_validator("verdicts", mode="before")(_no_two_spellings)


class Map(Record):
    """An argument map: a thesis, claims, arguments, sources."""

    model_config = ConfigDict(json_schema_extra={"title": "coldwater argument map"})

    argmap: Annotated[Literal[1], BeforeValidator(_whole_number)] = Field(
        description="Version of the format; always 1.", examples=[1]
    )
    title: Text = Field(description="The question or topic.", examples=["Should the bridge be rebuilt?"])
    theses: Annotated[Premises, BeforeValidator(_listed)] = Field(
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
        _no_two_spellings
    )

    @property
    def thesis(self) -> str:
        """Id of the claim that is meant where one is asked for: the first thesis."""
        return self.theses[0]
