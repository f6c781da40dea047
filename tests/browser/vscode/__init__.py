"""Tests of the extension for VS Code."""
