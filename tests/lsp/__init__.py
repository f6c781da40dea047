"""Tests of the server for editors, driven over the protocol."""
