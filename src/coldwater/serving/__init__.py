"""Maps served to a browser on this machine: looked at, edited by moves, and kept in step with the files on disk.

``desk`` knows the maps and writes them, ``joining`` brings two states of a map together, ``guard`` decides who may ask,
``app`` answers over HTTP, ``watching`` tells of changes on disk. What is a map and what a move does is known elsewhere.
"""
