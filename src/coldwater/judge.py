"""The verbs that judge and prepare: what stands and why, what decides, and what a side takes along.

Each takes a map, gives values, and prints nothing.
"""

from __future__ import annotations

import time

from coldwater import api
from coldwater.errors import ConfigurationError, UnusableMapError, UsageError
from coldwater.files import read_side_file
from coldwater.findings import UNREADABLE
from coldwater.formats.native import document as native
from coldwater.formats.native.limits import MAX_BYTES
from coldwater.model.references import is_graph

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from typing import Any, Literal, TypeVar, overload

    from coldwater.findings import Place
    from coldwater.model.graph import Side
    from coldwater.model.models import Map
    from coldwater.prep.deciding.decision import Decision
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.rounds.debate_format import DebateFormat
    from coldwater.prep.rounds.plain_data import Problem
    from coldwater.prep.rounds.round_notes import RoundNotes
    from coldwater.semantics.evaluation import Evaluation, Limits, Overrides
    from coldwater.semantics.explanation import Step
    from coldwater.semantics.gradual import Degrees, NotConverged
    from coldwater.semantics.outlooks import Positions
    from coldwater.semantics.resting import Resting
    from coldwater.semantics.resting_degrees import RestingDegree
    from coldwater.words.wording import Words

    Understood = TypeVar("Understood")


def seen_by(map_: Map, position: str) -> Map:
    """Give a map as one of its positions sees it: what it accepts is granted, what it rejects is set aside.

    Every verb that takes a map takes it; those here also do so by ``position``, the id. Raises UsageError where there
    is no such position, with the one that was probably meant.
    """
    from coldwater.model import composed  # noqa: PLC0415 - most maps are judged as they are written
    from coldwater.semantics.positions import seen_by as view  # noqa: PLC0415

    refuse_unusable(map_)
    return view(map_, composed(position))


def weighed(map_: Map, weighing: str | None) -> Map:
    """Give a map that weighs otherwise, weakest-link or last-link; as it is if None. Raises UsageError for another."""
    if weighing is None or weighing == map_.weighing:
        return map_
    from coldwater.model.replacing import with_value  # noqa: PLC0415 - most maps are weighed as they say
    from coldwater.semantics.evaluation import AS_WRITTEN, refuse_odd  # noqa: PLC0415

    refuse_odd(map_, AS_WRITTEN._replace(weighing=weighing))
    changed: Map = with_value(map_, "weighing", weighing)
    return changed


def about(map_: Map, thesis: str | None) -> Map:
    """Give a map with one of its theses as the first, which is the one meant where one is asked for; as it is if None.

    What is told of "the thesis" is then told of this one; the others follow in their order, and no verdict changes.
    Raises UsageError where the map has no such thesis, with the one that was probably meant.
    """
    if thesis is None:
        return map_
    from coldwater.model import composed  # noqa: PLC0415 - most maps have one thesis

    wanted = composed(thesis)
    if wanted not in map_.theses:
        from coldwater.suggest import hint  # noqa: PLC0415 - only where something is unknown

        raise UsageError(
            f"there is no thesis `{wanted}` in this map{_instead(map_, wanted)}.{hint(wanted, map_.theses)}"
        )
    from coldwater.semantics.positions import with_field  # noqa: PLC0415

    return with_field(map_, "theses", (wanted, *(other for other in map_.theses if other != wanted)))


#: So many theses are listed where another was asked for.
_MOST_LISTED = 10


def _instead(map_: Map, wanted: str) -> str:
    """Say which theses there are, and what else it is that was asked for."""
    listed = ", ".join(f"`{thesis}`" for thesis in map_.theses[:_MOST_LISTED])
    more = len(map_.theses) - _MOST_LISTED
    listed += f" and {more} more" if more > 0 else ""
    what = "a rival" if wanted in map_.rivals else "a claim" if wanted in map_.claims else ""
    what = f", where it is {what}" if what else ""
    return f"{what}; there {'is' if len(map_.theses) == 1 else 'are'} {listed}"


