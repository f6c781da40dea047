"""Ids that were renamed: gone on one side, new on the other, with the same content."""

from __future__ import annotations

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping
    from typing import Any

    from coldwater.model.models import Argument, Map


class Renames(NamedTuple):
    """New ids by old id: of claims and arguments, which share one namespace, and of sources."""

    nodes: Mapping[str, str]
    sources: Mapping[str, str]

    def node(self, name: str) -> str:
        """Give what an old claim or argument is called now."""
        return self.nodes.get(name, name)

    def source(self, name: str) -> str:
        """Give what an old source is called now."""
        return self.sources.get(name, name)


def find_renames(old: Map, new: Map) -> Renames:
    """Find what was renamed.

    A claim is the same under another id if its text is (but for white space), a source if its title, an argument if
    premises, target and relation are, claims' new ids taken into account. What is not unique on both sides, or has kept
    its id, is not renamed. Arguments that hang on renamed arguments are found as well.
    """
    nodes = _matched(old.claims, new.claims, lambda claim: " ".join(claim.text.split()))
    found = -1
    while found < len(nodes):  # an argument may be recognised only once its target is
        found = len(nodes)
        nodes.update(_renamed_arguments(old, new, nodes))
    return Renames(nodes, _matched(old.sources, new.sources, lambda source: " ".join(source.title.split())))


def _renamed_arguments(old: Map, new: Map, nodes: Mapping[str, str]) -> dict[str, str]:
    def before(argument: Argument) -> Hashable:
        renamed = [nodes.get(premise, premise) for premise in argument.premises]
        return frozenset(renamed), nodes.get(argument.target, argument.target), argument.supports is None

    def after(argument: Argument) -> Hashable:
        return frozenset(argument.premises), argument.target, argument.supports is None

    return _matched(old.arguments, new.arguments, before, after)


def _matched(
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    before: Callable[[Any], Hashable],
    after: Callable[[Any], Hashable] | None = None,
) -> dict[str, str]:
    """Pair what is only on the old side with what is only on the new side and has the same content, both alone."""
    gone = _by_content({name: before(entry) for name, entry in old.items() if name not in new})
    come = _by_content({name: (after or before)(entry) for name, entry in new.items() if name not in old})
    pairs = ((names, come.get(content, [])) for content, names in gone.items())
    return {names[0]: others[0] for names, others in pairs if len(names) == len(others) == 1}


def _by_content(contents: Mapping[str, Hashable]) -> dict[Hashable, list[str]]:
    found: dict[Hashable, list[str]] = {}
    for name, content in contents.items():
        found.setdefault(content, []).append(name)
    return found
