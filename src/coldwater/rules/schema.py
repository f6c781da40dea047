"""A field is unknown, missing, or holds what it may not hold.

Why: a misspelt field would be passed over in silence, and with it what you meant to say. Fields of your own are welcome
if their names begin with `x-`.

Bad:
    argmap: 1
    title: Should we get a dog?
    thesis: dog
    claims:
      dog: We should get a dog.
      walks: A dog makes us go for walks.
    arguments:
      health: {premises: [walks], suports: dog}

Good:
    argmap: 1
    title: Should we get a dog?
    thesis: dog
    claims:
      dog: We should get a dog.
      walks: A dog makes us go for walks.
    arguments:
      health: {premises: [walks], supports: dog}

Source: schema/argmap.schema.json, which is JSON Schema draft-07.
"""

from __future__ import annotations

CODE = "CW003"
NAME = "schema"
SEVERITY = "error"