def evaluate(
    map_: Map,
    semantics: str = "grounded",
    overrides: Overrides | None = None,
    limits: Limits | None = None,
    position: str | None = None,
) -> Evaluation:
    """Give the verdicts on a map: which claims and arguments stand, which fall, which are undecided, and why.

    ``semantics``: grounded, complete, preferred or stable. ``position``: as which position sees it, by its id. Raises
    UsageError for an unknown semantics, standard or id, or overrides against the position; MissingExtraError where a
    solver is needed and not installed. docs/verdicts.md defines what the verdicts mean.
    """
    from coldwater.semantics.evaluation import AS_WRITTEN, USUAL_LIMITS, evaluate_map  # noqa: PLC0415

    given = overrides or AS_WRITTEN
    return evaluate_map(_view(map_, position, given), semantics, given, limits or USUAL_LIMITS)


def _view(map_: Map, position: str | None, overrides: Overrides) -> Map:
    """Give a map that can be judged, as a position sees it where one is named. Raises UsageError for odd overrides."""
    refuse_unusable(map_)
    seen = map_ if position is None else seen_by(map_, position)
    if overrides.rejected or overrides.accepted:
        from coldwater.semantics.positions import refuse_conflict  # noqa: PLC0415 - most maps are judged as they are

        refuse_conflict(seen, overrides.rejected, overrides.accepted)
    return seen


def degrees(
    map_: Map,
    semantics: str = "df-quad",
    overrides: Overrides | None = None,
    seconds: float = 10.0,
    position: str | None = None,
) -> Degrees | NotConverged:
    """Give the degree of every claim and argument under a gradual semantics: df-quad, quadratic-energy or euler.

    A map whose circles never come to rest has none, and the result says so; it does as well where they did not come to
    rest within ``seconds``. ``position``: as for ``evaluate``. Raises UsageError for an unknown semantics or id, or a
    proof standard, which plays no part.
    """
    from coldwater.semantics import gradual  # noqa: PLC0415 - most maps are judged by what stands
    from coldwater.semantics.evaluation import AS_WRITTEN, refuse_odd  # noqa: PLC0415

    end = time.monotonic() + seconds
    given = overrides or AS_WRITTEN
    map_ = _view(map_, position, given)
    refuse_odd(map_, given, is_gradual=True)
    found = gradual.degrees(
        map_, semantics, given.strengths, given.rejected, given.accepted, lambda: time.monotonic() > end
    )
    return found._replace(overrides=given)


def explain(
    map_: Map, name: str | None = None, overrides: Overrides | None = None, position: str | None = None
) -> tuple[Step, ...]:
    """Give the steps from a claim or argument (the thesis unless named) down to what decided its grounded verdict.

    ``position``: as for ``evaluate``. Raises UsageError for an unknown id, with the one that was probably meant.
    """
    return explained(map_, evaluate(map_, "grounded", overrides, position=position), name)


def explained(map_: Map, evaluation: Evaluation, name: str | None = None) -> tuple[Step, ...]:
    """Give the steps as ``explain`` does, from the grounded evaluation of a map that is at hand."""
    from coldwater.semantics.explanation import explain_in  # noqa: PLC0415

    wanted = map_.thesis if name is None else name
    return explain_in(map_, evaluation.labellings[0], _known(evaluation.framework.names, wanted))


if TYPE_CHECKING:

    @overload
    def rests_on(
        map_: Map, found: Evaluation, name: str | None = None, position: str | None = None, seconds: float = 2.0
    ) -> Resting | None: ...

    @overload
    def rests_on(
        map_: Map, found: Degrees, name: str | None = None, position: str | None = None, seconds: float = 2.0
    ) -> RestingDegree: ...


