"""What a page sent, taken apart, and work that was asked for turned into an answer or into why there is none."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse

from coldwater.api import CollectorOff
from coldwater.errors import ColdwaterError, MoveRefusedError
from coldwater.printable import printable
from coldwater.serving.desk import ForgottenError
from coldwater.serving.joining import DisputedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from starlette.requests import Request
    from starlette.responses import Response

    Made = TypeVar("Made")


async def given_in(request: Request) -> dict[str, Any] | Response:
    """Give the JSON object that a page sent, or the answer to what is none."""
    try:
        given = await request.json()
    except (ValueError, RecursionError, ClientDisconnect):
        return JSONResponse({"error": "this is no JSON"}, HTTPStatus.BAD_REQUEST)
    if not isinstance(given, dict):
        return JSONResponse({"error": "this is no JSON object"}, HTTPStatus.BAD_REQUEST)
    return given


def word_in(given: dict[str, Any], key: str) -> str:
    """Give a text that was sent; empty if it was not. Raises ColdwaterError for what is none, or no Unicode."""
    value = given.get(key, "")
    if not isinstance(value, str) or any("\ud800" <= sign <= "\udfff" for sign in set(value)):
        raise ill(key)
    return value


def number_in(given: dict[str, Any], key: str) -> int:
    """Give a number from 0 that was sent; 0 if it was not. Raises ColdwaterError for what is none."""
    value = given.get(key, 0)
    if not isinstance(value, int) or value < 0:
        raise ill(key)
    return int(value)


def choices_in(given: dict[str, Any]) -> dict[str, str]:
    """Give what was chosen of what both sides changed, by id. Raises ColdwaterError for what is no object."""
    choices = given.get("choices") or {}
    if not isinstance(choices, dict):
        raise ill("choices")
    return {str(id_): str(word) for id_, word in choices.items()}


def ill(key: str) -> ColdwaterError:
    """Give the error of something that was not sent as it should be."""
    return ColdwaterError(f"`{key}` is missing or is not what it should be")


def swiftly(work: Callable[[], Made]) -> Made:
    """Do work without the collector of garbage, which would take most of the time on large maps."""
    with CollectorOff():
        return work()


async def answered(work: Callable[[], Any]) -> JSONResponse:
    """Do work that may take a while, and answer with what comes of it, or with why nothing does."""
    try:
        return JSONResponse(await run_in_threadpool(swiftly, work))
    except DisputedError as error:
        disputes = [one._asdict() for one in error.disputes]
        return JSONResponse({"error": str(error), "disputes": disputes}, HTTPStatus.CONFLICT)
    except MoveRefusedError as error:
        told = {"error": printable(error.reason), "instead": list(error.instead), "why_none": error.why_none}
        return JSONResponse(told, HTTPStatus.UNPROCESSABLE_ENTITY)
    except ForgottenError as error:
        return JSONResponse({"error": str(error), "is_forgotten": True}, HTTPStatus.UNPROCESSABLE_ENTITY)
    except ColdwaterError as error:
        return JSONResponse({"error": printable(str(error))}, HTTPStatus.UNPROCESSABLE_ENTITY)
    except OSError as error:
        words = f"the file could not be written and is as it was: {error.strerror or error}"
        return JSONResponse({"error": words}, HTTPStatus.INSUFFICIENT_STORAGE)
