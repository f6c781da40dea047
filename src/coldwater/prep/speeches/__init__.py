"""A speech made from the flow: what may be said in it, in which words, and what of it fits the time."""
