"""What a side prepares with, as values: gaps, blocks, a brief, questions, assumptions, a flow, a plan, hypotheses."""
