"""The models of what a map asks of those who check and judge it: what to ignore, what it expects, how much is proof."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - pydantic reads annotations when it runs
from typing import Self

from pydantic import Field, field_validator, model_validator

from coldwater.model.values import (
    Id,
    Record,
    RuleCode,
    Semantics,
    Text,
    Unit,
    Verdict,
    no_two_spellings,
)  # fmt: skip


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

    _keys_are_told_apart = field_validator("verdicts", mode="before")(no_two_spellings)
