"""The labels of steps: which scheme of ours a label names, and how a scheme is labelled."""

from __future__ import annotations

import re

from coldwater.formats.foreign.texts import one_line
from coldwater.schemes.forms import folded
from coldwater.schemes.lookup import find_scheme

#: Labels that say no more than what the step does anyway, numbers of programs after them.
_IDLE = re.compile(
    r"(?:default)?(?:inference|conflict|rephrase|preference|support|attack|transition|illocuting)?(?:scheme)?"
    r"|(?:ra|ca|ma|pa)\d*|(?:ra|ca|ma|pa)(?=[a-f]*\d)[0-9a-f]{8,}"
)
_OWN = "x-"


def scheme_of(label: str) -> str | None:
    """Give the scheme that a label names, as a map names it; None where it says no more than inference or conflict.

    What we do not know keeps its name, after `x-`.

    >>> [scheme_of(label) for label in ("Default Inference", "RA", "Argument From Authority", "Abacus")]
    [None, None, 'expert_opinion', 'x-Abacus']
    """
    plain = one_line(label)
    if _IDLE.fullmatch(folded(plain)):
        return None
    if plain.startswith(_OWN):
        return plain
    found = find_scheme(plain)
    return found.name if found else _OWN + plain


def label_of(scheme: str | None, otherwise: str) -> str:
    """Give the label of a step with this scheme, ``otherwise`` of one without; :func:`scheme_of` finds it again.

    >>> label_of("expert_opinion", "Default Inference"), label_of("x-Abacus", ""), label_of("x-analogy", "")
    ('Expert Opinion', 'Abacus', 'x-analogy')
    """
    if scheme is None:
        return otherwise
    found = None if scheme.startswith(_OWN) else find_scheme(scheme)
    wishes = [found.aif, found.title, found.name] if found else [scheme.removeprefix(_OWN)]
    wanted = found.name if found else scheme
    return next((wish for wish in wishes if wish and scheme_of(wish) == wanted), scheme)
