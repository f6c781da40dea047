"""Addresses of sources as foreign files hold them: an address a map can hold, and a title where none is given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.formats.foreign.texts import one_line
from coldwater.model.patterns import URL_PATTERN

if TYPE_CHECKING:
    from coldwater.formats.foreign.gathering import Entry, Gathering
    from coldwater.formats.foreign.places import Where

_BARE = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.ASCII)


def url_of(text: str) -> str | None:
    """Give an address as a map may hold it: signs beyond ASCII are percent-encoded; None if it is no address.

    >>> url_of("https://example.org/é"), url_of("Bridge survey, 2025"), url_of("www.example.org/a")
    ('https://example.org/%C3%A9', None, 'https://www.example.org/a')
    """
    from urllib.parse import quote  # noqa: PLC0415 - only where there are addresses

    said = text.strip()
    if said.startswith("www.") and _BARE.fullmatch(said):
        said = f"https://{said}"
    if len(said) > 4000 or not said.lower().startswith(("http://", "https://", "doi:", "urn:")):
        return None
    head, colon, rest = said.partition(":")
    url = head.lower() + colon + quote(rest, safe="!\"#$%&'()*+,/:;<=>?@[\\]^_`{|}~-.", errors="replace")
    return url if not re.search(r"\s", said) and re.search(URL_PATTERN, url) else None


def title_of(url: str) -> str:
    """Give what a source is called of which nothing but the address is known.

    >>> title_of("https://www.example.org/report/")
    'example.org/report'
    """
    bare = re.sub(r"^https?://(www\.)?", "", url).rstrip("/")
    return bare or url


class Cited:
    """The sources of a file as they are met: of one address, or else of one title, there is one."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._known: dict[str, Entry] = {}

    def source(self, words: str, place: Where, title: str = "") -> Entry:
        """Give the source of an address or a title; ``title`` is what an address is called in the file."""
        said = one_line(words)
        url = url_of(said)
        entry = self._known.get(url or said)
        if entry is None:
            called = one_line(title) or (title_of(url) if url else said)
            entry = self._gathering.source(called, wish=_wish(url, called), place=place, URL=url)
            self._known[url or said] = entry
        return entry


def _wish(url: str | None, title: str) -> str:
    host = re.match(r"https?://(?:www\.)?([\w.-]+)", url or "")
    return host[1] if host and title == title_of(url or "") else title