def rests_on(
    map_: Map, found: Evaluation | Degrees, name: str | None = None, position: str | None = None, seconds: float = 2.0
) -> Resting | RestingDegree | None:
    """Give what the verdict on a claim or argument (the thesis unless named) rests on, or its degree.

    ``found``: what ``evaluate`` or ``degrees`` gave of this map, as the same ``position`` sees it. None where there is
    no labelling, so that nothing has a verdict. ``seconds``: how long it is tried what the verdict would be otherwise,
    which takes time under preferred and stable semantics only. Raises UsageError for an unknown id.
    """
    seen = map_ if position is None else seen_by(map_, position)
    wanted = map_.thesis if name is None else name
    from coldwater.semantics.evaluation import Evaluation as Labelled  # noqa: PLC0415

    if isinstance(found, Labelled):
        from coldwater.semantics.resting import resting_on  # noqa: PLC0415

        known = _known(found.framework.names, wanted)
        return None if found.is_void else resting_on(seen, found, known, seconds)
    from coldwater.semantics.resting_degrees import degree_resting_on  # noqa: PLC0415

    return degree_resting_on(seen, found, _known(tuple(found.degrees), wanted))


if TYPE_CHECKING:

    @overload
    def rest_on(map_: Map, found: Evaluation, seconds: float = 2.0) -> dict[str, Resting]: ...

    @overload
    def rest_on(map_: Map, found: Degrees, seconds: float = 2.0) -> dict[str, RestingDegree]: ...


def rest_on(
    map_: Map, found: Evaluation | Degrees, seconds: float = 2.0
) -> dict[str, Resting] | dict[str, RestingDegree]:
    """Give by thesis what ``rests_on`` gives, of the first theses where there are many; nothing without a labelling."""
    from coldwater.semantics.resting import MOST_THESES  # noqa: PLC0415

    theses = map_.theses[:MOST_THESES]
    told = {thesis: rests_on(map_, found, thesis, seconds=seconds / len(theses)) for thesis in theses}
    return {thesis: one for thesis, one in told.items() if one is not None}  # type: ignore[return-value]  # all alike


def _known(names: Collection[str], name: str) -> str:
    """Give an id as it is written in a map. Raises UsageError where there is none, with the one that was meant."""
    from coldwater.model import composed  # noqa: PLC0415

    wanted = composed(name)
    if wanted not in names:
        from coldwater.suggest import hint  # noqa: PLC0415 - only where something is unknown

        raise UsageError(f"there is no claim or argument `{wanted}` in this map.{hint(wanted, names)}")
    return wanted


def cruxes(  # noqa: PLR0913 - what is asked, and how long may be searched
    map_: Map,
    semantics: str = "grounded",
    standard: str | None = None,
    most_size: int = 3,
    seconds: float = 5.0,
    position: str | None = None,
) -> Decision:
    """Give what decides the verdict on the thesis: cruxes, winning lines, free concessions, and what would turn it.

    ``semantics``: as for ``evaluate``, or df-quad, quadratic-energy or euler. ``most_size``: up to how many
    claims a crux has that is looked for; ``seconds``: how long at most; ``position``: as for ``evaluate``. Raises
    UsageError for an unknown semantics, standard or position, MissingExtraError where a solver is needed and not
    installed.
    """
    from coldwater.prep.deciding.decision import what_decides  # noqa: PLC0415 - a check needs none of it

    refuse_unusable(map_)
    map_ = map_ if position is None else seen_by(map_, position)
    return what_decides(map_, semantics, standard, most_size, seconds)


def positions(map_: Map, standard: str | None = None) -> Positions:
    """Give what the positions of a map come to: what follows for each, and which claims two or more of them dispute.

    ``standard`` takes the place of the map's. A position that does not hang together is told, and no error. Raises
    UsageError for an unknown standard.
    """
    from coldwater.semantics.outlooks import compare_positions  # noqa: PLC0415 - most maps are judged as they are

    refuse_unusable(map_)
    return compare_positions(map_, standard)


