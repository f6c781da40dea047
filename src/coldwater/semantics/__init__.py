"""A map read as a framework, and what stands in it: verdicts with their reasons, under the semantics asked for.

``framework`` compiles a map once; ``grounded``, ``scenarios``, ``enumeration`` and ``gradual`` evaluate it;
``labelling`` says why. The room knows maps and verdicts, but no rule, no file and no drawing. What is defined here
is written down in docs/verdicts.md.
"""
