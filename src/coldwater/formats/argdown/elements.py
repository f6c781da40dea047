"""The single elements of an Argdown document: statements, sketched arguments, titles of structures, inferences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.formats.argdown.escaping import data_text, escaped, escaped_rule, fits_statement, on_one_line, tags_text
from coldwater.formats.argdown.mapping import ONLY_CONCLUSION
from coldwater.formats.argdown.sections import Sections
from coldwater.formats.argdown.texts import without_last_tags
from coldwater.formats.argdown.titling import Titles, alike, comes_back, title_that_comes_back
from coldwater.formats.foreign.scheme_names import scheme_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coldwater.formats.argdown.chains import Step
    from coldwater.formats.argdown.planning import Plan
    from coldwater.model.models import Argument

_CLAIM = ("kind", "status", "credence", "standard", "implicit", "cites", "note")
_ARGUMENT = ("roles", "answers", "strength", "cites", "note")
_AIDS = {
    "attack": ("not {}", "Not so: {}"), "undercut": ("not {}", "This does not follow: {}"),
    "support": ("{} follows", "This does follow: {}"),
}  # fmt: skip


class Elements:
    """Spells elements. What is asked for twice is spelt the same."""

    def __init__(self, plan: Plan, structures: Iterable[list[Step]]) -> None:
        self.plan = plan
        last = [steps[-1].id for steps in structures]
        self.titles = Titles(plan, last)
        self._last = set(last)
        self._alike = alike(plan)
        self._sections = Sections(plan)
        self._gists = {title: id_ for id_, title in plan.gists.items()}
        self._aids: dict[tuple[str, str], str] = {}
        self._aid_texts: dict[str, str] = {}
        self._aimed: set[str] = set()
        #: Sketched arguments that tell by data which of the arguments that they are has which id.
        self.telling: set[str] = set()
        self._of_premise: dict[str, list[str]] = {}
        for id_, premise in plan.relations.items():
            self._of_premise.setdefault(premise, []).append(id_)

    def _comes_back(self, id_: str, foreign: str | None, wish: str, otherwise: str) -> bool:
        return id_ not in self._alike and comes_back(id_, foreign, wish, otherwise)

    # --- statements ---------------------------------------------------------------------------------------------------

    def is_untitled(self, claim: str) -> bool:
        """Tell whether a claim had no title where it was read."""
        return bool(self.plan.kept("claims", claim).get("untitled"))

    def member(self, kind: str, id_: str, *, is_new: bool, is_named: bool) -> str:
        """Give a member of a relation, a line or a block: defined if it is new, else referred to."""
        if kind == "aid":
            key, value = ONLY_CONCLUSION
            return (
                f"[{id_}]: {escaped(self._aid_texts.pop(id_))} {{{key}: {value}}}"
                if id_ in self._aid_texts
                else f"[{id_}]"
            )
        if kind == "structure":
            return f"<{self.titles.argument(id_)}>"
        if kind == "sketch":
            return self._sketch(id_) if is_new else f"<{id_}>"
        title = f"[{self.titles.statement(id_)}]"
        if not is_new:
            return title
        data = {**self._claim_data(id_, is_named), **self._relations_of(id_)}
        kept = self.plan.kept("claims", id_)
        is_bare = bool(kept.get("bare")) and self.plan.entry("claims", id_)["text"] == self.titles.statement(id_)
        return self._said("claims", id_, title if is_named else "", data, is_bare=is_bare)

    def _said(self, section: str, id_: str, title: str, data: dict[str, Any], *, is_bare: bool) -> str:
        """Give a title with its text, tags and data."""
        entry = self.plan.entry(section, id_)
        tags = self._tags(section, id_)
        spelt = tags_text(tags)
        text = entry["text"]
        visible = on_one_line(text)
        if visible != text or (spelt and without_last_tags(visible + spelt) != visible):
            data = {"text": text, **data}
        if spelt is None:
            data, spelt = {**data, "tags": tags}, ""
        if is_bare:
            return f"{title}{spelt}{data_text(data)}"
        return f"{title}{': ' if title else ''}{escaped(visible)}{spelt}{data_text(data)}"

    def _tags(self, section: str, id_: str) -> list[str]:
        of_section = self._sections.tag(section, id_)
        return [tag for tag in self.plan.entry(section, id_).get("tags", ()) if tag != of_section]

    def _claim_data(self, id_: str, is_named: bool) -> dict[str, Any]:
        entry, kept = self.plan.entry("claims", id_), self.plan.kept("claims", id_)
        title = self.titles.statement(id_) if is_named else None
        foreign = title
        wish = title if title is not None else entry["text"]
        data = {} if self._comes_back(id_, foreign, wish, "claim") else {"id": id_}
        data |= {
            key: entry[key]
            for key in _CLAIM
            if entry.get(key) not in (None, [], False) or (key == "credence" and key in entry)
        }
        return data | _own(entry) | _dict(kept.get("data"))

    def _relations_of(self, claim: str) -> dict[str, Any]:
        """Give data on what a claim is the only premise of, where its relation does not say it all."""
        told = []
        for id_ in self._of_premise.get(claim, ()):
            argument, entry = self.plan.map.arguments[id_], self.plan.entry("arguments", id_)
            fields = {key: entry[key] for key in (*_ARGUMENT, "tags") if entry.get(key) not in (None, [], {})} | _own(
                entry
            )
            word = "but" if argument.attacks else "so"
            if not self._comes_back(id_, None, f"{claim}-{word}", "argument"):
                fields = {"id": id_, **fields}
            if fields:
                told.append({"attacks" if argument.attacks else "supports": self._title_of(argument.target), **fields})
        return {"arguments": told} if told else {}

    def _title_of(self, target: str) -> str:
        plan = self.plan
        if target in plan.map.claims:
            return plan.gists.get(target) or self.titles.statement(target)
        if plan.is_sketch(target):
            return plan.gists[plan.map.arguments[target].premises[0]]
        return self.titles.argument(target) if target in self._last else target

    # --- arguments ----------------------------------------------------------------------------------------------------

    def _sketch(self, title: str) -> str:
        claim = self._gists[title]
        uses = self.plan.sketches[title]
        entry = self.plan.entry("claims", claim)
        kept = self.plan.kept("claims", claim)
        data: dict[str, Any] = {}
        if title in self.telling:
            data["arguments"] = [self._told(use) for use in uses if not self.plan.kept("arguments", use).get("also")]
        if uses:
            has_own_id = not self._comes_back(uses[0], title, title, "argument")
            data |= {"id": uses[0]} if has_own_id and title not in self.telling else {}
            said = self.plan.entry("arguments", uses[0])
            data |= self._title_data(title, has_own_id, uses[0])
            data |= {key: said[key] for key in ("scheme", "roles", "answers", "strength") if key in said}
            is_told = not entry.get("implicit")
            if not self._comes_back(claim, None, on_one_line(entry["text"]) if is_told else title, "claim"):
                data["claim"] = claim
        elif not self._comes_back(claim, title, title, "claim"):
            data["id"] = claim
        is_bare = bool(entry.get("implicit")) and entry["text"] == title
        data |= {
            key: entry[key]
            for key in _CLAIM
            if entry.get(key) not in (None, [], False) or (key == "credence" and key in entry)
        }
        if is_bare:
            data.pop("implicit", None)
        data |= _own(entry) | _dict(kept.get("data"))
        return self._said("claims", claim, f"<{title}>", data, is_bare=is_bare)

    def _told(self, id_: str) -> dict[str, Any]:
        argument = self.plan.map.arguments[id_]
        return {"attacks" if argument.attacks else "supports": self._title_of(argument.target), "id": id_}

    def _title_data(self, title: str | None, has_own_id: bool, id_: str) -> dict[str, Any]:
        said = self.plan.entry("arguments", id_).get("title")
        return {} if title_that_comes_back(title, has_own_id, id_) == said else {"title": said}

    def is_aimed_at(self, id_: str) -> bool:
        """Tell whether something refers to the structure of an argument by its title."""
        return id_ in self._aimed

    def header(self, id_: str, *, is_needed: bool) -> str | None:
        """Give the title of a structure, with its description, tags and data; None where it had none and needs none."""
        entry, kept = self.plan.entry("arguments", id_), self.plan.kept("arguments", id_)
        if kept.get("untitled") and not is_needed and not self._tags("arguments", id_):
            return None
        title = self.titles.argument(id_)
        has_own_id = not self._comes_back(id_, title, title, "argument")
        data: dict[str, Any] = {"id": id_} if has_own_id else {}
        data |= self._title_data(title, has_own_id, id_)
        spelt = tags_text(tags := self._tags("arguments", id_))
        if spelt is None:
            data, spelt = {**data, "tags": tags}, ""
        data |= _dict(kept.get("data"))
        described = f": {escaped(on_one_line(entry['note']))}" if self._is_described(id_) else ""
        return f"<{title}>{described}{spelt}{data_text({key: value for key, value in data.items() if value != []})}"

    def _is_described(self, id_: str) -> bool:
        note = self.plan.entry("arguments", id_).get("note")
        is_plain = isinstance(note, str) and on_one_line(note) == note == without_last_tags(note)
        return is_plain and bool(self.plan.kept("arguments", id_).get("described"))

    def inference(self, step: Step, *, has_header: bool) -> str:
        """Give the line of an inference: its rules and data between hyphens."""
        id_ = step.id
        argument, entry, kept = (
            self.plan.map.arguments[id_],
            self.plan.entry("arguments", id_),
            self.plan.kept("arguments", id_),
        )
        is_last = id_ in self._last
        data: dict[str, Any] = {"uses": step.uses} if step.uses else {}
        if not (is_last and has_header):
            name = None if kept.get("untitled") else kept.get("structure")
            number = kept.get("step", 0)
            word = "but" if argument.attacks else "so"
            wish = f"{name} {number + 1}" if name and isinstance(number, int) else f"{argument.premises[0]}-{word}"
            if not self._comes_back(id_, None, wish, "argument"):
                data["id"] = id_
            data |= {"title": entry["title"]} if "title" in entry else {}
            data |= {"tags": entry["tags"]} if entry.get("tags") else {}
        rules = kept.get("rules")
        scheme = entry.get("scheme")
        if not (isinstance(rules, list) and rules and all(isinstance(one, str) and one.strip() for one in rules)):
            rules = [scheme] if scheme else []
        if scheme is None or scheme_of(on_one_line(rules[0])) != scheme:
            data |= {"scheme": scheme} if scheme is not None else {}
            rules = [] if scheme is None else rules
        fields = [
            key for key in _ARGUMENT if not (key == "note" and is_last and has_header and self._is_described(id_))
        ]
        data |= {key: entry[key] for key in fields if entry.get(key) not in (None, [], {})}
        data |= _own(entry) | _dict(kept.get("inference"))
        named = ", ".join(escaped_rule(on_one_line(rule)) for rule in rules)
        if not named and not data:
            return "----"
        return f"-- {named}{data_text(data)} --" if named else f"--{data_text(data)} --"

    # --- aids ---------------------------------------------------------------------------------------------------------

    def aid(self, argument: Argument) -> str:
        """Give the title of the statement that an argument concludes which supports no claim."""
        target = argument.target
        kind = "support" if argument.supports else "attack" if target in self.plan.map.claims else "undercut"
        if (kind, target) not in self._aids:
            wish, text = _AIDS[kind]
            title = self._title_of(target)
            claim = self.plan.map.claims.get(target)
            wished = wish.format(title)
            aid = self.titles.aid(wished if fits_statement(wished) else wish.format(target))
            self._aids[kind, target] = aid
            self._aid_texts[aid] = text.format(on_one_line(claim.text if claim is not None else title))
            if kind == "support":
                self._aimed.add(target)
        return self._aids[kind, target]


def _own(entry: dict[str, Any]) -> dict[str, Any]:
    """Give the fields of an entry that are somebody's own."""
    return {key: value for key, value in entry.items() if key.startswith("x-") and key != "x-from"}


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
