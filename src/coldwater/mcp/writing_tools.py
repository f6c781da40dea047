"""The tools that write: each answers with what it did to the verdict, and with the version to go on from."""

from __future__ import annotations

from coldwater import api, revise
from coldwater.editing.beginning import beginning
from coldwater.errors import MoveRefusedError, UsageError
from coldwater.mcp.replies import AskedWronglyError, Call, Reply
from coldwater.moves import move
from coldwater.printable import printable
from coldwater.report.move_answer import answer_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from coldwater.changes import Moving
    from coldwater.mcp.asking import Given
    from coldwater.workshop import Held, Workshop


def create(shop: Workshop, given: Given) -> Reply:
    """Make a new map."""
    name = given["map"]
    name = name if "." in name.rpartition("/")[2] else f"{name}.argmap.yaml"
    text = beginning(given["title"], given["thesis"], is_json=name.endswith(".json"))
    held = shop.create(name, text)
    if "id" in given and given["id"] != "thesis":
        try:
            moving = move(held.path, {"move": "rename", "id": "thesis", "new": given["id"]}, data=held.data)
        except MoveRefusedError as refusal:
            return Reply(f"made {held.name} version {held.version}; its thesis is `thesis`, as {refusal.reason}")
        version = shop.write(held, moving.change.new)
        return Reply(f"made {held.name} version {version}; its thesis is `{given['id']}`")
    return Reply(f"made {held.name} version {held.version}; its thesis is `thesis`")


def make_moves(shop: Workshop, given: Given) -> Reply:
    """Make moves, all or none."""
    held = shop.held_for(given.get("map"), given.get("version"))
    return _moved(shop, held, given["moves"], is_trial=bool(given.get("dry_run", False)))


def take_back(shop: Workshop, given: Given) -> Reply:
    """Take back the last write."""
    held = shop.held_for(given.get("map"), given.get("version"))
    back, beside = shop.undo(held)
    moving = _made(shop, held, [back], shop.baseline())
    version = shop.write(held, moving.change.new, beside or moving.beside, takes_back=True)
    return _told(moving, held, f"taken back; {held.name} version {version}")


def _made(shop: Workshop, held: Held, moves: Any, baseline: str | None = None) -> Moving:
    """Make moves on a map that was looked at. Raises StaleError, with what changed, if somebody wrote since."""
    try:
        return move(held.path, moves, settings=shop.settings(), version=held.version, baseline=baseline)
    except MoveRefusedError:
        raise
    except UsageError:
        shop.held_for(held.name, held.version)
        raise


def _moved(shop: Workshop, held: Held, moves: Any, is_trial: bool) -> Reply:
    moving = _made(shop, held, moves, shop.baseline())
    version = held.version if is_trial else _written(shop, held, moving)
    return _told(moving, held, f"{'would be done' if is_trial else 'done'}; {held.name} version {version}")


def _written(shop: Workshop, held: Held, moving: Moving) -> str:
    renamed = {(section, old): new for section, old, new in moving.answer.renamed}
    return shop.write(held, moving.change.new, moving.beside, renamed=renamed)


def _told(moving: Moving, held: Held, top: str) -> Reply:
    return Reply("\n".join([top, *(_short(line, held) for line in answer_lines(moving.answer))]))


def _short(line: str, held: Held) -> str:
    return line.removeprefix(f"{printable(held.path)}:")


def mend(shop: Workshop, given: Given) -> Reply:
    """Make the safe fixes, or that of one finding."""
    held = shop.held_for(given.get("map"), given.get("version"))
    if "finding" in given:
        new, done = _one_fix(shop, held, int(given["finding"]))
    else:
        fixing = revise.fix(held.path, data=held.data, settings=shop.settings())
        new, done = fixing.change.new, [offer.fix.words for offer in fixing.done]
    if new == held.data:
        raise AskedWronglyError(
            "there is nothing to fix", why_none="what is left, if anything, takes a move that you choose"
        )
    before, after = shop.seen(held.path, held.data), shop.seen(held.path, new)
    from coldwater.report.move_answer import answer_of  # noqa: PLC0415 - only who mends needs it

    version = shop.write(held, new)
    lines = [f"done; {held.name} version {version}", *(f"mended: {printable(words)}" for words in done)]
    told = answer_of(before, after, {}, {}, version)
    return Reply("\n".join([*lines, *(_short(line, held) for line in answer_lines(told))]))


def _one_fix(shop: Workshop, held: Held, number: int) -> tuple[bytes, list[str]]:
    """Make the fix of one finding, by the number that `check` gave it, whether it is safe or not."""
    from coldwater.formats.native.decoding import encode  # noqa: PLC0415 - only who mends needs it
    from coldwater.formats.native.splices import edited  # noqa: PLC0415

    checked = api.check_content(held.path, held.data, settings=shop.settings(), with_fixes=True)
    if not 1 <= number <= len(checked.findings):
        reason = f"there is no finding {number}; `check` numbers {len(checked.findings)}"
        raise AskedWronglyError(reason, [Call("check", {"map": held.name})])
    fix = checked.findings[number - 1].fix
    if fix is None:
        reason = f"nobody knows what would mend finding {number} without knowing what was meant; make a move"
        raise AskedWronglyError(reason, why_none="which move mends it is yours to say")
    return encode(edited(held.text, fix.edits), held.data), [fix.message]
