"""What pictures, pages and outlines say themselves, besides what the map says: a table for each language.

It knows no map and no drawing. English stands with the fields of the table, each other language in a module of its own.
"""
