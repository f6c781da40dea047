"""What git runs for a map, as ``coldwater git install`` writes it down: lines for a shell.

git remembers the Python that coldwater was installed with, and that may go, as virtual environments do. Then a diff is
that of the file itself, and a merge that of its lines: never an error that ends `git diff`, and never a conflict
without markers.
"""

from __future__ import annotations

import shlex
import sys

_GONE = 'echo "coldwater is gone from $p: run  coldwater git install  again" >&2'
#: ``-P``: a file of the repository is never imported. A name may begin with a dash.
_TEXTCONV = (
    "f() { p=PYTHON; "
    f'if test -x "$p"; then "$p" -P -m coldwater git textconv -- "$1" && return; else {_GONE}; fi; '
    'cat -- "$1"; }; f'
)
#: A git that is older than 2.44 leaves %X, %S and %Y as they are.
_MERGE = (
    "f() { p=PYTHON; "
    'case "$2" in %?) set -- "$1" ours base theirs "$5" "$6" "$7" "$8";; esac; '
    "s=$(git config --get merge.conflictStyle); "
    'if "$p" -P -c "import yaml, coldwater.cli.merge_driver" 2>/dev/null; then '
    '"$p" -P -m coldwater git merge-driver --marker-size="$1" ${s:+--conflict-style="$s"} '
    '--ours-label="$2" --base-label="$3" --theirs-label="$4" -- "$5" "$6" "$7" "$8"; c=$?; '
    f"test $c -lt 2 && return $c; else {_GONE}; fi; "
    'git merge-file --marker-size="$1" -L "$2" -L "$3" -L "$4" "./$6" "./$5" "./$7"; }; '
    "f %L %X %S %Y %O %A %B %P"
)


def driver_settings() -> dict[str, str]:
    """Give what is set in the repository's own configuration, by its key."""
    python = shlex.quote(sys.executable)
    return {
        "diff.coldwater.textconv": _TEXTCONV.replace("PYTHON", python),
        "merge.coldwater.name": "merge argument maps by id",
        "merge.coldwater.driver": _MERGE.replace("PYTHON", python),
    }
