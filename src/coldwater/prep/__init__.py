"""What a verdict hangs on, and what to do about it: preparation for both sides of a debate, from one map.

Everything is asked of the verdict as an oracle (``oracle``), so that it holds under every semantics; where a map lets
it be read off directly (``ways``), the answer is the same and comes sooner. The room knows maps and verdicts, but no
file, no rule and no drawing. What is defined here is written down in docs/cruxes.md.
"""
