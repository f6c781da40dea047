"""What a side prepares with, as values: gaps, blocks, brief, questions."""
