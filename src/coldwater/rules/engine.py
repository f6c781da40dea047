"""Runs the rules over a map, leaves out what the map asks to ignore, and says which of these requests are idle."""

from __future__ import annotations

from coldwater.findings import Flaw
from coldwater.rules import RULES, unused_ignore

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence
    from types import ModuleType

    from coldwater.model.models import Ignore
    from coldwater.rules.subject import Subject

#: Rules that cannot be ignored, besides CW0xx: without them a map is no graph, or ignoring would ignore itself.
_ALWAYS = frozenset({"CW101", "CW102", "CW901"})
_CODES = tuple(module.CODE for module in RULES)


def run(subject: Subject, asked: Container[str] = ()) -> Iterator[tuple[ModuleType, Flaw]]:
    """Give what all rules find, each flaw with its rule, in the order of the rules; CW901 comes last.

    Rules marked ON_REQUEST run only where ``asked`` names their code. Cost is linear in the size of the map and the
    number of findings.
    """
    entries = subject.map.lint.ignore if subject.map.lint is not None else ()
    if not entries:
        yield from _everything(subject, asked)
        return
    wanted = _by_aim(entries)
    used: set[int] = set()
    incomplete = bool(subject.excused)
    for module, flaw in _everything(subject, asked):
        if not can_be_ignored(module.CODE):
            incomplete = True
            yield module, flaw
            continue
        aims = ((module.CODE, flaw.id), (module.CODE, None), (None, flaw.id))
        hits = [number for aim in aims if aim != (None, None) for number in wanted.get(aim, ())]
        used.update(hits)
        if not hits:
            yield module, flaw
    for flaw in _idle(subject, entries, used, incomplete, asked):
        yield unused_ignore, flaw


def can_be_ignored(code: str) -> bool:
    """Tell whether a map may ask to leave a rule's findings alone."""
    return not code.startswith("CW0") and code not in _ALWAYS


def _everything(subject: Subject, asked: Container[str]) -> Iterator[tuple[ModuleType, Flaw]]:
    for module in RULES:
        if hasattr(module, "check") and _runs(module, asked):
            for flaw in module.check(subject):
                yield module, flaw


def _runs(module: ModuleType, asked: Container[str]) -> bool:
    """Tell whether a rule runs: those ON_REQUEST do only if asked for."""
    return not getattr(module, "ON_REQUEST", False) or module.CODE in asked


def _may_run(code: str | None, asked: Container[str]) -> bool:
    return all(code != module.CODE or _runs(module, asked) for module in RULES)


def _by_aim(entries: Sequence[Ignore]) -> Mapping[tuple[str | None, str | None], list[int]]:
    wanted: dict[tuple[str | None, str | None], list[int]] = {}
    for number, entry in enumerate(entries):
        wanted.setdefault((entry.rule, entry.at), []).append(number)
    return wanted


def _idle(
    subject: Subject, entries: Sequence[Ignore], used: set[int], incomplete: bool, asked: Container[str]
) -> Iterator[Flaw]:
    """Name the entries that name no rule or one that cannot be ignored, and those that suppressed nothing.

    The last kind is left out when rules had to give the benefit of the doubt, could not look at a text, or are off.
    """
    unread = _unread(subject)
    for number, entry in enumerate(entries):
        pointer = ("lint", "ignore", number)
        if entry.rule is not None and entry.rule not in _CODES:
            yield Flaw((*pointer, "rule"), _unknown_rule(entry.rule), entry.at)
        elif entry.rule is not None and not can_be_ignored(entry.rule):
            message = f"`{entry.rule}` cannot be ignored: mend what it finds, and remove this entry"
            yield Flaw((*pointer, "rule"), message, entry.at)
        elif number in used or incomplete or _is_blind(entry, unread) or not _may_run(entry.rule, asked):
            continue
        else:
            yield Flaw(pointer, _says_nothing(entry), entry.at)


def _unknown_rule(code: str) -> str:
    from coldwater.suggest import Names, phrase  # noqa: PLC0415 - only where something is unknown

    meant = Names(filter(can_be_ignored, _CODES), figures_count=True).one_letter_off(code)
    return f"there is no rule `{code}`.{phrase(meant) or ' `coldwater rule` lists them.'}"


def _says_nothing(entry: Ignore) -> str:
    what = f"`{entry.rule}` finds nothing" if entry.rule is not None else "no rule finds anything"
    where = f" at `{entry.at}`" if entry.at is not None else " in this map"
    return f"{what}{where}: there is nothing to ignore; remove this entry"


def _is_blind(entry: Ignore, unread: frozenset[str]) -> bool:
    """Tell whether the entry may concern a quote or a passage that could not be looked up."""
    return entry.rule in (None, "CW304", "CW305") and (bool(unread) if entry.at is None else entry.at in unread)


def _unread(subject: Subject) -> frozenset[str]:
    """Give the claims and arguments that cite a source whose text is not at hand: CW304 and CW305 are blind there."""
    if len(subject.texts) >= len(subject.map.sources):
        return frozenset()
    from coldwater.rules.citations import citations  # noqa: PLC0415 - only where something is ignored

    return frozenset(cited.owner for cited in citations(subject.map) if cited.citation.source not in subject.texts)
