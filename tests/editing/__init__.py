"""Tests of the room that changes texts."""
