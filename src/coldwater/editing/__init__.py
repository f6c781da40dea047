"""Changes to the text of a map that keep everything else in it: canonical form, fixes, new names for ids, spellings.

It takes and gives texts; it knows no file and no command.
"""
