"""What the fields of models hold: words, ids, texts, numbers; and what all models share. It knows none of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictStr,
    WithJsonSchema,
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


def no_two_spellings(value: object) -> object:
    """Refuse keys that are one id spelt in two ways: the later entry would take the place of the first."""
    keys = [key for key in value if isinstance(key, str)] if isinstance(value, Mapping) else []
    if len(set(map(composed, keys))) < len(keys):
        raise ValueError("an id occurs twice, in two spellings")
    return value


def no_repeats(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Refuse an item that occurs twice."""
    if len(set(values)) != len(values):
        raise ValueError("an item occurs twice")
    return values


def listed_alone(value: object) -> object:
    """Make a list of one that stands alone."""
    return [value] if isinstance(value, str | Mapping | Record) else value


def whole_number(value: object) -> object:
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
    BeforeValidator(whole_number),
    Field(strict=True, ge=0, le=9999),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 9999}),
]

UNIQUE = {"uniqueItems": True}
Ids = Annotated[tuple[Id, ...], AfterValidator(no_repeats), Field(json_schema_extra=UNIQUE)]
Premises = Annotated[tuple[Id, ...], Field(min_length=1, json_schema_extra=UNIQUE), AfterValidator(no_repeats)]
Texts = Annotated[tuple[Text, ...], AfterValidator(no_repeats), Field(json_schema_extra=UNIQUE)]
Questions = Annotated[tuple[Text, ...], Field(min_length=1, json_schema_extra=UNIQUE), AfterValidator(no_repeats)]


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
