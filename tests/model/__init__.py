"""Tests of the model: values, schema, graph."""
