"""Maps in which people typed texts without quotes: what was typed, where it stands, and whether YAML reads it so.

``unquoted_maps`` is the generator. A text is either *as typed* (YAML reads it so, and nothing may be said), a *slip*
(it must be one finding at its line, and a fix must give it back), or *in doubt* (see ``unquoted_doubts``): those are
drawn again, and counted in a :class:`Tally`.
"""

from __future__ import annotations

import re
from collections import Counter
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from formats.native.unquoted_doubts import doubt, site_of
from formats.native.unquoted_texts import tame_text, wild_text
from formats.native.unquoted_trees import a_tree
from formats.native.unquoted_writing import (
    Form,
    Habits,
    NoText,
    Pointer,
    Slot,
    Stretch,
    core,
    data_of,
    parsed,
    pruned,
    slots,
    write,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

AS_TYPED = "read as typed"
SLIP = "a slip"


class Typed(NamedTuple):
    """A text typed without quotes: where, what, whether YAML reads it so, and the rules that may say if not."""

    pointer: Pointer
    text: str
    place: Stretch
    is_slip: bool
    rules: frozenset[str]


class UnquotedMap(NamedTuple):
    """A file as typed, the same with each text in quotes, and what was typed without them."""

    seed: int
    text: str
    quoted: str
    typed: tuple[Typed, ...]
    remarks: tuple[str, ...]

    @property
    def slips(self) -> tuple[Typed, ...]:
        """The texts that YAML does not read as typed."""
        return tuple(one for one in self.typed if one.is_slip)


class Tally:
    """How many texts were drawn, by what became of them: as typed, slips, and doubts by their reasons."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def shares(self) -> dict[str, float]:
        """Give the share of each kind in all texts drawn, the largest first."""
        total = sum(self.counts.values()) or 1
        return {kind: count / total for kind, count in self.counts.most_common()}


def unquoted_maps(count: int, tally: Tally, first: int = 0) -> Iterator[UnquotedMap]:
    """Give maps with one to four texts typed without quotes; the same seed gives the same map."""
    for seed in range(first, first + count):
        yield unquoted_map(seed, tally)


def unquoted_map(seed: int, tally: Tally, *, with_doubts: bool = False) -> UnquotedMap:
    """Make the map of a seed; ``with_doubts``: texts that are in doubt stay, too, and count as no slips."""
    random = Random(seed)  # noqa: S311 - no secret
    tree = a_tree(random)
    habits = Habits(random.choice((2, 2, 4)), random.choice((0, 2, 2)))
    forms = {pointer: Form(tame_text(slot.kind, n), random.random() < 0.3) for n, (pointer, slot) in _slots(tree)}
    chosen = random.sample(list(slots(tree)), k=random.choice((1, 1, 2, 3, 4)))
    rules: dict[Pointer, frozenset[str]] = {}
    for pointer, slot in chosen:
        drawn = _draw(random, tree, forms, pointer, slot, habits, tally, with_doubts)
        if drawn is not None:
            forms[pointer], rules[pointer] = drawn
    habits = habits._replace(remarks=_remarks(tree, random))
    return _finished(seed, tree, forms, rules, habits, random)


def _slots(tree: dict[str, Any]) -> Iterator[tuple[int, tuple[Pointer, Slot]]]:
    return enumerate(slots(tree), 1)


def _finished(
    seed: int,
    tree: dict[str, Any],
    forms: Mapping[Pointer, Form],
    rules: Mapping[Pointer, frozenset[str]],
    habits: Habits,
    random: Random,
) -> UnquotedMap:
    written = write(tree, forms, habits)
    quoted = write(tree, {pointer: Form(form.text, is_quoted=True) for pointer, form in forms.items()}, habits).text
    typed = [
        Typed(pointer, forms[pointer].text, written.places[pointer], bool(which), which)
        for pointer, which in sorted(rules.items(), key=lambda item: written.places[item[0]])
    ]
    end = random.choice(("\n", "\n", "\n", "\r\n"))
    text = written.text if random.random() < 0.9 else written.text.rstrip("\n")
    remarks = tuple(remark.strip() for remark in habits.remarks.values())
    return UnquotedMap(seed, text.replace("\n", end), quoted.replace("\n", end), tuple(typed), remarks)


# --- what is typed ----------------------------------------------------------------------------------------------


def _draw(
    random: Random,
    tree: dict[str, Any],
    forms: Mapping[Pointer, Form],
    pointer: Pointer,
    slot: Slot,
    habits: Habits,
    tally: Tally,
    with_doubts: bool,
) -> tuple[Form, frozenset[str]] | None:
    """Draw texts for a place until one is in no doubt; count all. None if ten were in doubt, or stand there already."""
    taken = {form.text for form in forms.values()}
    for _ in range(10):
        text = wild_text(slot.kind, random)
        if text in taken:
            continue
        form = Form(text, breaks=_breaks(text, random))
        kind, rules = judge(tree, forms, pointer, form, habits)
        tally.counts[kind] += 1
        if with_doubts or kind in (AS_TYPED, SLIP):
            return form, rules
    return None


def judge(
    tree: dict[str, Any], forms: Mapping[Pointer, Form], pointer: Pointer, form: Form, habits: Habits
) -> tuple[str, frozenset[str]]:
    """Tell what becomes of a text at a place: as typed, a slip with the rules that may say so, or a doubt's reason.

    Whether it is read as typed is judged in its entry alone, with all other texts in quotes.
    """
    is_read = _is_read_as_typed(tree, forms, pointer, form, habits)
    if is_read and not form.breaks:
        return AS_TYPED, frozenset()
    reason = doubt(form, site_of(tree, forms, pointer))
    if reason is not None:
        return reason, frozenset()
    return (AS_TYPED, frozenset()) if is_read else (SLIP, _rules(tree, forms, pointer, form, habits))


def _is_read_as_typed(
    tree: dict[str, Any], forms: Mapping[Pointer, Form], pointer: Pointer, form: Form, habits: Habits
) -> bool:
    entry = pruned(tree, pointer)
    others = {other: Form(forms[other].text, is_quoted=True) for other, _ in slots(entry)}
    with_it = {**others, pointer: form}
    return bool(parsed(write(entry, with_it, habits._replace(remarks={})).text) == data_of(entry, with_it))


def _rules(
    tree: dict[str, Any], forms: Mapping[Pointer, Form], pointer: Pointer, form: Form, habits: Habits
) -> frozenset[str]:
    """Give the rules that may speak of a slip: CW005 where a hash alone cuts it, CW003 where it is no text at all."""
    if isinstance(core(form.text), NoText):
        return frozenset({"CW001", "CW003"})
    if re.search(r"(^|\s)#", form.text):
        bare = form._replace(text=re.sub(r"(?<!\S)#+", "", form.text))
        is_alone = bool(bare.text.strip()) and _is_read_as_typed(tree, forms, pointer, bare, habits)
        is_block = not site_of(tree, forms, pointer).brackets
        if is_alone and is_block and not form.breaks and not form.text.startswith("#"):
            return frozenset({"CW005"})
        return frozenset({"CW001", "CW005"})
    return frozenset({"CW001"})


def _breaks(text: str, random: Random) -> tuple[int, ...]:
    """Break a long text into two or three lines, now and then, with two words or more on each."""
    count = text.count(" ") + 1
    if count < 8 or random.random() < 0.6:
        return ()
    places = range(2, count - 1)
    return tuple(sorted(random.sample(places, k=1 if count < 14 else random.choice((1, 2))))) if len(places) > 1 else ()


_REMARKS = (
    "checked in May",
    "see the minutes",
    "isn't this too strong?",
    "stimmt das, Jonas?",
    'ask Ana: is it "new"?',
)


def _remarks(tree: dict[str, Any], random: Random) -> dict[Pointer, str]:
    """Put comments behind a value or two, as people do: a hash with a blank on both sides."""
    if random.random() < 0.6:
        return {}
    pointers = [pointer for pointer, _ in slots(tree) if not site_of(tree, {}, pointer).brackets]
    gap = random.choice((" # ", "  # "))
    return {pointer: gap + random.choice(_REMARKS) for pointer in random.sample(pointers, k=min(2, len(pointers)))}
