"""Second readers of foreign files, which only count; they share no code with the product."""
