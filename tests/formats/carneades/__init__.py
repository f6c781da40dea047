"""Tests of Carneades argument graphs."""
