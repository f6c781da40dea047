"""Maps written as YAML in every way in which people write it, with numbered comments wherever one may stand."""

from __future__ import annotations

import json
import re
from random import Random
from typing import Any

from strategies import _ESCAPED, _NO_TEXT, _PLAIN

MARK = re.compile(r"# c[0-9]+;")
_LINES = re.compile("[!-~]+( [!-~]+)*(\n+[!-~]+( [!-~]+)*)*\n?")


def marks(text: str) -> list[str]:
    """Give the numbered comments of a text in their order; no value holds one."""
    return MARK.findall(text)


class Writer:
    """Writes data as YAML in a random style. Every comment has a number of its own."""

    def __init__(self, random: Random, uses_lines: bool = True) -> None:
        """Take the chance that decides, and whether texts may be written with | and >."""
        self.random = random
        self._uses_lines = uses_lines
        self.lines: list[str] = []
        self._count = 0
        #: Whether the last thing written was a text with | or >, of which an indented line would be a part.
        self._follows_lines = False

    def write(self, data: dict[str, Any]) -> str:
        """Write a map."""
        ends = self.random.choice(["\n", "\n", "\n", "\r\n", "\r"])
        if self.chance(0.2):
            self.lines += [*self.quiet(""), self.random.choice(["---", "--- " + self.comment()])]
        if self.chance(0.1):
            self.lines.append(self.flow(data, "") + self.beside())
        else:
            self.block(data, self.random.choice(["", "", " "]))
        self.lines += self.quiet("")
        return "\n".join(self.lines).replace("\n", ends) + self.random.choice(["", ends, ends + "..." + ends])

    def chance(self, share: float) -> bool:
        """Say yes in this share of the cases."""
        return self.random.random() < share

    def comment(self) -> str:
        """Give the next comment."""
        self._count += 1
        return f"# c{self._count};" + self.random.choice(["", "", " so: it [is]", " 'tis \"", "# - #"])

    def beside(self) -> str:
        """Give a comment for the end of a line, or nothing."""
        return self.random.choice([" ", "  ", "        "]) + self.comment() if self.chance(0.25) else ""

    def quiet(self, indent: str) -> list[str]:
        """Give some comments and blank lines, now and then at another indent."""
        found: list[str] = []
        while self.chance(0.25):
            pad = self.random.choice([indent, indent, indent + "  ", "", "    "])
            pad, blank = ("", "") if self._follows_lines and not any(found) else (pad, self.random.choice(["", "   "]))
            found.append(pad + self.comment() if self.chance(0.6) else blank)
        return found

    def block(self, data: Any, indent: str) -> None:
        """Write a mapping or a list in block style."""
        pairs = list(data.items()) if isinstance(data, dict) else [(None, item) for item in data]
        for key, value in pairs:
            self.lines += self.quiet(indent)
            self._follows_lines = False
            lead = indent + ("-" if key is None else self.key(key) + ":")
            if key is not None and self.chance(0.05):
                self.lines += [f"{indent}? {self.key(key)}{self.beside()}", *self.quiet(indent)]
                lead = indent + ":"
            self.value(value, lead, indent)

    def value(self, value: Any, lead: str, indent: str) -> None:
        """Write a value behind its key or dash."""
        inner = indent + self.random.choice([" ", "  ", "    "])
        if isinstance(value, dict | list) and value and self.chance(0.6):
            if lead.endswith("-") and isinstance(value, dict) and self.chance(0.6):
                first = len(self.lines)
                self.block(value, indent + "  ")
                while self.lines[first].lstrip()[:1] in ("#", ""):
                    first += 1  # what is quiet stands above the dash
                self.lines[first] = indent + "- " + self.lines[first][len(indent) + 2 :]
                return
            self.lines.append(lead + self.beside())
            indentless = isinstance(value, list) and lead.endswith(":") and self.chance(0.3)
            self.block(value, indent if indentless else inner)
        elif self._uses_lines and isinstance(value, str) and _LINES.fullmatch(value) and self.chance(0.5):
            self.in_lines(value, lead, inner)
        else:
            gap = " " if self.chance(0.9) else "\n" + "\n".join([*self.quiet(inner), ""]) + inner
            head = lead + (self.beside() if "\n" in gap else "")
            self.lines += (head + gap + self.flow(value, inner) + self.beside()).split("\n")

    def in_lines(self, value: str, lead: str, inner: str) -> None:
        """Write a text with | or >."""
        chomping = "" if value.endswith("\n") else "-"
        body = value.removesuffix("\n")
        if self.chance(0.5):
            self.lines.append(f"{lead} |{chomping}{self.beside()}")
            lines = body.split("\n")
        else:
            self.lines.append(f"{lead} >{chomping}{self.beside()}")
            words = re.sub("\n+", lambda ends: "\n" + ends[0], body)
            lines = "".join("\n" if sign == " " and self.chance(0.3) else sign for sign in words).split("\n")
        self.lines += [inner + line if line else self.random.choice(["", inner]) for line in lines]
        self._follows_lines = True

    def flow(self, value: Any, indent: str) -> str:
        """Write a value in flow style, over several lines and with comments now and then."""
        if isinstance(value, dict):
            parts = [f"{self.key(key)}: {self.flow(item, indent)}" for key, item in value.items()]
            return "{" + self.joined(parts, indent) + "}"
        if isinstance(value, list):
            return "[" + self.joined([self.flow(item, indent) for item in value], indent) + "]"
        return self.scalar(value)

    def joined(self, parts: list[str], indent: str) -> str:
        """Join the parts of a flow collection."""
        text = self.gap(indent)
        for number, part in enumerate(parts):
            comma = "," if number < len(parts) - 1 or self.chance(0.1) else ""
            text += part + self.gap(indent) + comma + self.gap(indent, " ")
        return text

    def gap(self, indent: str, least: str = "") -> str:
        """Give what may stand between two parts."""
        if self.chance(0.9):
            return self.random.choice([least, " "])
        return self.beside() + "\n" + "".join(line + "\n" for line in self.quiet(indent)) + indent + " "

    def key(self, key: str) -> str:
        """Write a key."""
        return self.scalar(key)

    def scalar(self, value: Any) -> str:
        """Write a single value."""
        if not isinstance(value, str):
            return self.random.choice(["null", "~"]) if value is None else json.dumps(value)
        if _PLAIN.fullmatch(value) and value.lower() not in _NO_TEXT and self.chance(0.8):
            return value
        if value.isprintable() and self.chance(0.5):
            return "'" + value.replace("'", "''") + "'"
        return '"' + _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", value) + '"'
