"""Tests of reading what is damaged or written to do harm."""
