"""How what was gathered hangs together: its roots, whether it is a tree, and whether claims hang on nothing."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coldwater.formats.foreign.gathering import Entry


class Standing:
    """Claims and arguments as a graph from premises to what their arguments are about in the end."""

    def __init__(self, claims: Sequence[Entry], arguments: Sequence[Entry]) -> None:
        """Take all claims and arguments."""
        self._claims = claims
        self._ahead: dict[Entry, list[Entry]] = {claim: [] for claim in claims}
        self._uses: dict[Entry, int] = dict.fromkeys(claims, 0)
        self._has_reasons: set[Entry] = set()
        self._ends: dict[Entry, Entry | None] = {}
        for argument in arguments:
            end = self._end(argument)
            if end is not None:
                self._has_reasons.add(end)
            for premise in argument.premises:
                self._uses[premise] += 1
                if end is not None:
                    self._ahead[premise].append(end)

    def _end(self, argument: Entry) -> Entry | None:
        """Give the claim that an argument is about in the end; None where arguments go round in a circle."""
        way: list[Entry] = []
        on_way: set[Entry] = set()
        node: Entry | None = argument
        while node is not None and node.section == "arguments" and node not in self._ends:
            if node in on_way:
                node = None
                break
            way.append(node)
            on_way.add(node)
            node = node.target
        end = self._ends[node] if node is not None and node.section == "arguments" else node
        for passed in way:
            self._ends[passed] = end
        return end

    def roots(self) -> list[Entry]:
        """Give the claims to which all others lead that have an argument, or of a circle its first; else the first.

        The one with most behind it comes first, the others in the order of the file.
        """
        number = {claim: index for index, claim in enumerate(self._claims)}
        found = [
            min(component, key=number.__getitem__)
            for component in _components(self._claims, self._ahead)
            if self._is_last(component) and (len(component) > 1 or component[0] in self._has_reasons)
        ]
        found.sort(key=number.__getitem__)
        if not found:
            return list(self._claims[:1])
        sizes = self._sizes(found)
        first = max(found, key=lambda root: (sizes[root], -number[root]))
        return [first, *(root for root in found if root is not first)]

    def _is_last(self, component: Sequence[Entry]) -> bool:
        inside = set(component)
        return all(other in inside for claim in component for other in self._ahead[claim])

    def _sizes(self, roots: Sequence[Entry]) -> dict[Entry, int]:
        """Give how many claims lead to each root; a claim that leads to several counts for the first."""
        behind = self._behind()
        seen: set[Entry] = set()
        sizes = {}
        for root in roots:
            before = len(seen)
            _reach([root], behind, seen)
            sizes[root] = len(seen) - before
        return sizes

    def _behind(self) -> dict[Entry, list[Entry]]:
        behind: dict[Entry, list[Entry]] = {claim: [] for claim in self._claims}
        for claim, ahead in self._ahead.items():
            for other in ahead:
                behind[other].append(claim)
        return behind

    def leading_to(self, root: Entry) -> set[Entry]:
        """Give the claims that lead to one, itself among them."""
        seen: set[Entry] = set()
        _reach([root], self._behind(), seen)
        return seen

    def has_loose_claims(self, roots: Iterable[Entry]) -> bool:
        """Tell whether a claim leads to no root."""
        seen: set[Entry] = set()
        _reach(roots, self._behind(), seen)
        return len(seen) < len(self._claims)

    def is_tree(self, roots: Iterable[Entry]) -> bool:
        """Tell whether each claim but the roots serves one argument, roots none, and nothing is circular."""
        tops = set(roots)
        if any(uses > (claim not in tops) for claim, uses in self._uses.items()):
            return False
        if any(end is None for end in self._ends.values()):
            return False
        in_circles = any(len(component) > 1 for component in _components(self._claims, self._ahead))
        return not in_circles and not any(claim in ahead for claim, ahead in self._ahead.items())


def _reach(starts: Iterable[Entry], ahead: dict[Entry, list[Entry]], seen: set[Entry]) -> None:
    """Add to ``seen`` whatever can be reached."""
    waiting = [start for start in starts if start not in seen]
    seen.update(waiting)
    while waiting:
        for other in ahead[waiting.pop()]:
            if other not in seen:
                seen.add(other)
                waiting.append(other)


def _components(nodes: Sequence[Entry], ahead: dict[Entry, list[Entry]]) -> Iterator[list[Entry]]:
    """Give the sets of nodes of which each can be reached from each (Tarjan 1972), without recursion."""
    index: dict[Entry, int] = {}
    low: dict[Entry, int] = {}
    held: list[Entry] = []
    is_held: set[Entry] = set()
    for start in nodes:
        if start in index:
            continue
        work = [(start, iter(ahead[start]))]
        index[start] = low[start] = len(index)
        held.append(start)
        is_held.add(start)
        while work:
            node, others = work[-1]
            for other in others:
                if other not in index:
                    index[other] = low[other] = len(index)
                    held.append(other)
                    is_held.add(other)
                    work.append((other, iter(ahead[other])))
                    break
                if other in is_held:
                    low[node] = min(low[node], index[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    component: list[Entry] = []
                    while not component or component[-1] is not node:
                        component.append(held.pop())
                        is_held.discard(component[-1])
                    yield component
