"""A map on printed pages: what stands on which page, and all of it as a PDF."""
