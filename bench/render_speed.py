"""How fast ``coldwater render --format svg`` is: the article, large trees, and beside Argdown's own drawings.

A picture shows the sides of a large map; Argdown draws all of it, and is held against the map.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from bench import maps, spellings
from bench.programs import argdown_map, coldwater_render
from bench.table import Row, met
from bench.timing import time_in_turn

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_FOR_ARTICLE = 0.2
#: CPU seconds for the SVG of a tree, start-up included, by its claims.
MOST = {1_000: 0.4, 5_000: 1.2, 30_000: 7.0}
#: How many times coldwater's CPU Argdown should take at least, by claims.
LEAST_OF_ARGDOWN = {1_000: 10.0, 5_000: 25.0}
ALLOWED = 300.0


class Effort(NamedTuple):
    """Rounds, sizes of trees, and the sizes given to Argdown as well."""

    rounds: int
    sizes: tuple[int, ...]
    argdown_sizes: tuple[int, ...]


FULL = Effort(3, (1_000, 5_000, 30_000), (1_000, 5_000))
QUICK = Effort(3, (1_000, 5_000), (1_000,))


def measure(folder: str, effort: Effort) -> Iterator[Row]:
    """Write maps into a folder, draw them, and give the rows of the table as they come."""
    article = time_in_turn({"article": coldwater_render(maps.ARTICLE, folder)}, 3 * effort.rounds, ALLOWED)["article"]
    yield Row("coldwater render, the article", 90, article, "", met(article.median_cpu, MOST_FOR_ARTICLE, " s"))
    smaller = None
    for claims in effort.sizes:
        document = maps.make_map(claims)
        yaml, argdown = (os.path.join(folder, f"tree-{claims}.{end}") for end in ("argmap.yaml", "argdown"))
        for path, text in ((yaml, spellings.as_yaml(document)), (argdown, spellings.as_drawn_argdown(document))):
            with open(path, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
        sys.stderr.write(f"drawing {claims:,} claims ...\n")
        programs = {layout: coldwater_render(yaml, folder, layout) for layout in ("auto", "rails", "map")}
        peer = argdown_map(argdown, folder) if claims in effort.argdown_sizes else None
        timed = time_in_turn(programs if peer is None else {**programs, "argdown": peer}, effort.rounds, ALLOWED)
        own = timed["auto"]
        compared = "" if smaller is None else f"{own.median_cpu / smaller:.1f}x the size before"
        yield Row("coldwater render", claims, own, compared, met(own.median_cpu, MOST[claims], " s"))
        smaller = own.median_cpu
        yield Row("  --layout rails: every claim in words", claims, timed["rails"])
        yield Row("  --layout map: every claim in a box", claims, timed["map"])
        if "argdown" in timed:
            ratio = timed["argdown"].median_cpu / timed["map"].median_cpu  # which draws as much
            least = LEAST_OF_ARGDOWN[claims]
            target = f">= {least:g}x: {'met' if ratio >= least else 'missed'}"
            yield Row("argdown map", claims, timed["argdown"], f"{ratio:.1f}x --layout map", target)
        elif claims in effort.argdown_sizes:
            yield Row("argdown map", claims, "not installed")
