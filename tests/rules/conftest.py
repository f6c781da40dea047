"""Checks maps written as data or text: what the tests of the rules share."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from coldwater.model import from_accepted_data
from coldwater.project.settings import Level, Settings
from coldwater.rules.engine import run
from coldwater.rules.subject import Subject

Find = Callable[..., list[str]]


def _map(claims: str, arguments: str = "", /, **fields: Any) -> dict[str, Any]:
    """Give a map about `t`: claims as "a b c", arguments as "x: a b -> t; y: c -| x" (-| attacks).

    Fields given by name take the place of what this makes.
    """
    steps: dict[str, Any] = {}
    for line in filter(None, map(str.strip, arguments.split(";"))):
        name, step = line.split(":")
        supports = "->" in step
        premises, target = step.split("->" if supports else "-|")
        steps[name.strip()] = {"premises": premises.split(), "supports" if supports else "attacks": target.strip()}
    texts: dict[str, Any] = {name: f"This is what {name} says." for name in ["t", *claims.split()]}
    for one, other in fields.pop("contradictions", ()):
        if isinstance(texts[one], str):
            texts[one] = {"text": texts[one], "contradicts": []}
        texts[one]["contradicts"].append(other)
    data = {"argmap": 1, "title": "A map", "thesis": "t", "claims": texts, "arguments": steps, "shape": "graph"}
    return {**data, **fields}


def turned_on(*codes: str) -> Settings:
    """Give settings under which these rules run as well, which are off unless they are asked for."""
    return Settings(os.getcwd(), levels=(Level("*", select=codes),))


@pytest.fixture
def find() -> Find:
    """Check a small map; give "CW103 a" for each finding but CW206, which is of no interest here, in order of rules."""

    def check(
        claims: str,
        arguments: str = "",
        /,
        *,
        excused: str = "",
        texts: Mapping[str, str] | None = None,
        one_sided: bool = False,
        select: tuple[str, ...] = (),
        **fields: Any,
    ) -> list[str]:
        subject = Subject(from_accepted_data(_map(claims, arguments, **fields)), texts, frozenset(excused.split()))
        found = [f"{rule.CODE} {flaw.id or '-'}" for rule, flaw in run(subject, select)]
        return [line for line in found if one_sided or not line.startswith("CW206")]

    return check


@pytest.fixture
def messages() -> Find:
    """Check a small map; give the messages of all findings but CW206's."""

    def check(claims: str, arguments: str = "", /, **fields: Any) -> list[str]:
        texts = fields.pop("texts", None)
        subject = Subject(from_accepted_data(_map(claims, arguments, **fields)), texts)
        return [flaw.message for rule, flaw in run(subject) if rule.CODE != "CW206"]

    return check
