"""What there is to draw, with sizes but without positions. It knows maps, but neither layout nor file."""
