"""Tests of AIF and its relatives, microtexts and annotated essays."""
