"""The file with what was said in practice or a round: written after each answer, whole, never over another file."""

from __future__ import annotations

import os
import re
import shlex

from coldwater.cli.prep.terminal import uninterrupted
from coldwater.errors import UsageError
from coldwater.files import write_file
from coldwater.formats.native.patch_text import write_patch
from coldwater.printable import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.practice.sayings import Saying, Sayings


class PatchFile:
    """A patch for a map, at a path of its own: as asked for, else ``NAME.patch.yaml`` in the folder one stands in.

    ``occasion``: where it was said. Nothing is written before there is something to write. Raises UsageError where the
    path asked for is taken or does not end as YAML does.
    """

    def __init__(self, map_path: str, wanted: str | None, occasion: str = "a bout") -> None:
        self.map_path = map_path
        self._occasion = occasion
        self.path = _free(map_path) if wanted is None else wanted
        if wanted is not None and os.path.lexists(wanted):
            raise UsageError(f"{wanted}: there is such a file already; nothing is written over it. Name another one.")
        if wanted is not None and not wanted.endswith((".yaml", ".yml")):
            raise UsageError(f"{wanted}: the name of a patch must end in .yaml or .yml")

    @property
    def command(self) -> str:
        """The command line that adds the patch to its map."""
        return shlex.join(("coldwater", "apply", self.map_path, self.path))

    def write(self, prep: Preparation, sayings: Sayings) -> None:
        """Write all that was said so far. Ctrl-C waits until it is on the disk."""
        head = (
            f"Said in {self._occasion} for {prep.side}: {printable(' '.join(prep.map.title.split()))}",
            "Mend the words, add sources, then:",
            f"  {printable(self.command)}",
        )
        above = {one.argument: _remark(prep, one) for one in sayings.found}
        with uninterrupted():
            write_file(self.path, write_patch(sayings.patch(), head, above).encode(), is_synced=True)


def _remark(prep: Preparation, saying: Saying) -> str:
    if saying.supports:
        if saying.target == prep.map.thesis:
            return "for the thesis"
        return "a ground for what was said before it"
    node = prep.numbers[saying.target]
    argument = prep.graph.arguments.get(saying.target)
    what = "against" if argument is None else f"against the step {'of' if argument.title else 'from'}"
    return f"{what} “{printable(' '.join(prep.title(node).split()))}”"


def _free(map_path: str) -> str:
    """Give the name of a patch that no file has: that of the map with another ending, with a number if need be."""
    stem = re.sub(r"(\.argmap)?\.(yaml|yml|json)$", "", os.path.basename(map_path), flags=re.IGNORECASE)
    name, number = f"{stem}.patch.yaml", 1
    while os.path.lexists(name):
        number += 1
        name = f"{stem}.patch-{number}.yaml"
    return name
