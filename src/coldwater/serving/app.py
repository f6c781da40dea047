"""The server's answers over HTTP: the page, the state of a map, and every way to change one by its desk."""

from __future__ import annotations

import asyncio
import os
from contextlib import asynccontextmanager
from hashlib import sha256
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from coldwater.errors import ColdwaterError
from coldwater.exchange import convert
from coldwater.formats.registry import formats, reads, writes
from coldwater.printable import printable
from coldwater.render import Options, draw
from coldwater.render.fonts.subset import faces_of
from coldwater.render.reading.verdicts import is_judgeable, judge
from coldwater.render.viewer.page import page_data
from coldwater.serving.answering import answered, choices_in, given_in, ill, swiftly, word_in
from coldwater.serving.guard import Guard
from coldwater.serving.making import new_map, picked_in
from coldwater.serving.prose import numbered
from coldwater.serving.text_routes import text_routes
from coldwater.serving.watching import Events
from coldwater.words.languages import words_for

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from starlette.requests import Request

    from coldwater.serving.desk import Desk, Done
    from coldwater.serving.guard import App, Pass

#: How many characters are cut out of the font at once.
_MOST_LETTERS = 400
_WORDS_OF_NEW = ("name", "title", "thesis", "text", "file", "format", "source")
_HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "page")
_KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}
#: The files of the page; each is found under its name.
_FILES = (
    "page.css", "text.css", "asking.js", "words.js", "forms.js", "drawing.js", "dragging.js", "beginning.js",
    "markdown.js", "choosing.js", "editor.js", "text.js", "doing.js", "actions.js", "page.js", "codemirror.js",
    "codemirror.licences.txt",
)  # fmt: skip


def served(desk: Desk, pass_: Pass) -> App:
    """Give the application that serves the maps of a desk to whoever has the pass."""
    events = Events(desk.shop.root)
    answers = _Answers(desk, events)

    @asynccontextmanager
    async def lifespan(_: object) -> AsyncIterator[None]:
        stop = asyncio.Event()
        watching = asyncio.create_task(events.watch(stop))
        yield
        stop.set()
        await watching

    routes = [
        Route("/", _static("index.html"), methods=["GET"]),
        *(Route(f"/{name}", _static(name), methods=["GET"]) for name in _FILES),
        Route("/maps", answers.maps, methods=["GET"]),
        Route("/state", answers.state, methods=["GET"]),
        Route("/page", answers.page, methods=["GET"]),
        Route("/drawing", answers.drawing, methods=["GET"]),
        Route("/export", answers.export, methods=["GET"]),
        Route("/events", answers.events, methods=["GET"]),
        *(
            Route(f"/{verb}", answers.write(verb), methods=["POST"])
            for verb in ("move", "mend", "write", "undo", "redo")
        ),
        Route("/letters", answers.letters, methods=["GET"]),
        Route("/sentences", answers.sentences, methods=["POST"]),
        Route("/new", answers.new, methods=["POST"]),
        *text_routes(desk, events),
    ]
    app: Any = Starlette(routes=routes, lifespan=lifespan)
    return Guard(app, pass_)


def _static(name: str) -> Callable[[Request], Response]:
    kind = _KINDS[os.path.splitext(name)[1]]

    def answer(_: Request) -> Response:
        with open(os.path.join(_HERE, name), "rb") as file:
            return Response(file.read(), media_type=kind)

    return answer


