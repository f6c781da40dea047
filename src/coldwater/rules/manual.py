"""The manual, made from the rules' docstrings: one page for the terminal, or all of them for ``docs/rules.md``."""

from __future__ import annotations

from coldwater.addresses import rule_anchor
from coldwater.records import NamedTuple
from coldwater.rules import RULES
from coldwater.rules import rule as find_rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

_BANDS = {
    "0": "Reading",
    "1": "Structure",
    "2": "Consistency",
    "3": "Evidence",
    "4": "Wording",
    "5": "Schemes",
    "9": "The checks themselves",
}
_HEAD = """# The rules

Made from the rules' own docstrings; `coldwater rule CW103` prints one of these pages. An *error* means that the map
does not hold together, a *warning* that something is probably wrong, an *info* that it is worth knowing. A finding can
be left alone, with a reason: `lint: {ignore: [{rule: CW301, at: cracks, reason: …}]}`, or in YAML a comment
`# coldwater: ignore[CW301] reason`. Settings turn rules off and change how severe they are ([ci.md](ci.md))."""
_TABLE = "| code | name | severity | what is wrong |\n|---|---|---|---|"
_MARKS = ("Why:", "Text:", "Stamps:", "Bad:", "Good:", "Source:")


class Page(NamedTuple):
    """What a rule's docstring says.

    ``text`` is the full text of the example's source, ``stamps`` the file with its review stamps; empty if not needed.
    """

    summary: str
    why: str
    text: str
    stamps: str
    bad: str
    good: str
    source: str


def page(module: ModuleType) -> Page:
    """Read a rule's docstring. Raises KeyError if it lacks a part.

    The parts begin with their name and a colon at the start of a line; all but Why and Source are indented by four.
    """
    parts: dict[str, list[str]] = {"Summary:": []}
    current = "Summary:"
    for line in (module.__doc__ or "").splitlines():
        mark = next((mark for mark in _MARKS if line.startswith(mark)), None)
        if mark is None:
            parts[current].append(line)
        else:
            current = mark
            parts[current] = [line.removeprefix(mark).strip()]
    return Page(
        _prose(parts["Summary:"]),
        _prose(parts["Why:"]),
        _example(parts.get("Text:", [])),
        _example(parts.get("Stamps:", [])),
        _example(parts["Bad:"]),
        _example(parts["Good:"]),
        _prose(parts["Source:"]),
    )


def rule_text(code_or_name: str, width: int = 100) -> str:
    """Give the manual page of a rule for the terminal; prose is set to ``width`` columns, examples are as they are.

    Raises KeyError for a rule that is not there.
    """
    module = find_rule(code_or_name)
    if module is None:
        raise KeyError(code_or_name)
    parts = page(module)
    paragraphs = [
        f"{module.CODE} {module.NAME} ({module.SEVERITY})",
        _wrapped(parts.summary, width),
        _wrapped("Why: " + parts.why, width),
        *(["The text of the source:", _indented(parts.text)] if parts.text else []),
        *(["The review stamps:", _indented(parts.stamps)] if parts.stamps else []),
        "Bad:",
        _indented(parts.bad),
        "Good:",
        _indented(parts.good),
        _wrapped("Source: " + parts.source, width),
    ]
    return "\n\n".join(paragraphs) + "\n"


def manual_text() -> str:
    """Give the manual of all rules in Markdown: a table, then a section for each rule in the order of the codes."""
    blocks = [_HEAD, "\n".join([_TABLE, *map(_row, RULES)])]
    band = ""
    for module in RULES:
        if module.CODE[2] != band:
            band = module.CODE[2]
            blocks.append(f"## {_BANDS[band]}")
        blocks.extend(_section(module, page(module)))
    return "\n\n".join(blocks) + "\n"


def section_text(module: ModuleType) -> str:
    """Give the manual page of a rule in Markdown, without its heading."""
    return "\n\n".join(_body(page(module)))


def _section(module: ModuleType, parts: Page) -> list[str]:
    return [f"### {module.CODE} {module.NAME}", f"*{module.SEVERITY}*", *_body(parts)]


def _body(parts: Page) -> list[str]:
    return [
        parts.summary,
        f"**Why.** {_begun(parts.why)}",
        *([f"With this text of the source:\n\n```text\n{parts.text}\n```"] if parts.text else []),
        *([f"With these review stamps:\n\n```json\n{parts.stamps}\n```"] if parts.stamps else []),
        f"Bad:\n\n```yaml\n{parts.bad}\n```",
        f"Good:\n\n```yaml\n{parts.good}\n```",
        f"**Source.** {_begun(parts.source)}",
    ]


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


def _row(module: ModuleType) -> str:
    anchor = rule_anchor(module.CODE, module.NAME)
    return f"| [{module.CODE}](#{anchor}) | {module.NAME} | {module.SEVERITY} | {_first(module)} |"


def _first(module: ModuleType) -> str:
    return page(module).summary.split("\n\n", 1)[0].replace("|", "\\|")


def _prose(lines: list[str]) -> str:
    """Give text with one line for each paragraph."""
    paragraphs = "\n".join(lines).strip().split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def _example(lines: list[str]) -> str:
    return "\n".join(line.removeprefix("    ") for line in lines).strip("\n")


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.splitlines())


def _wrapped(text: str, width: int) -> str:
    from textwrap import fill  # noqa: PLC0415

    return "\n\n".join(fill(part, width, break_long_words=False, break_on_hyphens=False) for part in text.split("\n\n"))
