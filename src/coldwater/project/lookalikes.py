"""Files that look like maps although their names keep them from being found in a folder, and what to call them.

A name alone tells where it is a map's but for its case or for an ending behind it (``x.argmap.yaml.txt``); else the
first bytes do, in which the file says ``argmap:``. Copies that editors and people leave behind (``x.argmap.yaml.bak``,
``x.argmap.yaml~``) are no maps, and say so by their names.
"""

from __future__ import annotations

import os
import re

from coldwater.files import LEADS_OUT, open_file

#: How many bytes of a file are looked at.
HEAD = 800
#: Endings behind which there may be a map.
_ENDINGS = (".yaml", ".yml", ".json", ".txt", ".text", ".argmap")
_SAYS_SO = re.compile(r"""^["']?argmap["']?\s*:|\A\s*\{[^{}\[\]]*?["']?argmap["']?\s*:\s*\d""", re.MULTILINE)
_IS_NAMED_SO = re.compile(r"\.argmap(?:\.(?:yaml|yml|json))?(?:\.te?xt)?")
_ARGMAP = re.compile(r"\.argmap\b", re.IGNORECASE)


def looks_like_map(folder: str, name: str) -> bool:
    """Tell whether a file that is not named as a map looks like one. Reads at most its first HEAD bytes.

    Hidden files do not, nor files that cannot be read, unless they are named so.
    """
    folded = name.casefold()
    if name.startswith(".") or not folded.endswith(_ENDINGS):
        return False
    stem = folded.partition(".argmap")[0]
    if stem and _IS_NAMED_SO.fullmatch(folded, len(stem)):
        return True
    return _SAYS_SO.search(_head(os.path.join(folder, name))) is not None


def proper_name(path: str) -> str:
    """Give the path under which such a file would be found.

    >>> proper_name("hw/Müller hw 3.yaml"), proper_name("ann.argmap.yaml.txt"), proper_name("X (1).ARGMAP.JSON")
    ('hw/Müller hw 3.argmap.yaml', 'ann.argmap.yaml', 'X (1).argmap.json')
    """
    folder, name = os.path.split(path)
    kind = ".yaml"
    while ending := next((one for one in _ENDINGS if name.casefold().endswith(one) and len(name) > len(one)), None):
        name = name[: -len(ending)]
        kind = ending if ending in (".yml", ".json") else kind
    return os.path.join(folder, f"{_ARGMAP.sub('', name)}.argmap{kind}")


def passed_over(path: str) -> str:
    """Say of such a file, or of a link that leads out of the project, that it is passed over, and what to do."""
    proper = proper_name(path)
    if proper == path:
        return f"{LEADS_OUT}: name it to have it looked at, or leave it out with `exclude` in the settings"
    is_free = not os.path.lexists(proper) or (os.path.lexists(path) and os.path.samefile(proper, path))
    name = f"`{os.path.basename(proper)}`" if is_free else "*.argmap.yaml"
    return (
        f"this looks like a map and was not looked at: name it {name}, or leave it out with `exclude` in the settings"
    )


def _head(path: str) -> str:
    """Give the beginning of a file; nothing where it cannot be read or is no file, such as a pipe."""
    try:
        with open_file(path) as file:
            data = file.read(HEAD)
    except OSError:
        return ""
    # What was saved as UTF-16 is refused when it is checked, but it is to be found first.
    return data.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe").decode("utf-8", "replace")
