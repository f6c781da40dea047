"""A map as somebody is writing it: its text now, and what was known of it when it could last be read."""

from __future__ import annotations

from coldwater.api import CollectorOff
from coldwater.editing.formatting import canonical
from coldwater.editing.order import Order
from coldwater.editing.pieces import Pieces
from coldwater.errors import UsageError
from coldwater.formats.native import document as native
from coldwater.formats.native.lines import Lines
from coldwater.language.known import Known
from coldwater.language.layout import Layout
from coldwater.model.references import is_graph

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.formats.native.document import Reading
    from coldwater.language.layout import Cache
    from coldwater.model.models import Map

_BYTE_ORDER_MARK = "\ufeff"
#: Of larger texts the verdicts are worked out beside the typing; until then those of before the last edits are told.
_LARGE = 400_000


class OpenMap:
    """The text of a map at one time. What is asked of it is worked out once.

    ``name`` is a path or a name whose ending tells the spelling; ``before`` the state before the last edit.
    """

    def __init__(self, name: str, text: str, before: OpenMap | None = None) -> None:
        self.name = name
        #: How many characters stand before the text: a byte order mark.
        self.mark = len(text) - len(text.removeprefix(_BYTE_ORDER_MARK))
        self.text = text[self.mark :]
        self.spelling = native.spelling_of(name) or "yaml"
        self._cache: Cache | None = None if before is None else before.cache
        self._before: Known | None = None if before is None else before.latest()
        self._map_before: Map | None = None if before is None else before.map_before()
        self._layout: Layout | None = None
        self._lines: Lines | None = None
        self._reading: Reading | None = None
        self._known: Known | None = None
        self._order: Order | None = None
        self._formed: str | None = None
        #: What is set in canonical form already; kept from state to state.
        self.pieces: Pieces = Pieces() if before is None else before.pieces

    @property
    def cache(self) -> Cache | None:
        """The parts of the text, as far as they were looked at."""
        return self._cache if self._layout is None else self._layout.cache

    @property
    def layout(self) -> Layout:
        """What is written where."""
        if self._layout is None:
            self._layout = Layout(self.text, self.spelling, self._cache)
        return self._layout

    @property
    def lines(self) -> Lines:
        """The lines of the text."""
        if self._lines is None:
            self._lines = Lines(self.text)
        return self._lines

    @property
    def reading(self) -> Reading:
        """What the reader makes of the text."""
        if self._reading is None:
            with CollectorOff():
                self._reading = native.read(self.text, self.spelling)
        return self._reading

    @property
    def order(self) -> Order:
        """The canonical order of the map, which can be read."""
        if self._order is None:
            self._order = Order(self.reading.map)
        return self._order

    def formed(self) -> str:
        """Give the text in canonical form. Raises UsageError for one that cannot be read as it is written.

        Right after an edit cost is that of reading it and of setting what is new in it.
        """
        if self._formed is None:
            map_ = self.reading.map
            if map_ is None or not self.reading.is_readable:
                raise UsageError("a map is brought into form once it can be read; mend the findings first")
            with CollectorOff():
                pieced = None if self.spelling == "json" else self.pieces.canonical(self.text, self.order)
                self._formed = pieced or canonical(self.text, self.spelling, map_, self.order)
        return self._formed

    def current(self) -> Known | None:
        """Give what is known of the text as it is now; None where it cannot be read as a graph."""
        if self._known is None:
            map_ = self.reading.map
            if map_ is None or not is_graph(map_):
                return None
            self._known = Known(map_)
        return self._known

    def latest(self) -> Known | None:
        """Give what was known when the map could last be read, without reading it."""
        if self._known is not None and (self._known.is_judged or self._before is None):
            return self._known
        return self._before or self._known

    def known(self) -> Known | None:
        """Give what is known of the map now, or else of its last state that could be read; None if there was none."""
        return self.current() or self._before

    def judged(self) -> tuple[Known | None, bool]:
        """Give what is known with verdicts, and whether these are those of the text as it is."""
        now = self.current()
        if now is not None and (now.is_judged or len(self.text) < _LARGE or self._before is None):
            return now, True
        return self._before, False

    def prepare(self) -> None:
        """Work out what is asked for most, beside the typing."""
        now = self.current()
        if now is not None:
            now.judge()

    def map(self) -> Map | None:
        """Give the map as it can be read now, even if it is no graph, or else as it was last read."""
        found = self.reading.map
        return found if found is not None else self.map_before()

    def map_before(self) -> Map | None:
        """Give the map of this state if it was read, or else the one before, without reading it."""
        if self._reading is not None and self._reading.map is not None:
            return self._reading.map
        return self._map_before
