"""Cross-examination: what to ask of the arguments of the other side, in the order in which it pays."""

from __future__ import annotations

from coldwater.records import NamedTuple
from coldwater.schemes.asking import Examination

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.prep.deciding.answers import Standing
    from coldwater.prep.material.preparation import Preparation, Weight
    from coldwater.schemes.asking import Asked


class Examined(NamedTuple):
    """An opposing argument, and the questions that can be put to it and that nothing on the map answers.

    ``is_live``: whether it still bears on the matter. Questions to what touches a crux come first, then those that the
    other side must answer once they are asked, then in the order of the scheme.
    """

    standing: Standing
    weight: Weight
    is_live: bool
    questions: tuple[Asked, ...]


def examine(prep: Preparation) -> tuple[Examined, ...]:
    """Give the opposing arguments with the open questions to them: live ones first, then by the cruxes they touch.

    Arguments to which no question is open are left out. What would change one's mind is asked once of a conclusion; and
    where schemes raise questions, those that could be put to anything make up a tenth of all at most.
    """
    examination = Examination(prep.graph)
    found = [_examined(prep, examination, one) for one in prep.opposing]
    found = list(_without_stock(prep, sorted(found, key=lambda one: not one.is_live)))
    return tuple(one for one in found if one.questions)


#: The general questions that fit any argument: whether it follows, and what would change one's mind.
STOCK = ("follows", "otherwise")
_SHARE = 10


def _without_stock(prep: Preparation, examined: Sequence[Examined]) -> Iterator[Examined]:
    """Give arguments with fewer of the questions that fit anything: those to what weighs most are kept."""
    every = [asked for one in examined for asked in one.questions]
    others = sum(not fits_anything(asked) for asked in every)
    has_schemes = any(asked.scheme is not None for asked in every)
    left = others // (_SHARE - 1) if has_schemes else len(every)
    kept: set[tuple[str, str]] = set()
    concluded: set[str | None] = set()
    for one in sorted(examined, key=lambda one: _pays(prep, one)):
        for asked in filter(fits_anything, one.questions):
            is_again = asked.name == "otherwise" and asked.claim is not None and asked.claim in concluded
            if left > 0 and not is_again:
                left -= 1
                kept.add((asked.argument, asked.name))
                concluded.update((asked.claim,) if asked.name == "otherwise" else ())
    for one in examined:
        questions = (one for one in one.questions if not fits_anything(one) or (one.argument, one.name) in kept)
        yield one._replace(questions=tuple(questions))


def _pays(prep: Preparation, one: Examined) -> tuple[object, ...]:
    """Rank an argument by how much it pays to ask it anything, whatever its place in the file."""
    node = one.standing.argument
    return (not one.is_live, one.weight.rank, prep.title(node), prep.names[node])


def fits_anything(asked: Asked) -> bool:
    """Tell whether a question could be put to any argument: whether it follows, what would change one's mind."""
    return asked.scheme is None and asked.name in STOCK


def _examined(prep: Preparation, examination: Examination, one: Standing) -> Examined:
    questions = examination.questions_to_put(prep.names[one.argument])
    weight = prep.weight(one.argument)
    ordered = sorted(questions, key=lambda asked: _rank(prep, weight, asked))
    return Examined(one, weight, one.argument in prep.live, tuple(ordered))


def _rank(prep: Preparation, weight: Weight, asked: Asked) -> tuple[float, bool, bool]:
    """Rank a question: the crux it hits, then the burden; last, what asks for reasons against the conclusion."""
    hits_conclusion = asked.hits == "conclusion"
    hit = weight if asked.claim is None or hits_conclusion else prep.weight(prep.numbers[asked.claim])
    return (hit.smallest or float("inf"), asked.burden == "asker", hits_conclusion)


def is_stock(asked: Asked, weight: Weight) -> bool:
    """Tell whether a question is a stock one that could be put to anything, to an argument on which nothing hangs."""
    return asked.scheme is None and asked.hits == "conclusion" and weight.smallest is None


def in_order(prep: Preparation, examined: tuple[Examined, ...]) -> list[Asked]:
    """Give all questions in one row: to live arguments first, then by crux and by burden, then by argument."""
    rows = [(not one.is_live, *_rank(prep, one.weight, asked), asked) for one in examined for asked in one.questions]
    return [row[-1] for row in sorted(rows, key=lambda row: row[:-1])]
