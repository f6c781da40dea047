"""Which option was meant by one that a command does not have. It knows words only, no typer."""

from __future__ import annotations

from coldwater.listing import listed
from coldwater.suggest import closest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    #: The words that each option takes, by its spellings; none where it takes any text, or nothing.
    Options = Mapping[str, Sequence[str]]

#: Words for much the same, here or in other programs. Of those that a command has, the first is meant.
_KIN = (
    ("--output-format", "--format", "--debate-format", "--to", "--export", "--type", "--json", "--markdown", "--html"),
    ("--output", "--out", "--outfile", "--file", "--folder", "--renders", "--dest", "--target"),
    ("--limit", "--most", "--points", "--max", "--number", "--count"),
    ("--minutes", "--seconds", "--time", "--timeout", "--duration"),
    ("--wpm", "--words", "--speed", "--pace"),
    ("--side", "--team", "--for"),
    ("--base", "--git", "--since", "--rev", "--revision", "--from"),
    ("--select", "--rule", "--rules", "--only"),
    ("--ignore", "--exclude", "--skip"),
    ("--diff", "--check", "--dry-run", "--preview"),
    ("--fix", "--write", "--in-place", "--autofix"),
    ("--error-on", "--fail-on", "--strict", "--level"),
    ("--config", "--settings"),
    ("--stdin-name", "--stdin-filename", "--stdin-filepath"),
    ("--standard", "--proof"),
)


def option_meant(word: str, value: str, own: Options, elsewhere: Mapping[str, Options]) -> str:
    """Give the phrase that names the option meant, with a blank before it; empty where nothing is near.

    ``value`` is what stands behind the word, perhaps nothing; ``own`` are the options of the command, ``elsewhere``
    those of all commands by the words that call them. Meant is an option of the command that is much the same, of
    several the one that can take the value, or one that is spelt nearly so; else the commands are named that have it.

    >>> own = {"--output-format": ("full", "json"), "--debate-format": ()}
    >>> option_meant("--format", "ld", own, {}), option_meant("--format", "json", own, {})
    (' Did you mean `--debate-format`?', ' Did you mean `--output-format`?')
    """
    alike = list(dict.fromkeys(_alike(word, own)))
    takers = [option for option in alike if value in own[option]]
    takers += [option for option in alike if not own[option]]
    meant = next(iter([*takers, *alike]), None) or closest(word, [option for option in own if len(option) > 2])
    if meant is not None:
        return f" Did you mean `{meant}`?"
    holders = [f"`coldwater {name}`" for name, options in elsewhere.items() if word in options]
    return f" It is an option of {_listed(holders)}." if holders else ""


def _alike(word: str, own: Options) -> Iterator[str]:
    """Give the options that hold the word as a part of their name, or are held by it, and its kin."""
    parts = set(word.strip("-").split("-"))
    for option in own:
        names = set(option.strip("-").split("-"))
        if len(option) > 2 and (parts < names or names < parts) and not {"no"} & (parts | names):
            yield option
    for group in _KIN:
        if word in group:
            yield from (option for option in group if option in own)


def _listed(names: Sequence[str]) -> str:
    if len(names) > 3:
        return listed([*names[:2], f"{len(names) - 2} more commands"])
    return listed(names)
