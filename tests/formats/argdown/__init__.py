"""Argdown documents and exports."""
