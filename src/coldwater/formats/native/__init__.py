"""The native format: YAML and JSON of one data model, read with places and as their writer meant them."""
