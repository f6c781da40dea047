"""Whether a change may pass: the verdict, what hits a crux unanswered, and what reviewed arguments rest on.

Pure functions over reviews and stamps. Every look says in words what it saw, whether or not it lets the change pass.
"""

from __future__ import annotations

import json

from coldwater.markdown import escaped, escaped_prose
from coldwater.model.graph import Graph
from coldwater.model.stamps import grounds
from coldwater.printable import printable, unheard
from coldwater.records import NamedTuple
from coldwater.review.stamping import suspects
from coldwater.review.text import further, headline
from coldwater.rows import hung
from coldwater.rules.suspect_argument import what_changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Literal

    from coldwater.errors import ColdwaterError
    from coldwater.model.models import Map
    from coldwater.model.stamps import Stamp
    from coldwater.review.hinges import Shift
    from coldwater.review.reviewing import Review

    Kind = Literal["verdict", "gaps", "reviews", "hidden"]

#: So many findings that are newly hidden are named one by one.
_MOST_HIDDEN = 10
_MARKS = {True: "✓", False: "✗"}


class Allowed(NamedTuple):
    """What is let through: another verdict, so many new unanswered arguments on cruxes, and what is newly hidden."""

    verdict_change: bool = False
    new_gaps: int = 0
    hidden: bool = False


class Look(NamedTuple):
    """One of the things looked at: whether it lets the change pass, what was seen, and the ids it is about."""

    kind: Kind
    passes: bool
    told: str
    ids: tuple[str, ...] = ()


class Gated(NamedTuple):
    """A map as the gate saw it: its path, empty for a map made in Python, and what was looked at.

    ``old_path``: the path that it had, if it was moved.
    """

    path: str
    looks: tuple[Look, ...]
    old_path: str | None = None

    @property
    def passes(self) -> bool:
        """Whether the map may pass."""
        return all(look.passes for look in self.looks)


class Gating(NamedTuple):
    """Maps at the gate, by path; ``base``: the revision asked for, empty where a map was compared with a map.

    ``since``: the commit at which the branch left ``base``; None where none is known, so that the tip of ``base`` was
    compared with. ``unread``: the maps that could not be looked at, and why.
    """

    base: str
    since: str | None
    maps: tuple[Gated, ...]
    unread: tuple[tuple[str, ColdwaterError], ...] = ()

    @property
    def passes(self) -> bool:
        """Whether the change may pass. What could not be read does not."""
        return not self.unread and all(one.passes for one in self.maps)


def looks_at_change(review: Review, stamps: Mapping[str, Stamp], allowed: Allowed) -> tuple[Look, ...]:
    """Look at a map that is there before and after."""
    return (
        _at_verdict(review, allowed.verdict_change),
        _at_gaps(review, allowed.new_gaps),
        _at_reviews(review.new, review.old, stamps),
    )


def looks_at_new(map_: Map, stamps: Mapping[str, Stamp], why: str) -> tuple[Look, ...]:
    """Look at a map that there was none of before, or none that could be read: ``why`` says so in a sentence."""
    return Look("verdict", True, why), _at_reviews(map_, None, stamps)


def looks_at_gone(allowed: Allowed) -> tuple[Look, ...]:
    """Look at a map that is no longer there."""
    return (Look("verdict", allowed.verdict_change, "The map is gone, and its thesis and verdict with it."),)


def look_at_hidden(told: Sequence[str], ids: Sequence[str], allowed: Allowed) -> Look:
    """Look at what a check does not show any more: ``told`` names it bit by bit; ``ids`` are those it is about."""
    if not told:
        return Look("hidden", True, "Nothing is newly hidden from a check.")
    more = f"; and {len(told) - _MOST_HIDDEN} more" if len(told) > _MOST_HIDDEN else ""
    said = f"Newly hidden from a check: {'; '.join(told[:_MOST_HIDDEN])}{more}."
    return Look("hidden", allowed.hidden, said, tuple(ids))


def _at_verdict(review: Review, allowed: bool) -> Look:
    is_other = review.thesis_turned or review.thesis_replaced
    told = " ".join(f"{said}." for said in (headline(review), *further(review)))
    ids = (review.new.thesis, *(one.id for one in review.further))
    return Look("verdict", allowed or not is_other, told, ids)


def _at_gaps(review: Review, most: int) -> Look:
    hits = dict(_hits(review))
    is_cut = any(shift.is_cut for shift in _shifts(review))
    cut = " (a limit of time or number was reached, so that there may be more)" if is_cut else ""
    if not hits:
        return Look("gaps", True, f"No new unanswered argument hits a crux{cut}.")
    told = "; ".join(f"the argument `{name}`, which nothing answers, {what}" for name, what in hits.items())
    return Look("gaps", len(hits) <= most, f"{told[0].upper()}{told[1:]}{cut}.", tuple(hits))


def _shifts(review: Review) -> tuple[Shift, ...]:
    """Give what came and went of what each thesis hangs on, the first first."""
    return (review.shift, *(one.shift for one in review.further))


