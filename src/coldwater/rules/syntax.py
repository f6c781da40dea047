"""The file is not well-formed YAML or JSON, or uses a part of YAML that maps do without.

Why: a reader that guesses what a broken file means guesses wrong. The place is where reading stopped; the slip often
stands on the line before it: an open bracket or quote, a tab as indent, a colon and a blank inside a text. Tags (`!…`),
merge keys (`<<`) and keys that are not text are YAML, but not read: they make a value mean something else than it says.

Bad:
    argmap: 1
    title: Should the school day begin later?
    thesis: later
    claims:
      later: The school day should begin at nine.
      sleep: Teenagers who sleep longer learn better.
    arguments:
      rested: {premises: [sleep, supports: later}

Good:
    argmap: 1
    title: Should the school day begin later?
    thesis: later
    claims:
      later: The school day should begin at nine.
      sleep: Teenagers who sleep longer learn better.
    arguments:
      rested: {premises: [sleep], supports: later}

Source: YAML 1.2.2 (yaml.org) and RFC 8259 (JSON).
"""

from __future__ import annotations

CODE = "CW001"
NAME = "syntax"
SEVERITY = "error"
