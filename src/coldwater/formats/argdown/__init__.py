"""Argdown: documents of sketches and premise-conclusion structures, in and out; and what its tools export as JSON."""
