"""``coldwater init``: a first map, commented, and the schema beside it so that an editor completes the fields."""

from __future__ import annotations

import os
import sys

from coldwater.cli import EXIT_CLEAN
from coldwater.cli.output import say
from coldwater.errors import UsageError
from coldwater.files import write_file

SCHEMA_NAME = "argmap.schema.json"

TEMPLATE = """\
# yaml-language-server: $schema=./argmap.schema.json
# The line above lets an editor with a YAML language server complete and explain every field.
argmap: 1
title: Should the town rebuild the bridge?
thesis: rebuild                 # the claim that the map is about
language: en

sources:
  survey:
    title: Bridge survey 2025
    type: report
    author: City Engineer
    issued: 2025-03-01

# A text stands on a line of its own. It needs quotes ("…") if it holds a colon before a blank or a # after one, or
# begins with a sign such as " [ or -; the check says where, and --fix puts them in.
claims:                         # statements, each under an id of your choice
  rebuild: The town should rebuild the bridge.
  cracks:
    text: The main girder is cracked.
    kind: fact
    cites: [{source: survey, locator: p. 4}]
  unsafe:
    text: A bridge with a cracked main girder is unsafe.
    implicit: true              # nobody says so, but the step needs it
  costly: Rebuilding costs three yearly budgets.
  grant: The state pays four fifths of the cost.

arguments:                      # steps from premises to a target
  safety:
    title: Unsafe girder
    premises: [cracks, unsafe]  # linked: both are needed
    supports: rebuild
  money:
    title: Cost
    premises: [costly]
    attacks: rebuild
  funded:
    title: State grant
    premises: [grant]
    attacks: money              # attacks an argument: an undercut
"""


#: The line by which an editor finds the schema that stands beside a map.
_SCHEMA_LINE = f"# yaml-language-server: $schema=./{SCHEMA_NAME}\n"


def example_map(name: str) -> str:
    """Give a map that comes along, with the line for editors."""
    path = os.path.join(os.path.dirname(__file__), "examples", f"{name}.argmap.yaml")
    with open(path, encoding="utf-8") as file:
        return _SCHEMA_LINE + file.read()


def run_init(name: str, example: str | None) -> int:
    """Write the map, or an example, and the schema; never over a file that is there."""
    path = name if name.endswith((".yaml", ".yml")) else f"{name}.argmap.yaml"
    if os.path.lexists(path):
        raise UsageError(f"{path} is there already; choose another name")
    schema_path = os.path.join(os.path.dirname(path), SCHEMA_NAME)
    if not os.path.lexists(schema_path):
        from coldwater.schemas import schema_text  # noqa: PLC0415

        write_file(schema_path, schema_text().encode())
    write_file(path, TEMPLATE.encode() if example is None else example_map(example).encode())
    sys.stdout.write(f"{path}\n{schema_path}\n")
    word = f"./{path}" if path.startswith("-") else path
    say(f"Now:  coldwater check {word}   and   coldwater show {word}")
    return EXIT_CLEAN
