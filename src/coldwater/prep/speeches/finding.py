"""What a speech has to say, found from what its flow leaves to it."""

from __future__ import annotations

from functools import cached_property

from coldwater.prep.deciding.answers import answers_to
from coldwater.prep.material.contentions import comes_first, heads_of
from coldwater.prep.speeches.comparing import find_comparisons
from coldwater.prep.speeches.overviews import find_overview
from coldwater.prep.speeches.points import COSTS, Point, Points, Unsaid, worth_of
from coldwater.prep.speeches.pressing import find_presses
from coldwater.prep.speeches.reasons import Reasons, first_said, is_unread, said_claims
from coldwater.prep.speeches.weighing import find_issues, find_weighing
from coldwater.semantics.grounded import IN, OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coldwater.prep.material.keeping import Kept
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.speeches.points import Kind, Why
    from coldwater.prep.speeches.turn import Ahead, Answered, Held, Turn

#: By how much reasons behind reasons, and second answers, count less at each step.
_STEP = 2
#: By how much what is said of the same counts less than the point it belongs to.
_EVIDENCE, _AHEAD = 4, 6


def find_points(prep: Preparation, turn: Turn) -> Points:
    """Give all there is to say in a speech. Cost: linear in the map and the flow. Order in the file plays no part."""
    return _Finder(prep, turn).points()