def _hits(review: Review) -> Iterator[tuple[str, str]]:
    """Give the arguments that are unanswered now and were not before, and hit a crux: and what they do to it."""
    graph = Graph(review.new)
    for shift in _shifts(review):
        yield from _hits_of(review, shift, graph)


def _hits_of(review: Review, shift: Shift, graph: Graph) -> Iterator[tuple[str, str]]:
    hinging = shift.hinging
    for gap in shift.gaps_came:
        argument = review.new.arguments[gap.id]
        target = argument.target
        if argument.attacks is None:
            contraries = [
                contrary
                for contrary in (graph.contraries(target) if target in graph.claims else ())
                if contrary in hinging
            ]
            if contraries:
                yield gap.id, f"supports `{target}`, which contradicts the crux `{contraries[0]}`"
        elif target in hinging:
            yield gap.id, f"attacks the crux `{target}`"
        elif graph.is_undercut(gap.id):
            crux = next((premise for premise in graph.premises(target) if premise in hinging), None)
            if crux is not None:
                yield gap.id, f"undercuts `{target}`, which rests on the crux `{crux}`"


def _at_reviews(new: Map, old: Map | None, stamps: Mapping[str, Stamp]) -> Look:
    """Look at reviewed arguments. What was suspect before, and has not changed since, is no fault of the change."""
    found = [one for one in suspects(new, stamps) if not _was_so(new, old, one.id)]
    reviewed = len(stamps.keys() & new.arguments.keys())
    if not found:
        what = f"{reviewed} of {len(new.arguments)} reviewed" if reviewed else "none is reviewed"
        return Look("reviews", True, f"No reviewed argument rests on something that has changed ({what}).")
    parts = [f"`{one.id}` was reviewed, and since then {what_changed(new, one.id, one.changed)}" for one in found]
    told = f"{'; '.join(parts)}. Look again, then `coldwater review` it."
    return Look("reviews", False, told, tuple(one.id for one in found))


def _was_so(new: Map, old: Map | None, name: str) -> bool:
    return old is not None and name in old.arguments and grounds(old, name) == grounds(new, name)


# --- in words, and as data ----------------------------------------------------------------------------------------


def gate_text(gating: Gating, width: int | None = None) -> str:
    """Say for people what was looked at, map by map, since a revision; ``width``: the columns there are, if few."""
    base = printable(gating.base)
    lines = []
    for one in gating.maps:
        was = "" if one.old_path is None else f", and was {printable(one.old_path)} then"
        lines.append(unheard(f"{printable(one.path)}: {_outcome(one)} (since {base}{was})"))
        lines += [f"  {_MARKS[look.passes]} {look.told}{_way_out(look)}" for look in one.looks]
    if width is not None:
        lines = [row for line in lines for row in hung(line, width, "    ")]
    return "\n".join(lines) + "\n" if lines else f"no map to look at (since {base})\n"


def _outcome(one: Gated) -> str:
    return "passes" if one.passes else "does not pass"


def _way_out(look: Look) -> str:
    if look.passes:
        return ""
    options = {
        "verdict": "--allow-verdict-change",
        "gaps": f"--max-new-gaps {len(look.ids)}",
        "hidden": "--allow-hidden",
    }
    return f" {options[look.kind]} lets it pass." if look.kind in options else ""


def gate_markdown(gating: Gating) -> str:
    """Say it as Markdown, for a comment or a job summary."""
    blocks = ["### coldwater gate", f"Since {escaped(gating.base)}:"]
    for one in gating.maps:
        told = [f"- {_MARKS[look.passes]} {escaped_prose(look.told)}" for look in one.looks]
        was = "" if one.old_path is None else f" (it was {escaped(one.old_path)})"
        head = f"**{escaped(one.path)}** {_outcome(one)}{was}"
        blocks.append("\n".join([head, "", *told]))
    for path, error in gating.unread:
        blocks.append(f"**{escaped(path)}** could not be looked at\n\n- ✗ {escaped_prose(_why(error))}")
    return "\n\n".join(blocks) + "\n"


def _why(error: ColdwaterError) -> str:
    """Say why a map could not be looked at, with the first finding where it cannot be read."""
    told = printable(str(error))
    findings = getattr(error, "findings", ())
    return f"{told}: {printable(findings[0].message)} (line {findings[0].line})" if findings else told


def gate_json(gating: Gating) -> str:
    """Give it as one JSON object, version 1; ASCII only."""
    maps = [
        {
            "path": printable(one.path),
            "old_path": None if one.old_path is None else printable(one.old_path),
            "passes": one.passes,
            "looks": [look._asdict() for look in one.looks],
        }
        for one in gating.maps
    ]
    unread = [{"path": printable(path), "error": _why(error)} for path, error in gating.unread]
    about = {"version": 1, "base": printable(gating.base), "passes": gating.passes}
    return json.dumps({**about, "maps": maps, "unread": unread}, indent=2) + "\n"