def prepare(  # noqa: PLR0913 - what is asked, and how long may be searched
    map_: Map,
    side: Side,
    semantics: str = "grounded",
    standard: str | None = None,
    seconds: float = 0.7,
    position: str | None = None,
) -> Preparation:
    """Give what a side, "pro" or "con", prepares with: the decision as that side sees it.

    ``seconds``: how long is searched at most; ``position``: as for ``evaluate``, such as that of a judge. Raises
    as ``cruxes`` does, and UsageError for another side.
    """
    from coldwater.model.graph import SIDES  # noqa: PLC0415 - a check needs none of it
    from coldwater.prep.material.preparation import Preparation  # noqa: PLC0415

    if side not in SIDES:
        raise UsageError(f"there is no side {side!r}; there are pro and con")
    return Preparation(cruxes(map_, semantics, standard, seconds=seconds, position=position), side)


if TYPE_CHECKING:
    # What is text and what is bytes is known by the form; a check loads no typing.

    @overload
    def material(
        prep: Preparation,
        kind: str,
        form: Literal["full", "markdown", "html", "json"] = "markdown",
        *,
        ids: bool = False,
        notes: bool = False,
    ) -> str: ...

    @overload
    def material(
        prep: Preparation, kind: str, form: Literal["docx"], *, ids: bool = False, notes: bool = False
    ) -> bytes: ...


def material(
    prep: Preparation, kind: str, form: str = "markdown", *, ids: bool = False, notes: bool = False
) -> str | bytes:
    """Give what a side prepares with: its ``brief``, ``blocks``, ``gaps``, ``questions`` or ``assumptions``.

    ``form``: markdown, html (one printable page), full (plain text of 100 columns), docx (bytes) or json. What is
    handed on, html and docx, holds the ids of the map only with ``ids``, and of blocks what is for the side's own eyes
    only with ``notes``. One preparation does for all of them. Raises UsageError for another kind or form,
    MissingExtraError for docx without its extra.
    """
    from coldwater.prep.pages.kinds import brief_of, find_material, page_for  # noqa: PLC0415 - a check needs none of it
    from coldwater.prep.setting.forms import set_page  # noqa: PLC0415
    from coldwater.prep.setting.paragraphs import Paragraphs  # noqa: PLC0415
    from coldwater.sides_picture import sides_picture  # noqa: PLC0415

    found = brief_of(prep, sides_picture(prep, form)) if kind == "brief" else find_material(prep, kind)
    if form == "json":
        return found.as_json()
    page = page_for(prep, found, form, ids=ids, notes=notes)
    return set_page(page, form, prep.map.language, Paragraphs(100, colour=False), prep.id_words)


def read_sheets(path: str) -> list[list[tuple[str, ...]]]:
    """Read the cells of a file of sheets, xlsx or csv, as texts: by sheet, by row.

    Raises UnreadableFileError for what cannot be read, UsageError for another ending, MissingExtraError for a workbook
    without its extra.
    """
    from coldwater.errors import UnreadableFileError  # noqa: PLC0415 - a check needs none of it
    from coldwater.formats.native.decoding import decode  # noqa: PLC0415
    from coldwater.formats.native.spots import RefusedError  # noqa: PLC0415

    data = read_side_file(path)
    try:
        if path.lower().endswith(".xlsx"):
            from coldwater.formats.tables.workbook import sheets_of  # noqa: PLC0415

            return [[row.cells for row in rows] for rows in sheets_of(data)]
        if path.lower().endswith(".csv"):
            from coldwater.formats.tables.cells import rows_of  # noqa: PLC0415

            return [[row.cells for row in rows_of(decode(data, MAX_BYTES))]]
    except RefusedError as refusal:
        raise UnreadableFileError(path, refusal.spot.message) from None
    raise UsageError(f"{path}: the name must end in .xlsx or .csv")


def read_debate_format(path: str) -> DebateFormat:
    """Read a debate format from a file of one's own, YAML or JSON; `coldwater prep formats` prints one to start from.

    Raises UnreadableFileError, UsageError for another ending, and ConfigurationError where the file holds none: it
    names every mistake with line and column.
    """
    from coldwater.prep.rounds.own_format import understand  # noqa: PLC0415 - a check needs none of it

    return _understood(path, understand)


