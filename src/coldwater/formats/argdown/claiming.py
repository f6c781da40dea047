"""Statements and sketched arguments as claims of a map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.formats.argdown.ours import own_id, take_exact
from coldwater.formats.argdown.saying import Sources, say
from coldwater.formats.argdown.texts import without_last_tags

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coldwater.findings import Place
    from coldwater.formats.argdown.debate import Argument, Statement, Titled
    from coldwater.formats.foreign.gathering import Entry, Gathering

#: Data of a sketched argument that are not about what it says.
ABOUT_STEP = ("title", "scheme", "roles", "answers", "strength", "arguments")


class Claims:
    """Claims by what they were made of, and by the titles and ids that people may name them by."""

    def __init__(self, gathering: Gathering, place: Callable[[int], Place]) -> None:
        self.gathering = gathering
        self.place = place
        self.sources = Sources(gathering)
        self.of: dict[Titled, Entry] = {}
        self.named: dict[str, Entry] = {}

    def take(self, statement: Statement) -> None:
        """Take a statement; what it says, or its title where it says nothing."""
        text = bare_text(statement)
        data = dict(statement.data)
        id_ = own_id(data)
        entry = self.gathering.claim(
            text or statement.title,
            wish=(text or "") if statement.is_untitled else statement.title,
            id_=id_ or (None if statement.is_untitled else statement.title),
            place=self.place(statement.at),
            tags=tags_of(statement),
        )
        entry.is_ours = id_ is not None
        if statement.is_untitled:
            entry.kept["untitled"] = True
        elif not text:
            entry.kept["bare"] = True
        data.pop("arguments", None)
        take_exact(data, entry)
        self.say(entry, statement, data)
        for name in (statement.title, id_ or statement.title):
            self.named[name] = entry
        self.of[statement] = entry

    def take_gist(self, argument: Argument, leads_on: bool) -> None:
        """Take the claim that stands for what a sketched argument says; ``leads_on``: it bears on something."""
        text = bare_text(argument)
        data = dict(argument.data)
        own = own_id(data, "claim") if leads_on else own_id(data)
        entry = self.gathering.claim(
            text or argument.title,
            wish=text if leads_on and text else argument.title,
            id_=own or (None if leads_on else argument.title),
            place=self.place(argument.at),
            tags=tags_of(argument),
            implicit=None if text else True,
        )
        entry.is_ours = own is not None
        entry.is_made_up = not text
        entry.kept["argument"] = argument.title
        for key in ("id", *ABOUT_STEP):
            data.pop(key, None)
        take_exact(data, entry)
        self.say(entry, argument, data)
        self.named.setdefault(argument.title, entry)
        self.of[argument] = entry

    def say(self, entry: Entry, one: Titled, data: Mapping[str, Any]) -> None:
        """Put into an entry what stands with its title: data, links as sources, headings."""
        say(entry, data, self.gathering, self.sources, one.title)
        for url, words in one.links.items():
            if url.startswith(("http://", "https://")) and "cites" not in entry.extra:
                self.gathering.cite(entry, self.sources.named(words, url))
            else:
                self.gathering.lose("link", "a map has no links but to sources", one.title)
        if one.others:
            self.gathering.lose(
                "other wording", "a claim is said once; the last wording is taken", one.title, count=len(one.others)
            )
        if one.section:
            entry.kept["section"] = list(one.section)


def bare_text(one: Titled) -> str:
    """Give what somebody says without the tags at the end; empty where they say nothing."""
    return without_last_tags(one.text or "") if one.tags else one.text or ""


def tags_of(one: Titled) -> list[str]:
    """Give tags, the headings above as the last one."""
    section = [" / ".join(one.section)] if one.section else []
    return list(dict.fromkeys([*(tag.strip() for tag in one.tags if tag.strip()), *section]))