class _Finder:
    def __init__(self, prep: Preparation, turn: Turn) -> None:
        self._prep = prep
        self._turn = turn
        self._reasons = Reasons(prep)
        self._unsaid: dict[int, Unsaid] = {}
        self._spoken: set[int] = set()

    def points(self) -> Points:
        prep, turn = self._prep, self._turn
        contentions, answers, extensions = self._contentions(), self._answers(), self._extensions()
        found = [*self._with_what_may_come([*contentions, *answers]), *extensions]
        if not turn.is_first:
            found[:0] = find_overview(prep, turn)
        found += self._pressed()
        found += self._what_is_coming()
        if not turn.is_first:
            found += find_issues(prep, turn)
            found += find_weighing(prep, turn)
        self._account()
        return Points(tuple(found), tuple(self._unsaid[node] for node in prep.ranked(self._unsaid)))

    # --- one's own case ----------------------------------------------------------------------------------------------

    def _contentions(self) -> list[Point]:
        """Give what is new; of what falls, what nobody has said anything against yet, after all else.

        Where the whole case falls, all of it is laid out: something has to be.
        """
        labels, new = self._prep.labels, self._turn.contentions
        has_standing = any(labels[node] != OUT for node in heads_of(self._prep, self._turn.side))
        said = [node for node in new if not has_standing or self._is_still_open(node)]
        self._leave("falls", [node for node in new if node not in said])
        said.sort(key=lambda node: (not comes_first(self._prep, node), has_standing and labels[node] == OUT))
        return [self._own(node, "contention") for node in said]

    def _is_still_open(self, node: int, speech: int | None = None) -> bool:
        """Tell whether something stands, or falls by nothing but what is still to be said: from a speech on, or now."""
        prep, turn = self._prep, self._turn
        if prep.labels[node] != OUT:
            return True
        beaten_by = [one.node for one in answers_to(prep.inquiry, node) if one.label == IN]
        before = (turn.speech if speech is None else speech) - 1
        return bool(beaten_by) and not any(turn.is_said(one, before) for one in beaten_by)

    def _own(self, node: int, kind: Kind, **given: object) -> Point:
        """Give a point with the reasons behind it, each reason with the first point that needs it."""
        self._spoken.add(node)
        worth = worth_of(self._prep, node, self._prep.labels[node])
        point = Point(kind, node, worth, said_claims(self._prep, node))
        return point._replace(more=self._behind(point), **given)  # type: ignore[arg-type]

    def _behind(self, point: Point, deepest: int | None = None) -> tuple[Point, ...]:
        """Give evidence for the claims of a point, and the reasons behind it, some steps deep."""
        # What falls is read out with what is for it, as long as all of that is open.
        is_open = self._is_still_open if self._prep.labels[point.node] == OUT else None
        reasons = self._reasons.behind(point.node, point.claims, self._spoken, deepest, is_open)
        self._leave("falls", reasons.falling)
        self._leave("deep", reasons.deeper)
        self._spoken.update(node for node, _, _, _ in reasons.found)
        behind: list[list[Point]] = [[] for _ in range(len(reasons.found) + 1)]
        for place in range(len(reasons.found), 0, -1):
            node, of, parent, depth = reasons.found[place - 1]
            worth = worth_of(self._prep, node, self._prep.labels[node]) // _STEP**depth
            one = Point("because", node, worth, said_claims(self._prep, node), of, depth=point.depth + depth)
            one = one._replace(more=(*self._evidence(one), *behind[place]))
            behind[parent].insert(0, one)
        return (*self._evidence(point), *behind[0])

    def _evidence(self, point: Point) -> Iterator[Point]:
        """Give the words of the sources that a point's claims and the point itself cite, as far as they are quoted."""
        for node in dict.fromkeys((*point.claims, point.node)):
            for citation in self._prep.cites(node):
                if citation.read_out:
                    quote = " … ".join(citation.read_out)
                    worth = max(point.worth // _EVIDENCE, 1)
                    depth = point.depth
                    yield Point("evidence", node, worth, of=node, depth=depth, quote=quote, source=citation.source)

    # --- against the other side --------------------------------------------------------------------------------------

    def _answers(self) -> list[Point]:
        """Give the answers, the best to each first, in the order of the flow.

        Further answers stand behind the first; one that meets several points is said once, and then pointed at.
        """
        by_target: dict[int, list[Answered]] = {}
        for one in self._turn.answers:
            if self._may_be_said(one):
                by_target.setdefault(one.target, []).append(one)
        points: dict[int, Point] = {}
        said: dict[int, int] = {}
        for target, every in by_target.items():
            order = self._prep.ranked({one.node for one in every})
            ranked = sorted(every, key=lambda one: order.index(one.node))
            new = [one for one in ranked if one.node not in said]
            if not new:
                first = said[ranked[0].node]
                points[first] = points[first]._replace(more=(*points[first].more, self._again(target, ranked[0])))
                continue
            points[target] = self._answer(target, new)
            said.update((one.node, target) for one in new)
        return list(points.values())

    def _may_be_said(self, one: Answered) -> bool:
        """Tell whether an answer helps: nothing that was shown to fall, nothing against what the side uses itself."""
        prep = self._prep
        if not self._is_still_open(one.node):
            self._leave("falls", [one.node])
            return False
        hit = one.target if one.hits is None else one.hits
        if prep.side in prep.inquiry.sides(hit) or prep.side in prep.inquiry.sides(one.target):
            self._leave("ours", [one.node])
            return False
        return True

    def _answer(self, target: int, every: Sequence[Answered]) -> Point:
        points = []
        for place, one in enumerate(every):
            self._spoken.add(one.node)
            label = self._prep.labels[one.node]
            # A loss that is held off is worth as much as what would be lost, and an answer cannot be worth more.
            worth = max(worth_of(self._prep, target, label) // _STEP**place, 1)
            kind: Kind = "also" if place else "answer"
            claims = said_claims(self._prep, one.node)
            names = place > 0 and one.hits not in {other.hits for other in every[:place]}
            point = Point(kind, one.node, worth, claims, target, one.hits, names, depth=min(place, 1))
            points.append(point._replace(more=self._behind(point, 2)))
        return points[0]._replace(more=(*points[0].more, *points[1:]))

    def _again(self, target: int, one: Answered) -> Point:
        worth = worth_of(self._prep, target, self._prep.labels[one.node])
        return Point("again", one.node, worth, (), target, one.hits, depth=1)

    # --- what is held up, and what may come --------------------------------------------------------------------------

    def _extensions(self) -> list[Point]:
        held = [self._extension(one) for one in self._turn.held if self._stands(one.node)]
        kept = [one for one in self._turn.kept if one.node not in self._spoken]
        return [
            *held,
            *map(self._still_up, kept),
        ]

    def _still_up(self, one: Kept) -> Point:
        """Hold up what was spoken against; what they have an answer to that nothing meets counts half."""
        point = self._own(one.node, "extension", against="met" if one.is_cleared else "open")
        return point if one.is_cleared else point._replace(worth=max(point.worth // _STEP, 1))

    def _stands(self, node: int) -> bool:
        if self._prep.labels[node] == OUT:
            self._leave("falls", [node])
            return False
        return node not in self._spoken

    def _extension(self, held: Held) -> Point:
        costs = held.drop.costs if held.drop is not None else None
        point = self._own(
            held.node,
            "extension",
            of=held.target,
            hits=held.hits,
            is_unanswered=held.is_unanswered,
            is_dropped=held.drop is not None,
            costs=costs,
        )
        worth = point.worth
        if held.target is not None:
            # As when it was said first: what it holds off is worth as much as what would be lost.
            worth = max(worth, worth_of(self._prep, held.target, self._prep.labels[held.node]))
        return point._replace(worth=worth + (0 if costs is None else COSTS // costs))

    def _with_what_may_come(self, points: Sequence[Point]) -> list[Point]:
        """Put behind each new point what may be said to it, with the answer, where that stands and is no other's."""
        ahead: dict[int, list[Point]] = {point.node: [] for point in points}
        for one in self._turn.ahead:
            if one.node in ahead and self._is_ready(one):
                self._spoken.add(one.answer)
                worth = max(worth_of(self._prep, one.objection, self._prep.labels[one.answer]) // _AHEAD, 1)
                claims = said_claims(self._prep, one.answer)
                point = Point("ahead", one.answer, worth, claims, one.objection, one.answer_hits, depth=1)
                ahead[one.node].append(point)
        return [point._replace(more=(*point.more, *ahead[point.node])) for point in points]

    def _what_is_coming(self) -> Iterator[Point]:
        """Give what they may say for their own case, answered before they do, where there is time left for it."""
        found: dict[int, Point] = {}
        for one in self._turn.coming if self._turn.is_first else ():
            if self._is_ready(one):
                point = self._own_ahead(one)
                first = found.get(one.objection)
                if first is not None:
                    worth, names = max(point.worth // _STEP, 1), one.answer_hits != first.hits
                    point = point._replace(is_further=True, depth=1, worth=worth, names_hit=names)
                    point = first._replace(more=(*first.more, point))
                found[one.objection] = point
        yield from found.values()

    def _own_ahead(self, one: Ahead) -> Point:
        self._spoken.add(one.answer)
        worth = max(worth_of(self._prep, one.objection, self._prep.labels[one.answer]) // _AHEAD // _STEP, 1)
        return Point("ahead", one.answer, worth, said_claims(self._prep, one.answer), one.objection, one.answer_hits)

    def _is_ready(self, one: Ahead) -> bool:
        prep = self._prep
        hit = one.objection if one.answer_hits is None else one.answer_hits
        ours = prep.side in prep.inquiry.sides(hit) or prep.side in prep.inquiry.sides(one.objection)
        return prep.labels[one.answer] == IN and one.answer not in self._spoken and not ours

    def _pressed(self) -> Iterator[Point]:
        """Give what is pressed, with what it leaves of our points; then what is left of others that they answered."""
        named = set[int]()
        for point in find_presses(self._prep, self._turn, self._is_beaten, named):
            self._spoken.update(one.node for one in point.more)
            yield point
        for point in find_comparisons(self._prep, self._turn, self._spoken, named):
            self._spoken.add(point.node)
            yield point

    def _is_beaten(self, node: int) -> bool:
        """Tell whether something of ours was said before, falls, and is not spoken of in this speech."""
        prep = self._prep
        is_said = self._turn.is_said(node, self._turn.speech - 1)
        return is_said and prep.labels[node] == OUT and node not in self._spoken and not is_unread(prep, node)

    # --- what is not said --------------------------------------------------------------------------------------------

    def _leave(self, why: Why, nodes: Sequence[int]) -> None:
        for node in nodes:
            self._unsaid.setdefault(node, Unsaid(node, why))

    def _account(self) -> None:
        """Say of each argument of the side why it is no point, and of each claim that is one by itself."""
        for node in self._spoken:
            self._unsaid.pop(node, None)
        every = {*self._prep.own, *self._own_claims()}
        for node in every - self._spoken - {*self._unsaid}:
            self._unsaid[node] = self._elsewhere(node)

    def _own_claims(self) -> Iterator[int]:
        """Give the claims of the side that are said by themselves: those that stand against another."""
        for node in self._turn.said:
            if self._prep.names[node] in self._prep.graph.claims and self._prep.side in self._prep.inquiry.sides(node):
                yield node

    def _elsewhere(self, node: int) -> Unsaid:
        turn, speech = self._turn, self._first_said.get(node)
        if self._prep.labels[node] == OUT and not self._is_yet_to_be_said(node, speech):
            return Unsaid(node, "falls")
        if speech is not None and speech != turn.speech and not turn.is_alone:
            return Unsaid(node, "later" if speech > turn.speech else "earlier", speech)
        return Unsaid(node, "unsaid" if node in turn.flow.unsaid else "nothing")

    def _is_yet_to_be_said(self, node: int, speech: int | None) -> bool:
        """Tell whether an answer that falls comes in a later speech, before what brings it down is said."""
        if speech is None or speech <= self._turn.speech or self._turn.is_alone:
            return False
        argument = self._prep.graph.arguments.get(self._prep.names[node])
        return argument is not None and argument.attacks is not None and self._is_still_open(node, speech)

    @cached_property
    def _first_said(self) -> Mapping[int, int]:
        return first_said(self._prep, self._turn)
