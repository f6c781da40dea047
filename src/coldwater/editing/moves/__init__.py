"""Moves: the edits of a map in its own words, each refused whole or done whole on its text.

A move is plain data: ``{"move": "turn", "id": "money"}``; ``formats.native.move_table`` lists them. A move says what
the data of the map are to be; from the difference come the edits of the text, so that all they are not about stays as
it is.
"""
