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

CODE = "CW901"
NAME = "unused-ignore"
SEVERITY = "warning"
