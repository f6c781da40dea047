"""The text pane over HTTP: what is typed, and what is asked of a text, each at an address of its own."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from starlette.responses import Response
from starlette.routing import Route

from coldwater.serving.answering import answered, choices_in, given_in, number_in, word_in
from coldwater.serving.text_pane import Editor, way_in

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from starlette.requests import Request

    from coldwater.serving.desk import Desk
    from coldwater.serving.watching import Events

    Given = dict[str, Any]

#: What is asked of a text; the map and the text are sent with each.
_QUESTIONS: dict[str, Callable[[Editor, str, str, Given], Any]] = {
    "look": lambda editor, name, text, given: editor.look(name, text, _within(given)),
    "complete": lambda editor, name, text, given: editor.complete(name, text, number_in(given, "at")),
    "tell": lambda editor, name, text, given: editor.tell(name, text, number_in(given, "at")),
    "define": lambda editor, name, text, given: editor.define(name, text, number_in(given, "at")),
    "entry": lambda editor, name, text, given: editor.entry(name, text, number_in(given, "at")),
    "find": lambda editor, name, text, given: editor.find(name, text, word_in(given, "id")),
    "outline": lambda editor, name, text, _: editor.outline(name, text),
    "actions": lambda editor, name, text, given: editor.actions(name, text, *_within(given)),
    "act": lambda editor, name, text, given: editor.act(name, text, way_in(given)),
    "form": lambda editor, name, text, _: editor.form(name, text),
}


def text_routes(desk: Desk, events: Events) -> Iterator[Route]:
    """Give the addresses of the text pane."""
    editor = Editor(desk)

    async def text(request: Request) -> Response:
        """Give the text of a map, or what changed in it since a version."""
        name, since = request.query_params.get("map", ""), request.query_params.get("since", "")
        return await answered(lambda: editor.text(name, since))

    async def typed(request: Request) -> Response:
        """Take a text that is being typed."""
        given = await given_in(request)
        if isinstance(given, Response):
            return given

        def work() -> dict[str, Any]:
            name, version, text = (word_in(given, key) for key in ("map", "version", "text"))
            is_insisted = given.get("is_insisted") is True
            return editor.typed(name, version, text, _within(given), choices_in(given), is_insisted=is_insisted)

        response = await answered(work)
        if response.status_code == HTTPStatus.OK and b'"is_written":true' in bytes(response.body):
            events.tell(str(given.get("map")))
        return response

    yield Route("/text", text, methods=["GET"])
    yield Route("/typed", typed, methods=["POST"])
    for name, question in _QUESTIONS.items():
        yield Route(f"/ask/{name}", _asked(editor, question), methods=["POST"])


def _asked(editor: Editor, question: Callable[[Editor, str, str, Given], Any]) -> Callable[..., Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        given = await given_in(request)
        if isinstance(given, Response):
            return given
        return await answered(lambda: question(editor, word_in(given, "map"), word_in(given, "text"), given))

    return answer


def _within(given: Given) -> tuple[int, int]:
    return number_in(given, "from"), number_in(given, "to")