def read_round_notes(path: str, map_: Map, sides: Mapping[str, str]) -> RoundNotes:
    """Read the notes of a round on a map, YAML or JSON; ``sides``: what each name of a side means, pro or con.

    Raises as ``read_debate_format`` does; ids that the map does not have are mistakes.
    """
    from functools import partial  # noqa: PLC0415 - a check needs none of it

    from coldwater.prep.rounds.round_notes import understand  # noqa: PLC0415

    return _understood(path, partial(understand, sides=sides, ids={*map_.claims, *map_.arguments}))


def read_words(path: str) -> Words:
    """Read words in a language of one's own, YAML or JSON; docs/words.en.yaml has the English ones to start from.

    Raises as ``read_debate_format`` does.
    """
    from coldwater.prep.rounds.plain_data import Problem  # noqa: PLC0415 - a check needs none of it
    from coldwater.words.own import understand  # noqa: PLC0415

    def understood(data: Any) -> tuple[Words | None, list[Problem]]:
        words, mistakes = understand(data)
        return words, [Problem(*one) for one in mistakes]

    return _understood(path, understood)


def entry_lines(path: str) -> Mapping[str, int]:
    """Give the line on which each claim and argument of a map file begins, by id; none for a foreign format.

    Raises UnreadableFileError. Cost: linear in the text.
    """
    from coldwater.formats.native.decoding import decode  # noqa: PLC0415 - a check needs none of it
    from coldwater.formats.native.places import Places  # noqa: PLC0415
    from coldwater.formats.native.spots import RefusedError  # noqa: PLC0415
    from coldwater.model import composed  # noqa: PLC0415

    spelling = native.spelling_of(path)
    if spelling is None:
        return {}
    try:
        parsed = native.parse(decode(read_side_file(path), MAX_BYTES), spelling)
    except RefusedError:
        return {}
    data = parsed.data if isinstance(parsed.data, dict) else {}
    places = Places(parsed.root)
    sections = ((name, data.get(name)) for name in ("arguments", "claims"))
    entries = ((name, entry) for name, held in sections if isinstance(held, dict) for entry in held)
    return {composed(str(entry)): places.find((name, entry), on_key=True).line for name, entry in entries}


def _understood(path: str, understand: Callable[[Any], tuple[Understood | None, list[Problem]]]) -> Understood:
    """Read a side file, and give what it holds, or raise ConfigurationError with all that is wrong, at its places."""
    from coldwater.formats.native.decoding import decode  # noqa: PLC0415 - a check needs none of it
    from coldwater.formats.native.places import Places  # noqa: PLC0415
    from coldwater.formats.native.spots import RefusedError  # noqa: PLC0415

    spelling = native.spelling_of(path)
    if spelling is None:
        raise UsageError(f"{path}: the name must end in .yaml, .yml or .json")
    try:
        parsed = native.parse(decode(read_side_file(path), MAX_BYTES), spelling)
    except RefusedError as refusal:
        raise ConfigurationError(path, [_at(refusal.spot.place, refusal.spot.message)]) from None
    if parsed.spots:
        raise ConfigurationError(path, [_at(spot.place, spot.message) for spot in parsed.spots])
    held, problems = understand(parsed.data)
    if held is None:
        places = Places(parsed.root)
        found = [(places.find(one.pointer, one.on_key), one.message) for one in problems]
        raise ConfigurationError(path, [_at(*one) for one in sorted(found)])
    return held


def _at(place: Place, message: str) -> str:
    return f"line {place.line}, column {place.column}: {message}"


def refuse_unusable(map_: Map) -> None:
    """Raise UnusableMapError where a map made in Python cannot be read as a graph: ids that clash or lead nowhere."""
    if not is_graph(map_):
        raise UnusableMapError("the map", [finding for finding in api.check(map_) if finding.rule in UNREADABLE])
