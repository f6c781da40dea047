"""``coldwater scheme``: the argumentation schemes, or one of them."""

from __future__ import annotations

import sys

from coldwater.cli import EXIT_CLEAN
from coldwater.cli.output import columns
from coldwater.errors import UsageError
from coldwater.schemes._table import FAMILIES, SCHEMES
from coldwater.schemes.lookup import closest_scheme, find_scheme
from coldwater.schemes.manual import list_text, scheme_data, scheme_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.schemes.forms import Scheme

_LISTED = "`coldwater scheme` lists them."


def run_scheme(name: str | None, output_format: str) -> int:
    """Print the list of schemes, or one with its slots and questions. Raises UsageError for an unknown name."""
    chosen = SCHEMES if name is None else (_scheme(name),)
    if output_format == "json":
        import json  # noqa: PLC0415 - each start pays for one format

        data = {"version": 1, "schemes": [scheme_data(scheme) for scheme in chosen]}
        sys.stdout.write(json.dumps(data, indent=2) + "\n")
    elif name is None:
        sys.stdout.write(list_text(FAMILIES, chosen, columns()))
    else:
        sys.stdout.write(scheme_text(FAMILIES, chosen[0], columns()))
    return EXIT_CLEAN


def _scheme(name: str) -> Scheme:
    scheme = find_scheme(name)
    if scheme is not None:
        return scheme
    meant = closest_scheme(name)
    raise UsageError(f"there is no scheme {name}. {f'Did you mean {meant}?' if meant else _LISTED}")
