"""``coldwater prep``: debate material for a side of a map. Each command hands over to a module of its own."""
