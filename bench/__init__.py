"""The benchmarks: what coldwater costs, beside an empty Python and beside Argdown. They time whole processes only."""
