"""The models of sources: a source, its authors, and where in it a claim or an argument has its ground."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from coldwater.model.values import (
    Date,
    Fingerprint,
    Id,
    Language,
    Record,
    RelativePath,
    SourceType,
    Text,
    Url,
    Year,
    listed_alone,
)


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
        most, quotes = self.quote, self.quotes
        if most is not None and not any(most in one for one in quotes):
            quotes = (most, *quotes)
        return quotes or (() if self.passage is None else (self.passage,))


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
    author: Annotated[tuple[Text | Author, ...], BeforeValidator(listed_alone)] | None = Field(
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
