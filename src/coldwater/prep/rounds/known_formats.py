"""The debate formats that coldwater knows, in our words.

Orders and times were held against public guides: for policy, Lincoln–Douglas and public forum the times of the National
Speech and Debate Association; for World Schools and British Parliamentary those of the two world championships. What
may be new in a speech is custom rather than law; where judges differ, the stricter reading is taken.
"""

from __future__ import annotations

from coldwater.prep.rounds.debate_format import DebateFormat, Speech

_CROSS = "cross-examination by con, 3 minutes"
_CROSSED = "cross-examination by pro, 3 minutes"

POLICY = DebateFormat(
    "policy",
    "Policy debate",
    (
        Speech("1AC", "First affirmative constructive", "pro", "constructive", 8, "both", "", _CROSS),
        Speech("1NC", "First negative constructive", "con", "constructive", 8, "both", "", _CROSSED),
        Speech("2AC", "Second affirmative constructive", "pro", "constructive", 8, "both", "", _CROSS),
        Speech("2NC", "Second negative constructive", "con", "constructive", 8, "both", "", _CROSSED),
        Speech("1NR", "First negative rebuttal", "con", "rebuttal", 5, "answers"),
        Speech("1AR", "First affirmative rebuttal", "pro", "rebuttal", 5, "replies"),
        Speech("2NR", "Second negative rebuttal", "con", "rebuttal", 5, "replies"),
        Speech("2AR", "Second affirmative rebuttal", "pro", "rebuttal", 5, "replies"),
    ),
    note="College rounds give 9 minutes to constructive speeches and 6 to rebuttals. 2NC and 1NR come one after the "
    "other, the negative block: here 2NC takes the affirmative's case and 1NR the negative's own, as far "
    "as it has time.",
)
LINCOLN_DOUGLAS = DebateFormat(
    "lincoln-douglas",
    "Lincoln–Douglas debate",
    (
        Speech("AC", "Affirmative constructive", "pro", "constructive", 6, "both", "", _CROSS),
        Speech("NC", "Negative constructive and first rebuttal", "con", "constructive", 7, "both", "", _CROSSED),
        Speech("1AR", "First affirmative rebuttal", "pro", "rebuttal", 4, "answers"),
        Speech("NR", "Negative rebuttal", "con", "rebuttal", 6, "replies"),
        Speech("2AR", "Second affirmative rebuttal", "pro", "rebuttal", 3, "replies"),
    ),
    note="In the NC the negative lays out its case and answers the affirmative's; NR is also called 2NR.",
)
PUBLIC_FORUM = DebateFormat(
    "public-forum",
    "Public forum debate",
    (
        Speech("C1", "First team's constructive", "pro", "constructive", 4, "contentions"),
        Speech("C2", "Second team's constructive", "con", "constructive", 4, "contentions", "", "crossfire, 3 minutes"),
        Speech("R1", "First team's rebuttal", "pro", "rebuttal", 4, "answers"),
        Speech("R2", "Second team's rebuttal", "con", "rebuttal", 4, "answers", "", "crossfire, 3 minutes"),
        Speech("S1", "First team's summary", "pro", "rebuttal", 3, "replies"),
        Speech("S2", "Second team's summary", "con", "rebuttal", 3, "replies", "", "grand crossfire, 3 minutes"),
        Speech("FF1", "First team's final focus", "pro", "reply", 2, "nothing"),
        Speech("FF2", "Second team's final focus", "con", "reply", 2, "nothing"),
    ),
    coin=True,
    note="A coin decides sides or order; here pro speaks first unless --first con says otherwise.",
)
WORLD_SCHOOLS = DebateFormat(
    "world-schools",
    "World Schools debate",
    (
        Speech("P1", "First proposition", "pro", "constructive", 8, "both", share=2),
        Speech("O1", "First opposition", "con", "constructive", 8, "both", share=2),
        Speech("P2", "Second proposition", "pro", "constructive", 8, "both", share=1),
        Speech("O2", "Second opposition", "con", "constructive", 8, "both", share=1),
        Speech("P3", "Third proposition", "pro", "rebuttal", 8, "answers"),
        Speech("O3", "Third opposition", "con", "rebuttal", 8, "answers"),
        Speech("OR", "Opposition reply", "con", "reply", 4, "nothing"),
        Speech("PR", "Proposition reply", "pro", "reply", 4, "nothing"),
    ),
    note="First and second speakers share the case, two points to one. O3 and the opposition's reply come one after "
    "the other: the opposition's block. Points of information may be offered in the long speeches, but for their first "
    "and last minute.",
)
BRITISH_PARLIAMENTARY = DebateFormat(
    "british-parliamentary",
    "British Parliamentary debate",
    (
        Speech("PM", "Prime Minister", "pro", "constructive", 7, "both", "Opening Government", share=3),
        Speech("LO", "Leader of the Opposition", "con", "constructive", 7, "both", "Opening Opposition", share=3),
        Speech("DPM", "Deputy Prime Minister", "pro", "constructive", 7, "both", "Opening Government", share=1),
        Speech(
            "DLO", "Deputy Leader of the Opposition", "con", "constructive", 7, "both", "Opening Opposition", share=1
        ),
        Speech("MG", "Member for the Government", "pro", "constructive", 7, "both", "Closing Government", share=2),
        Speech("MO", "Member for the Opposition", "con", "constructive", 7, "both", "Closing Opposition", share=2),
        Speech("GW", "Government Whip", "pro", "rebuttal", 7, "answers", "Closing Government"),
        Speech("OW", "Opposition Whip", "con", "rebuttal", 7, "answers", "Closing Opposition"),
    ),
    note="MG and MO must bring an extension: the side's points are shared out among its first three speeches. Points "
    "of information may be offered but for the first and last minute of a speech.",
)
FORMATS = {one.name: one for one in (POLICY, LINCOLN_DOUGLAS, PUBLIC_FORUM, WORLD_SCHOOLS, BRITISH_PARLIAMENTARY)}
#: Other names for them.
SHORT_NAMES = {
    "cx": "policy", "ld": "lincoln-douglas", "pf": "public-forum", "ws": "world-schools", "wsdc": "world-schools",
    "bp": "british-parliamentary",
}  # fmt: skip


def known_format(name: str) -> DebateFormat | None:
    """Give a format by its name or a short one, in capitals or not; None if it is not known."""
    folded = name.casefold()
    return FORMATS.get(SHORT_NAMES.get(folded, folded))
