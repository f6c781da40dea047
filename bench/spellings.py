"""Spells a map as coldwater JSON, as coldwater YAML and as Argdown, the way a careful author would. It makes no map."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.maps import Document


def as_json(document: Document) -> str:
    """Give a map as coldwater JSON."""
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def as_yaml(document: Document) -> str:
    """Give a map as coldwater YAML: one line for a short entry, a block for a claim with more than its text."""
    return "\n".join(_yaml_lines(document)) + "\n"


def _yaml_lines(document: Document) -> Iterator[str]:
    for name, value in document.items():
        if not isinstance(value, dict):
            yield f"{name}: {_plain(value)}"
            continue
        yield f"{name}:" if value else f"{name}: {{}}"
        for key, entry in value.items():
            if name == "claims" and isinstance(entry, dict):
                yield f"  {key}:"
                yield from (f"    {field}: {_flow(content)}" for field, content in entry.items())
            else:
                yield f"  {key}: {_flow(entry)}"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _plain(value)


def _plain(value: object) -> str:
    """Give a scalar as it stands: the words of these maps need no quotes."""
    return str(value)


# --- Argdown ------------------------------------------------------------------------------------------------------


def as_argdown(document: Document) -> str:
    """Give a map in Argdown, in loose mode; sources and citations stand in data, since Argdown has no words for them.

    A step of one premise that nothing undercuts is a relation between statements. Any other step is a reconstructed
    argument; where it attacks, its conclusion, which Argdown wants, says so in a few words.
    """
    arguments: Document = document["arguments"]
    undercut = {argument["attacks"] for argument in arguments.values() if argument.get("attacks") in arguments}
    lone = {name for name, argument in arguments.items() if len(argument["premises"]) == 1 and name not in undercut}
    below: dict[str, list[str]] = {}
    for name, argument in arguments.items():
        target = argument.get("supports", argument.get("attacks"))
        if name in lone:
            sign = "+" if "supports" in argument else "<_" if target in arguments else "-"
            below.setdefault(target, []).append(f"  {sign} [{argument['premises'][0]}]")
        elif target in arguments:
            below.setdefault(target, []).append(f"  <_ <{name}>")
    blocks = [f"===\ntitle: {document['title']}\nsources: {json.dumps(document['sources'])}\n==="]
    blocks += ["\n".join([_statement(name, claim), *below.get(name, ())]) for name, claim in document["claims"].items()]
    blocks += [
        f"<{name}>\n\n" + "\n".join(_reconstruction(argument, below.get(name, ()), arguments))
        for name, argument in arguments.items()
        if name not in lone
    ]
    return "\n\n".join(blocks) + "\n"


def as_drawn_argdown(document: Document) -> str:
    """Give a map in Argdown such that its drawing shows what coldwater's shows: every claim and every argument a node.

    Premises support their argument's node; that they are linked, Argdown's drawings cannot say.
    """
    below: dict[str, list[str]] = {}
    for name, argument in document["arguments"].items():
        target = argument.get("supports", argument.get("attacks"))
        below.setdefault(target, []).append(f"  {'+' if 'supports' in argument else '-'} <{name}>")
        below.setdefault(name, []).extend(f"  + [{premise}]" for premise in argument["premises"])
    blocks = [f"===\ntitle: {document['title']}\n==="]
    for name, claim in document["claims"].items():
        text = claim["text"] if isinstance(claim, dict) else claim
        blocks.append("\n".join([f"[{name}]: {text}", *below.get(name, ())]))
    blocks += ["\n".join([f"<{name}>: {name}", *below[name]]) for name in document["arguments"]]
    return "\n\n".join(blocks) + "\n"


def _statement(name: str, claim: object) -> str:
    if not isinstance(claim, dict):
        return f"[{name}]: {claim}"
    more = {field: value for field, value in claim.items() if field != "text"}
    return f"[{name}]: {claim['text']} {_flow(more)}"


def _reconstruction(argument: Document, undercuts: Any, arguments: Document) -> Iterator[str]:
    premises = argument["premises"]
    yield from (f"({number}) [{premise}]" for number, premise in enumerate(premises, start=1))
    yield "----"
    yield from undercuts
    if "supports" in argument:
        yield f"({len(premises) + 1}) [{argument['supports']}]"
    elif (target := argument["attacks"]) in arguments:
        yield f"({len(premises) + 1}) The step {target} fails."
    else:
        yield f"({len(premises) + 1}) It is not so that {target}."
        yield f"  -> [{target}]"
