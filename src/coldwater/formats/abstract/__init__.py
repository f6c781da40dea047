"""Abstract argumentation frameworks, as solvers read them: tgf, apx and the format of the ICCMA competitions."""
