"""Texts with the entities of HTML in them, as web tools store what they were sent."""

from __future__ import annotations

import html
import re

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


def without_entities(text: str) -> str:
    r"""Give a text with what its entities stand for; those that are none stay, as does an ampersand by itself.

    >>> without_entities("R&amp;D &lt; 5&nbsp;% &amp;amp; AT&T &copy x &nonsense;")
    'R&D < 5\xa0% &amp; AT&T &copy x &nonsense;'
    """
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def with_entities(text: str) -> str:
    """Give a text that :func:`without_entities` reads as this one; most are what they are.

    >>> with_entities("R&D"), with_entities("write &lt; for <")
    ('R&D', 'write &amp;lt; for <')
    """
    return _ENTITY.sub(lambda found: f"&amp;{found[0][1:]}", text) if "&" in text else text
