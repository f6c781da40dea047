"""The group ``coldwater prep`` with all its commands, in the order in which the help lists them."""

from __future__ import annotations

from coldwater.cli.prep import material_commands, rounds_commands, training_commands
from coldwater.cli.prep.options import prep

__all__ = ["material_commands", "prep", "rounds_commands", "training_commands"]
