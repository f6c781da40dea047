"""Where a project begins, and which file holds its settings. It reads no TOML: most starts find none."""

from __future__ import annotations

import os

from coldwater.errors import UnreadableFileError, reason_of
from coldwater.files import leads_out, open_file, refuse_oversize
from coldwater.formats.native.limits import MAX_SIDE_BYTES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    #: Gives the bytes of a file, by its folder and its name; None if it is not there.
    Reader = Callable[[str, str], bytes | None]

OWN_FILE, SHARED_FILE = "coldwater.toml", "pyproject.toml"
#: The usual name of a baseline, in the folder of the settings.
BASELINE_FILE = "coldwater-baseline.json"


def candidates(start: str, read: Reader) -> Iterator[tuple[str, bytes | None, bytes | None]]:
    """Give the folders from ``start`` upwards in which there may be settings: the folder, its own file, the shared one.

    ``read`` gives a file of a folder by its name. A file that is not there, or surely holds none, is None. The search
    ends at the root of the repository. Raises UnreadableFileError for a file that cannot be read.
    """
    for folder in _upwards(start):
        own, shared = read(folder, OWN_FILE), read(folder, SHARED_FILE)
        if shared is not None and not may_hold_settings(shared):
            shared = None
        if own is not None or shared is not None:
            yield folder, own, shared
        if os.path.exists(os.path.join(folder, ".git")):
            return


def repository_root(start: str) -> str | None:
    """Give the nearest folder above that holds ``.git``; None outside of any repository."""
    return next((folder for folder in _upwards(start) if os.path.exists(os.path.join(folder, ".git"))), None)


def project_around(folder: str, root: str | None = None) -> str:
    """Give the folder that links found in a folder must not lead out of, itself without links.

    That is ``root``, the folder of the settings, if the folder lies in it; else the root of its repository; else the
    folder itself.
    """
    here = os.path.realpath(folder)
    if root is not None and not leads_out(here, root):
        return os.path.realpath(root)
    return repository_root(here) or here


def below(root: str, path: str) -> str | None:
    """Give a path relative to a folder, with forward slashes; None if it does not lie below it.

    >>> below("/town", "/town/maps/bridge.argmap.yaml"), below("/town", "/townhall")
    ('maps/bridge.argmap.yaml', None)
    """
    full, base = os.path.abspath(path), os.path.abspath(root).rstrip(os.sep) + os.sep
    return full.removeprefix(base).replace(os.sep, "/") if full.startswith(base) else None


def may_hold_settings(data: bytes) -> bool:
    r"""Tell whether a ``pyproject.toml`` may hold settings, however the table is spelt; errs on the yes side.

    >>> may_hold_settings(b'[project]\ndependencies = ["coldwater"]')
    False
    """
    if b"coldwater" not in data:
        return False
    lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    bare = (line.translate(None, b" \t\"'[") for line in lines)
    return any(line.startswith((b"tool.coldwater", b"coldwater.", b"coldwater=", b"tool={")) for line in bare)


def _upwards(start: str) -> Iterator[str]:
    folder = os.path.abspath(start)
    while True:
        yield folder
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above


def bytes_in(folder: str, name: str) -> bytes | None:
    """Give the bytes of a file; None if it is not there. Raises UnreadableFileError for one that cannot be read."""
    path = os.path.join(folder, name)
    try:
        with open_file(path) as file:
            data = file.read(MAX_SIDE_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as error:
        raise UnreadableFileError(path, reason_of(error)) from None
    refuse_oversize(path, data)
    return data
