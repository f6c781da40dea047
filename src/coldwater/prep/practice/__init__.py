"""Practice with a map: cards to drill and when each comes again, and a bout against the other side.

It reads no file, asks no clock and no terminal: what was graded, what time it is and what was said is handed in.
"""
