"""Which premises of an argument fill which slots of its scheme."""

from __future__ import annotations

from coldwater.records import NamedTuple
from coldwater.schemes.lookup import find_scheme

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.model.models import Argument
    from coldwater.schemes.forms import Scheme


class Use(NamedTuple):
    """A scheme as an argument uses it.

    ``filled``: by slot the claim that fills it, as ``roles`` say, in the order of the scheme; claims that are not among
    the premises, or not there at all, are kept. ``strange``: the roles that the scheme does not have, as written.
    """

    scheme: Scheme
    filled: Mapping[str, str]
    strange: tuple[str, ...]


def use_of(argument: Argument) -> Use | None:
    """Give the scheme of an argument and what fills its slots; None if it names no scheme, or none that is known.

    Without ``roles``, a single premise fills the single slot that must be filled, and nothing else is guessed.
    """
    scheme = None if argument.scheme is None else find_scheme(argument.scheme)
    if scheme is None:
        return None
    roles = argument.roles or {}
    if not roles and len(argument.premises) == len(scheme.required) == 1:
        return Use(scheme, {scheme.required[0]: argument.premises[0]}, ())
    named = {slot: claim for role, claim in roles.items() if (slot := scheme.slot(role)) is not None}
    filled = {slot.name: named[slot.name] for slot in scheme.premises if slot.name in named}
    return Use(scheme, filled, tuple(role for role in roles if scheme.slot(role) is None))
