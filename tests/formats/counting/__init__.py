"""Second readers of foreign files, which count what is there by other means; no code of the product."""
