"""The steps of a premise-conclusion structure, each with the premises that it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from coldwater.formats.argdown.debate import Argument, Line


def premises_of(argument: Argument, remark: Callable[[int, str], None]) -> list[tuple[Line, list[Line]]]:
    """Give the conclusions of a structure, each with what it follows from.

    That is what its inference says it uses; else the conclusion before and the premises that no step has used yet.
    """
    found: list[tuple[Line, list[Line]]] = []
    by_label: dict[str, Line] = {}
    free: dict[Line, None] = {}
    before: Line | None = None
    for number, line in enumerate(argument.lines, 1):
        if line.inference is None:
            free[line] = None
        else:
            usual = [*([before] if before is not None else []), *free]
            used = _used(line.inference.data.get("uses"), by_label)
            if used is None and "uses" in line.inference.data:
                remark(line.inference.at, "`uses` names no lines above; the premises are those since the last step")
            premises = sorted(used, key=argument.lines.index) if used and len(used) < 50 else used or usual
            for one in premises:
                free.pop(one, None)
            found.append((line, premises))
            before = line
        by_label.setdefault(line.label or str(number), line)
    for line in free:
        remark(line.at, "no step uses this premise; it is a statement alone")
    return found


def _used(labels: object, by_label: dict[str, Line]) -> list[Line] | None:
    """Give the lines that labels name; None where one of them names none."""
    if not isinstance(labels, list) or not labels or not all(isinstance(one, int | str) for one in labels):
        return None
    names = [str(one).strip("() ") for one in labels]
    return [by_label[name] for name in dict.fromkeys(names)] if all(name in by_label for name in names) else None
