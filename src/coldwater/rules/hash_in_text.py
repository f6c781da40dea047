"""A `#` behind a blank cuts a text short: to YAML a comment begins there.

Why: `This is reason #1 of all reasons` is correct YAML, and says "This is reason". Nobody sees what is lost, as the
file still shows it. Where a blank follows the `#`, a comment was most likely meant, and the rule is silent.

Bad:
    argmap: 1
    title: Should the town keep the tram?
    thesis: keep
    claims:
      keep: The town should keep the tram.
      first: The tram is reason #1 to move here.
    arguments:
      people: {premises: [first], supports: keep}

Good:
    argmap: 1
    title: Should the town keep the tram?
    thesis: keep
    claims:
      keep: The town should keep the tram.
      first: "The tram is reason #1 to move here."
    arguments:
      people: {premises: [first], supports: keep}

Source: YAML 1.2.2, section 6.6 (comments).
"""

from __future__ import annotations

CODE = "CW005"
NAME = "hash-in-text"
SEVERITY = "warning"
