"""What an editor asks of a map: what stands here, what may stand here, where else it is named, what can be done.

Each feature is a function over a text as it is being typed, a place in it, and what is known of the map. The room knows
no protocol and no server: offsets and places in characters go in and out. A text may be half-written at any time; what
cannot be told from it then is told from the last state that could be read.
"""
