"""What a verdict hangs on: cruxes, lines, thresholds, load, answers, concessions; all is asked of an oracle."""
