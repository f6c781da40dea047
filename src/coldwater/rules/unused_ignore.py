"""An entry under `lint.ignore` ignores nothing, or names a rule that is not there or cannot be ignored.

The same holds for a comment in YAML, `# coldwater: ignore[CW301] reason`, which is about its line or, alone on a line,
about the entry below; and for an entry of a baseline that nothing answers to any more.

Why: an exception that is not needed any more will hide the next flaw of its kind. Rules that say that a map cannot be
read (CW0xx, CW101, CW102) cannot be ignored, nor can this one.

Bad:
    argmap: 1
    title: Should the museum cafe close?
    thesis: close
    claims:
      close: The museum cafe should close.
      loss: The cafe makes a loss.
    arguments:
      money: {premises: [loss], supports: close}
    lint:
      ignore: [{rule: CW301, at: loss, reason: Everybody knows it.}]

Good:
    argmap: 1
    title: Should the museum cafe close?
    thesis: close
    claims:
      close: The museum cafe should close.
      loss: {text: The cafe makes a loss., kind: fact}
    arguments:
      money: {premises: [loss], supports: close}
    lint:
      ignore: [{rule: CW301, at: loss, reason: Everybody knows it.}]

Source: ruff's unused-noqa (RUF100) and ESLint's --report-unused-disable-directives, from memory.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.edits import Fix
    from coldwater.findings import Flaw
    from coldwater.rules.subject import Subject

CODE = "CW901"
NAME = "unused-ignore"
SEVERITY = "warning"


def fix(subject: Subject, flaw: Flaw) -> Fix | None:
    """Take the entry out, unless it names a rule that is not there: another may have been meant."""
    from coldwater.edits import Fix, Remove  # noqa: PLC0415 - a check mends nothing
    from coldwater.rules import rule  # noqa: PLC0415 - the list of rules has this one in it

    number = flaw.pointer[2]
    assert subject.map.lint is not None and isinstance(number, int)  # noqa: PT018
    entry = subject.map.lint.ignore[number]
    if entry.rule is not None and rule(entry.rule) is None:
        return None
    what = f"`{entry.rule}`" if entry.rule is not None else "every rule"
    where = f" at `{entry.at}`" if entry.at is not None else ""
    return Fix((Remove(flaw.pointer[:3]),), f"`lint.ignore` no longer names {what}{where}")
