"""Pictures composed for a width: sides, rails, icicle. Texts keep their size, and the height is what it takes."""
