"""Runs the rules over a map, leaves out what the map asks to ignore, and says which of these requests are idle."""

from __future__ import annotations

from coldwater.findings import UNREADABLE, Flaw
from coldwater.rules import RULES, draft, unused_ignore

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence
    from types import ModuleType

    from coldwater.model.models import Ignore
    from coldwater.rules.subject import Subject

_CODES = tuple(module.CODE for module in RULES)
#: Rules that run on every map, each with its check; and those that wait to be asked for.
_CHECKS = tuple((rule, rule.check) for rule in RULES if hasattr(rule, "check") and not hasattr(rule, "ON_REQUEST"))
_ON_REQUEST = tuple(rule for rule in RULES if hasattr(rule, "ON_REQUEST"))
#: Rules that look at the full texts of sources.
_OF_TEXTS = frozenset({"CW304", "CW305"})
#: The rule that looks at review stamps.
_OF_STAMPS = "CW209"


def run(subject: Subject, asked: Container[str] = ()) -> Iterator[tuple[ModuleType, Flaw]]:
    """Give what all rules find, each flaw with its rule, in the order of the rules; CW901 comes last.

    Rules marked ON_REQUEST run only where ``asked`` names their code, after the others. Of a draft all is given one by
    one, and one flaw of CW902 with it: ``folding`` makes one of them. Cost is linear in the size of the map and the
    number of findings.
    """
    entries = subject.map.lint.ignore if subject.map.lint is not None else ()
    if not entries:
        yield from everything(subject, asked)
        return
    wanted = _by_aim(entries)
    used: set[int] = set()
    incomplete = bool(subject.excused)
    for module, flaw in everything(subject, asked):
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
    return code not in UNREADABLE and code != "CW901"


def everything(subject: Subject, asked: Container[str]) -> Iterator[tuple[ModuleType, Flaw]]:
    """Give what the rules find, as ``run`` does, whatever the map asks to ignore; CW901 is not among it."""
    is_draft, unfinished = subject.map.draft, False
    for module, check in _CHECKS:
        for flaw in check(subject):
            unfinished = unfinished or (is_draft and hasattr(module, "UNFINISHED"))
            yield module, flaw
    if unfinished:
        yield draft, draft.FLAW
    for module in _ON_REQUEST:
        if module.CODE in asked:
            for flaw in module.check(subject):
                yield module, flaw


def _ran(code: str | None, subject: Subject, asked: Container[str]) -> bool:
    if code == _OF_STAMPS:
        return subject.stamps is not None
    return code in asked or all(code != module.CODE for module in _ON_REQUEST)


def could_see(code: str, subject: Subject, asked: Container[str]) -> bool:
    """Tell whether a rule ran, and had at hand all the texts and stamps that it looks at."""
    return _ran(code, subject, asked) and not (code in _OF_TEXTS and _unread(subject))


def _by_aim(entries: Sequence[Ignore]) -> Mapping[tuple[str | None, str | None], list[int]]:
    wanted: dict[tuple[str | None, str | None], list[int]] = {}
    for number, entry in enumerate(entries):
        wanted.setdefault((entry.rule, entry.at), []).append(number)
    return wanted


def _idle(
    subject: Subject, entries: Sequence[Ignore], used: set[int], incomplete: bool, asked: Container[str]
) -> Iterator[Flaw]:
    """Name the entries that name no rule or one that cannot be ignored, and those that suppressed nothing.

    The last kind is left out when rules had to give the benefit of the doubt, could not look at a text or at stamps, or
    are off.
    """
    unread = _unread(subject)
    for number, entry in enumerate(entries):
        pointer = ("lint", "ignore", number)
        if entry.rule is not None and entry.rule not in _CODES:
            yield Flaw((*pointer, "rule"), unknown_rule(entry.rule), entry.at)
        elif entry.rule is not None and not can_be_ignored(entry.rule):
            yield Flaw((*pointer, "rule"), cannot_be_ignored(entry.rule, "entry"), entry.at)
        elif number in used or incomplete or _is_blind(entry, unread) or not _ran(entry.rule, subject, asked):
            continue
        else:
            yield Flaw(pointer, _says_nothing(entry), entry.at)


def unknown_rule(code: str) -> str:
    """Say that there is no such rule, and which was probably meant."""
    from coldwater.suggest import Names, phrase  # noqa: PLC0415 - only where something is unknown

    known = [module for module in RULES if can_be_ignored(module.CODE)]
    codes = Names((module.CODE for module in known), figures_count=True)
    meant = codes.one_letter_off(code.upper()) or Names(module.NAME for module in known).closest(code)
    return f"there is no rule `{code}`.{phrase(meant) or ' `coldwater rule` lists them.'}"


def cannot_be_ignored(code: str, what: str) -> str:
    """Say of an entry or a comment that the rule it names cannot be ignored."""
    return f"`{code}` cannot be ignored: mend what it finds, and remove this {what}"


def _says_nothing(entry: Ignore) -> str:
    what = f"`{entry.rule}` finds nothing" if entry.rule is not None else "no rule finds anything"
    where = f" at `{entry.at}`" if entry.at is not None else " in this map"
    return f"{what}{where}: there is nothing to ignore; remove this entry"


def _is_blind(entry: Ignore, unread: frozenset[str]) -> bool:
    """Tell whether the entry may concern a quote or a passage that could not be looked up."""
    return (entry.rule is None or entry.rule in _OF_TEXTS) and (
        bool(unread) if entry.at is None else entry.at in unread
    )


def _unread(subject: Subject) -> frozenset[str]:
    """Give the claims and arguments that cite a source whose text is not at hand: CW304 and CW305 are blind there."""
    if len(subject.texts) >= len(subject.map.sources):
        return frozenset()
    from coldwater.rules.citations import citations  # noqa: PLC0415 - only where something is ignored

    return frozenset(cited.owner for cited in citations(subject.map) if cited.citation.source not in subject.texts)
