"""Sources from elsewhere: what a reference manager or an annotator keeps, as the sources of a map, and back."""
