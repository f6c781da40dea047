"""The viewer driven in a real browser, and the map drawings checked for accessibility there."""
