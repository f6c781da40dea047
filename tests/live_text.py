"""What GitHub and GitLab make of a text: rendered by GitHub's own parser, and searched for what they bring to life.

They look for mentions, issues, commits and the like in the finished page, in all text that is no code and no link.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import cmarkgfm
from cmarkgfm.cmark import Options
from hypothesis import strategies as st

#: What would be more than words, from a stranger's map.
HOSTILE = (
    "@you", "(@org/team)", "a@b.example", "#12", "GH-12", "gh-7", "owner/repo#1", "owner/repo@0123abc", "you#3", "!5",
    "&5", "~bug", '~"a label"', "%v1", "$7", "$x$", "$$y$$", "9ba1224", "http://x.example", "HTTPS://X.example/a_(b).",
    "www.x.example", "WWW.x.example", "ftp://x.example", "mailto:a@b.example", "xmpp:a@b.example", "<https://x.example>",
    "irc://x.example", ":smile:", ":+1:", ":100:", "<b>b</b>", "<script>alert(1)</script>", "<!--", "-->",
    "<img src=x>",
    "![i](http://x.example/i)", "[l](http://x.example)", "[l]: http://x.example", "[^1]", "[^1]: x", "[x]", "[ ] do",
    "`c`", "``", "`", "*e*", "**s**", "_e_", "a_b_c", "~~d~~", "|", "\\|", "\\", "\\`", "|---|", "# h", "#", "> q",
    "- i",
    "+ i", "1. i", "12) i", "===", "---", "***", "/close", "&amp;", "&#64;you", "&lt;b>", "://", "@", "$", "`@you`#12",
    "\u202eright\u2066", "\x1b[31m", "\x00", "\x9b", "\u200b@\u200byou", "\ufdd0", "\ue000", "\ufdd2x\ufdd3",
    "a\n\n# b",
    "##[error]x", "##vso[task.complete]x", "::error::x", "::stop-commands::x", "请看@you和#12吧", "é@you", "=1+1",
    "{{c1::x}}", "[sound:x.mp3]", "\\(x\\)", '"', "\t", "word", "two words", "C", "C++", "https:", "//x.example", "you",
)  # fmt: skip
#: Texts made of them, with and without blanks between.
hostile_texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=5).map(" ".join),
    st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=5).map("".join),
    st.text(st.sampled_from("@#:/.w-_`|\\*<>&$~![]()ab1 "), min_size=1, max_size=12),
).map(lambda text: text if text.strip() else f"{text}x")
#: Alive in a text that is no code and no link, wherever the platform looks.
_ALIVE = re.compile(
    r"""@[a-z0-9_] | \#\d | \bgh-\d | ://\S | \bwww\.\S | (?:mailto|xmpp):
      | (?<!\w)[!&$%~]\w | \$[^$]+\$ | :(?:smile|\+1|100): | \b(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,40}\b""",
    re.VERBOSE | re.IGNORECASE,
)
#: Controls but for line ends, halves of characters, and what turns writing around or cannot be seen.
_RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufdd0-\ufdd3]")

_html: Callable[[str, int], str] = cmarkgfm.github_flavored_markdown_to_html


class Rendered(HTMLParser):
    """A page as a browser has it: its tags, its text in one row, and the texts in which a platform looks."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.alive: list[str] = []
        self._inside: list[str] = []
        self.feed(_html(markdown, Options.CMARK_OPT_UNSAFE))

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002, D102 - as the library calls it
        self.tags.add(tag)
        self._inside.append(tag)
        if tag not in ("code", "del", "ins", "strong", "em"):
            self.text += "\n"

    def handle_endtag(self, tag: str) -> None:  # noqa: D102
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:  # noqa: D102
        self.text += data
        if not {"code", "pre", "a"} & {*self._inside}:
            self.alive += _ALIVE.findall(data)


def raw_in(text: str) -> list[str]:
    """Give the characters of a text that drive a terminal, hide or turn writing around."""
    return _RAW.findall(text)


def commands_in(text: str) -> list[str]:
    """Give what a runner would obey in a log: lines that begin with two colons, and ``##[``."""
    return [line for line in text.splitlines() if line.lstrip().startswith("::") or re.search(r"##\w*\[", line)]


def words(text: str) -> str:
    """Give a text with single blanks."""
    return " ".join(text.split())