class _Answers:
    """What is answered to each address."""

    def __init__(self, desk: Desk, events: Events) -> None:
        self._desk = desk
        self._events = events

    # --- looking ------------------------------------------------------------------------------------------------

    async def maps(self, _: Request) -> Response:
        """List the maps, and the formats."""

        def listed() -> dict[str, Any]:
            ours = [{"name": "yaml", "words": "YAML"}, {"name": "json", "words": "JSON"}]
            theirs = [one for one in formats() if writes(one)]
            return {
                "folder": os.path.basename(self._desk.shop.root),
                "key": sha256(self._desk.shop.root.encode("utf-8", "surrogateescape")).hexdigest()[:16],
                "maps": self._desk.shop.names(),
                "is_read_only": self._desk.is_read_only,
                "may_make": not self._desk.is_read_only and not self._desk.shop.is_of_one,
                "exports": [*ours, *({"name": one.NAME, "words": one.TITLE} for one in theirs)],
                "imports": [{"name": one.NAME, "words": one.TITLE} for one in formats() if reads(one)],
            }

        return await answered(listed)

    async def state(self, request: Request) -> Response:
        """Give the state of a map."""
        return await answered(lambda: self._desk.state(_name(request), request.query_params.get("since", "")))

    async def page(self, request: Request) -> Response:
        """Give the drawing of a map, as ``coldwater render`` makes it."""
        try:
            data = await run_in_threadpool(swiftly, lambda: self._page(_name(request)))
        except ColdwaterError as error:
            return PlainTextResponse(printable(str(error)), HTTPStatus.CONFLICT)
        return Response(data, media_type="text/html; charset=utf-8")

    def _page(self, name: str) -> bytes:
        map_, _ = self._desk.drawable(name)
        return draw(map_, "html", Options(verdicts=is_judgeable(map_)))

    async def drawing(self, request: Request) -> Response:
        """Give the data of a drawing, which the page that is open shows in the place of what it shows."""

        def made() -> dict[str, Any]:
            map_, version = self._desk.drawable(_name(request))
            verdicts = judge(map_, map_.thesis, None, map_.theses[1:]) if is_judgeable(map_) else None
            data, _ = page_data(map_, "auto", verdicts, verdicts is not None, words_for(map_.language))
            return {"version": version, "data": data}

        return await answered(made)

    async def export(self, request: Request) -> Response:
        """Give a map as a file of another format."""
        wanted = request.query_params.get("format", "yaml")[:40]

        def made() -> tuple[bytes, str]:
            held = self._desk.shop.held(_name(request))
            ending = next((one.ENDINGS[0] for one in formats() if wanted == one.NAME), f".argmap.{wanted}")
            stem = held.name.rpartition("/")[2].partition(".argmap.")[0]
            return convert(held.path, wanted, data=held.data).data, f"{stem}{ending}"

        try:
            data, name = await run_in_threadpool(made)
        except ColdwaterError as error:
            return PlainTextResponse(printable(str(error)), HTTPStatus.CONFLICT)
        from urllib.parse import quote  # noqa: PLC0415 - few export

        headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
        return Response(data, media_type="application/octet-stream", headers=headers)

    async def events(self, _: Request) -> Response:
        """Tell of changes for as long as the page listens."""
        if self._events.is_full:
            return PlainTextResponse("too many pages listen already", HTTPStatus.SERVICE_UNAVAILABLE)
        return StreamingResponse(self._events.stream(), media_type="text/event-stream")

    # --- changing -----------------------------------------------------------------------------------------------

    def write(self, verb: str) -> Callable[[Request], Awaitable[Response]]:
        """Give what answers to a way of changing a map."""

        async def answer(request: Request) -> Response:
            given = await given_in(request)
            if isinstance(given, Response):
                return given
            response = await answered(lambda: self._written(verb, given))
            if response.status_code == HTTPStatus.OK:
                self._events.tell(str(given.get("map")))
            return response

        return answer

    def _written(self, verb: str, given: dict[str, Any]) -> dict[str, Any]:
        desk = self._desk
        name, version = given.get("map"), word_in(given, "version")
        choices = choices_in(given)
        if not isinstance(name, str):
            raise ill("map")
        if verb == "move":
            moves = given.get("moves")
            if not isinstance(moves, list) or not all(isinstance(one, dict) for one in moves) or not moves:
                raise ill("moves")
            return _done(desk.move(name, version, moves, choices))
        if verb == "mend":
            if not isinstance(given.get("finding"), int):
                raise ill("finding")
            return _done(desk.mend(name, version, given["finding"], choices))
        if verb == "write":
            return _done(desk.write_text(name, version, word_in(given, "text"), choices))
        return _done((desk.undo if verb == "undo" else desk.redo)(name, choices))

    async def letters(self, request: Request) -> Response:
        """Give the embedded font's forms of characters, for a page that was opened without them."""
        asked = request.query_params.get("of", "")[:_MOST_LETTERS]

        def cut() -> dict[str, Any]:
            return {"faces": [one._asdict() for one in faces_of(frozenset(asked))]}

        return await answered(cut)

    async def sentences(self, request: Request) -> Response:
        """Take a text apart into its sentences."""
        given = await given_in(request)
        if isinstance(given, Response):
            return given
        return await answered(lambda: {"sentences": numbered(word_in(given, "text"))})

    async def new(self, request: Request) -> Response:
        """Make a new map."""
        given = await given_in(request)
        if isinstance(given, Response):
            return given

        def made() -> dict[str, Any]:
            words = {key: word_in(given, key) for key in _WORDS_OF_NEW if key in given}
            new = new_map(words, picked_in(given), self._desk.shop.names())
            held = self._desk.create(new.name, new.text)
            return {"map": held.name, "version": held.version, "losses": list(new.losses)}

        response = await answered(made)
        if response.status_code == HTTPStatus.OK:
            self._events.tell("")
        return response


def _name(request: Request) -> str:
    return request.query_params.get("map", "")


def _done(done: Done) -> dict[str, Any]:
    return done._asdict()
