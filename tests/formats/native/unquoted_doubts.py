"""Where nobody can know from the file what was typed: each such kind, with its reason in words.

The oracle of the unquoting test stays away from these, and counts them. All are told by the text and its place alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from formats.native.unquoted_writing import Flow, Form, Pointer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


class Site(NamedTuple):
    """Where a text stands: its pointer, what brackets hold it (`""`, `"{}"` or `"[]"`), texts in the same brackets."""

    pointer: Pointer
    brackets: str
    neighbours: tuple[str, ...] = ()

    @property
    def field(self) -> str:
        """The field that the text is of; for a short claim its id."""
        return next(str(step) for step in reversed(self.pointer) if isinstance(step, str))

    @property
    def is_short_claim(self) -> bool:
        """Whether the text stands alone after a claim's id."""
        return self.pointer[0] == "claims" and len(self.pointer) == 2


def site_of(tree: dict[str, Any], forms: Mapping[Pointer, Form], pointer: Pointer) -> Site:
    """Find out what is around a place for a text."""
    node: Any = tree
    outermost, brackets = len(pointer), ""
    for depth, step in enumerate(pointer):
        if isinstance(node, Flow):
            outermost = min(outermost, depth)
            brackets = "{}" if isinstance(node.node, dict) else "[]"
        inner: Any = node.node if isinstance(node, Flow) else node
        node = inner[step]
    around = pointer[:outermost]
    neighbours = [form.text for other, form in forms.items() if other[:outermost] == around and other != pointer]
    return Site(pointer, brackets, tuple(neighbours) if brackets else ())


def doubt(form: Form, site: Site) -> str | None:
    """Give the reason why what was typed cannot be known, or None where it can."""
    return next((reason for reason, holds in _DOUBTS.items() if holds(form, site)), None)


_FIELD = r"[^\W\d][\w-]*\s*:(\s|$)"  # one word and a colon: so a field looks
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')
_PAIRS = {"[": "]", "{": "}", "(": ")", "“": "”", "„": "“”", "«": "»", "「": "」"}


def _is_a_lone_sign(form: Form, _: Site) -> bool:
    return form.text in "-?:|>!"


def _is_nothing(form: Form, _: Site) -> bool:
    return form.text in ("~", "null", "Null", "NULL")


def _is_comment(form: Form, _: Site) -> bool:
    return any(re.search(r"(^|\s)#(\s|$)", line) for line in form.lines)


def _is_quoted_all_round(form: Form, _: Site) -> bool:
    return bool(_QUOTED.fullmatch(form.text))


def _has_apostrophes_at_both_ends(form: Form, _: Site) -> bool:
    return len(form.text) > 1 and form.text[0] == form.text[-1] == "'"


def _has_an_open_quote(form: Form, _: Site) -> bool:
    return form.text[0] == '"' and form.text.count('"') % 2 == 1


def _is_bracketed_all_round(form: Form, _: Site) -> bool:
    text = form.text
    return text[0] + text[-1] in ("[]", "{}") and closing_of(text, 0) == len(text) - 1


def _opens_without_closing(form: Form, _: Site) -> bool:
    return form.text[0] in "[{" and closing_of(form.text, 0) is None


def _has_lone_brackets(form: Form, site: Site) -> bool:
    return bool(site.brackets) and not _is_balanced(form.text)


def _has_a_field_after_a_comma(form: Form, site: Site) -> bool:
    return site.brackets == "{}" and bool(re.search(r",\s*" + _FIELD, form.text))


def _has_a_comma_between_items(form: Form, site: Site) -> bool:
    return site.brackets == "[]" and any(not _is_held(form.text, place) for place in _commas(form.text))


def _ends_in_a_comma(form: Form, site: Site) -> bool:
    return bool(site.brackets) and form.text.endswith(",")


def _is_part_of_a_name(form: Form, site: Site) -> bool:
    return site.field == "author" and bool(re.search(r"(^|,\s*)(family|given|literal)\s*:(\s|$)", form.text))


def _is_a_field_of_a_short_claim(form: Form, site: Site) -> bool:
    return site.is_short_claim and bool(re.match(r"(text|kind|note|tags|cites)\s*:(\s|$)", form.text))


def _begins_a_line_like_a_field(form: Form, _: Site) -> bool:
    return any(re.match(_FIELD, line) for line in form.lines[1:])


def _begins_a_line_like_an_item(form: Form, _: Site) -> bool:
    return any(re.match(r"[-?](\s|$)", line) for line in form.lines[1:])


def _has_a_quote_that_may_end_later(form: Form, site: Site) -> bool:
    texts = (form.text, *site.neighbours)
    return any(one[0] == "'" for one in texts) and sum("'" in one for one in texts) > 1


_DOUBTS: Mapping[str, Callable[[Form, Site], bool]] = {
    "a dash, or another sign of YAML's, alone may begin something that is still to be written": _is_a_lone_sign,
    "null and ~ are YAML's words for nothing, and may be meant so": _is_nothing,
    "a blank, a hash and a blank begin a comment": _is_comment,
    "quotes all round are YAML's own": _is_quoted_all_round,
    "apostrophes at both ends may be YAML's quotes around a text with an apostrophe": _has_apostrophes_at_both_ends,
    "a quote at the beginning that is never closed may be YAML's": _has_an_open_quote,
    "brackets all round may be meant as a list or a mapping": _is_bracketed_all_round,
    "a bracket at the beginning that is never closed may be a list's": _opens_without_closing,
    "inside brackets a bracket without its partner may end or begin the list": _has_lone_brackets,
    "inside braces one word and a colon after a comma look like a field": _has_a_field_after_a_comma,
    "a comma in a list parts items, unless digits, quotes or brackets hold it": _has_a_comma_between_items,
    "a comma before a closing bracket is one that YAML allows": _ends_in_a_comma,
    "family, given and literal are the parts of an author's name": _is_part_of_a_name,
    "a field's name at the beginning of a short claim may be a field": _is_a_field_of_a_short_claim,
    "a further line that begins with one word and a colon looks like a field": _begins_a_line_like_a_field,
    "a further line that begins with a dash looks like an item": _begins_a_line_like_an_item,
    "an apostrophe at the beginning, and another one behind a comma, may quote what is between": (
        _has_a_quote_that_may_end_later
    ),
}
#: All reasons, in the order in which they are looked for.
REASONS = tuple(_DOUBTS)


def closing_of(text: str, start: int) -> int | None:
    """Give the place where the bracket at ``start`` is closed, or None."""
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] in "[{") - (text[place] in "]}")
        if depth == 0:
            return place
    return None


def _is_balanced(text: str) -> bool:
    closers: list[str] = []
    for sign in text:
        if sign in "[{":
            closers.append(_PAIRS[sign])
        elif sign in "]}" and (not closers or closers.pop() != sign):
            return False
    return not closers


def _commas(text: str) -> list[int]:
    return [place for place, sign in enumerate(text) if sign == ","]


def _is_held(text: str, place: int) -> bool:
    """Tell whether a comma stands between two digits of a longer text, or inside quotes or brackets that are closed."""
    if re.fullmatch(r"[\d.,\s]+", text):
        return False
    around = text[max(0, place - 1) : place + 2]
    if re.fullmatch(r"\d,\d", around):
        return True
    before, after = text[:place], text[place + 1 :]
    if before.count('"') % 2 == 1 and '"' in after:
        return True
    return any(
        before.rfind(opener) > max(before.rfind(closer) for closer in closers) and any(one in after for one in closers)
        for opener, closers in _PAIRS.items()
    )
