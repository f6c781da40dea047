"""What ``coldwater scheme`` prints: argumentation schemes as data."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from coldwater.schemas.words import Number


class SchemePremise(TypedDict):
    """A premise of a scheme, by the name of its slot."""

    slot: str
    text: str
    assumption: bool
    """It holds until somebody questions it, so that a map need not state it."""


class SchemeQuestion(TypedDict):
    """A critical question."""

    name: str
    ask: str
    hits: str
    """The slot whose premise a bad answer undermines, or step, or conclusion."""
    burden: Literal["answerer", "asker"]
    """Who has to show it."""


class ListedScheme(TypedDict):
    """An argumentation scheme."""

    name: str
    title: str
    gist: str
    family: str
    number: Number | None
    """Its number in the compendium of Walton, Reed and Macagno (2008)."""
    reference: str | None
    """Where it is from if it has none."""
    checked: list[str]
    """What the entry was compared with."""
    premises: list[SchemePremise]
    conclusion: str
    questions: list[SchemeQuestion]
    also: list[str]
    """Further names."""


class SchemeList(TypedDict):
    """What `coldwater scheme --output-format json` prints: all schemes, or the one asked for."""

    version: Literal[1]
    schemes: list[ListedScheme]
