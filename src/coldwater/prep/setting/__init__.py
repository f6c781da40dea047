"""Pages set for a medium: terminal, Markdown. It knows no map."""
