"""An argument was reviewed, and something that it rests on has changed since.

Why: whoever looked at the step looked at other words. A premise that says a little more, a target that was sharpened or
a source in a new edition may break an argument that nobody touches. Look at it again; `coldwater review` then puts down
that you did. Layout, titles, tags and notes do not count. The rule is silent for arguments that nobody reviewed.

Stamps:
    {
      "version": 1,
      "reviews": {
        "safety": {
          "by": "Ann Lee",
          "on": "2026-03-02",
          "rests_on": {
            "safety": "943699142d81",
            "cracks": "d434504a0104",
            "rebuild": "9609df21dc64"
          }
        }
      }
    }

Bad:
    argmap: 1
    title: Should the bridge be rebuilt?
    thesis: rebuild
    claims:
      rebuild: The town should rebuild the bridge.
      cracks: The main girder is badly cracked.
    arguments:
      safety: {premises: [cracks], supports: rebuild}

Good:
    argmap: 1
    title: Should the bridge be rebuilt?
    thesis: rebuild
    claims:
      rebuild: The town should rebuild the bridge.
      cracks: The main girder is cracked.
    arguments:
      safety: {premises: [cracks], supports: rebuild}

Source: suspect links of requirements management, as in the tool doorstop, from memory.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.model.models import Map
    from coldwater.model.stamps import Stamp
    from coldwater.rules.subject import Subject

CODE = "CW209"
NAME = "suspect-argument"
SEVERITY = "warning"
#: How many of the changes a message names.
_NAMED = 3


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the reviewed arguments that rest on something else than they did; none while parts cannot be read."""
    if not subject.stamps or subject.excused:
        return
    from coldwater.model.stamps import changed_since  # noqa: PLC0415 - most maps have no stamps

    arguments = subject.map.arguments
    misspelt = {loose.owner for loose in subject.dangling} | subject.clashing
    for name, stamp in subject.stamps.items():
        if name not in arguments or name in misspelt or arguments[name].target in misspelt:
            continue  # its step will be another one once the reference is mended
        if changed := changed_since(subject.map, name, stamp):
            message = f"{_told(subject.map, name, stamp, changed)}; look at it again, then `coldwater review` it"
            yield Flaw(("arguments", name), message, name, on_key=True)


def _told(map_: Map, name: str, stamp: Stamp, changed: tuple[str, ...]) -> str:
    by = stamp.by if len(stamp.by) <= 40 else f"{stamp.by[:39]}…"
    return f"`{name}` was reviewed by {by} on {stamp.on}, and since then {what_changed(map_, name, changed)}"


def what_changed(map_: Map, name: str, changed: tuple[str, ...]) -> str:
    """Say in a clause what of an argument's grounds has changed: "its premise `cracks` has changed"."""
    parts = [_part(map_, name, id_) for id_ in changed[:_NAMED]]
    if len(changed) > _NAMED:
        parts.append(f"{len(changed) - _NAMED} more")
    listed = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"{listed} {'has' if len(changed) == 1 else 'have'} changed"


def _part(map_: Map, name: str, id_: str) -> str:
    argument = map_.arguments[name]
    if id_ == name:
        return "its step"
    if id_ in argument.premises:
        return f"its premise `{id_}`"
    if id_ == argument.target:
        return f"its target `{id_}`"
    return f"the source `{id_}`" if id_ in map_.sources else f"`{id_}`"
