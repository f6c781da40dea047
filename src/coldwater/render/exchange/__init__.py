"""A map for other programs, one module for each format.

DOT is not among them: ``graphviz`` writes it, since layouts are made with it.
"""
