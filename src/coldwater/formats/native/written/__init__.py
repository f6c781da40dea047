"""YAML from the writer's side: what was typed, where YAML reads less than that, something else, or nothing at all.

The reader of YAML says what a text holds by YAML's rules. This room looks at the same text as its writer does: lines,
indentation, fields that a map has, and texts that end where the line or the next field begins. Where the two differ is
a slip, with the place, words for it, and what would make YAML read what was typed. docs/format.md states the rule.
"""
