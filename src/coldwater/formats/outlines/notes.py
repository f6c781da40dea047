"""The notes at the end of a line of an outline: its id, and what else is to be said in a word or two.

They are those of `coldwater show`, and a few more, with the name of the field before a colon.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.formats.foreign.texts import one_line
from coldwater.model import composed
from coldwater.model.ids import is_id

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from coldwater.formats.foreign.twigs import Twig

#: Fields that are told as `field: value`, and what their values may be.
WORDS: dict[str, tuple[str, ...]] = {
    "kind": ("fact", "value", "policy", "forecast", "definition"),
    "status": ("accepted", "rejected", "open"),
    "standard": (
        "scintilla", "preponderance", "clear-and-convincing", "beyond-reasonable-doubt", "dialectical-validity",
    ),
}  # fmt: skip
NUMBERS = ("credence", "strength")
RELATIONS = ("supports", "attacks", "undercuts", "backs")


def is_notes(text: str) -> bool:
    """Tell whether what stands at the end of a line are notes: they begin with an id."""
    return is_id(composed(text.split(";", 1)[0].strip()))


def take_notes(twig: Twig, text: str, held: Callable[[Twig, str, bool], None]) -> list[str]:
    """Put notes into a twig; ``held`` is told who accepts the claim, or (True) rejects it. Gives what is not known."""
    first, *others = [part.strip() for part in text.split(";")]
    twig.id = composed(first)
    strange = []
    for note in others:
        word, _, rest = note.partition(" ")
        field = word.removesuffix(":")
        if note in ("thesis", "rival", "unstated", "see above"):
            twig.role = note if note in ("thesis", "rival") else twig.role
            twig.sees = twig.sees or note == "see above"
            if note == "unstated":
                twig.fields["implicit"] = True
        elif word == "contradicts":
            twig.contradicts += [composed(other.strip()) for other in rest.split(",")]
        elif word in RELATIONS and is_id(composed(rest)):
            twig.target = composed(rest)
        elif note.startswith(("accepted by ", "rejected by ")):
            held(twig, note[12:], word == "rejected")
        elif not _take_field(twig.fields, field, rest.strip()) and word != "missing:" and note:
            strange.append(note)
    return strange


def _take_field(fields: dict[str, Any], field: str, value: str) -> bool:
    if value in WORDS.get(field, ()) or (field == "scheme" and value):
        fields[field] = value
    elif field in NUMBERS and re.fullmatch(r"[0-9](\.[0-9]{1,20})?(e-[0-9]{1,3})?", value) and float(value) <= 1:
        fields[field] = float(value)
    else:
        return False
    return True


def names_in(words: str) -> list[str]:
    """Give the names in a list of them, as a sentence has it.

    >>> names_in("The mayor, A and The two governments")
    ['The mayor', 'A', 'The two governments']
    """
    return [name.strip() for name in re.split(r", | and ", words) if name.strip()]


def is_told(name: str) -> bool:
    """Tell whether a name stands for itself in a list of names within notes."""
    return names_in(name) == [name] and not re.search(r"[;\[\]`\n\r]|[0-9,]+ more$", name)


def is_note(text: str) -> bool:
    """Tell whether a text can stand among notes."""
    return one_line(text) == text and not any(sign in text for sign in ";[]`\\")


def notes_of(id_: str, fields: Any, others: Sequence[str]) -> str:
    """Write notes: the id, what is said already, then the fields."""
    said = [f"{field}: {getattr(fields, field)}" for field in (*WORDS, *NUMBERS) if _has(fields, field)]
    if (scheme := getattr(fields, "scheme", None)) and is_note(scheme):
        said.append(f"scheme: {scheme}")
    return "; ".join([id_, *others, *said])


def _has(fields: Any, field: str) -> bool:
    return getattr(fields, field, None) is not None
