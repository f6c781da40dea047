"""What a speaker says around the words of a map, as a table for each language; where there is none, in English.

A text may hold ``{}``, where words of ours go that the table has as well; claims always come behind a text, never in
it, so that no sentence bends a claim. Pairs are for the side that speaks for the motion and for the other.
"""

from __future__ import annotations

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Pair = tuple[str, str]


class Phrases(NamedTuple):
    """The words of one language. Names say what a text is for; each is told where it is used (``sentences``)."""

    language: str
    # the frame
    motion: str
    for_it: Pair
    for_the_motion: Pair
    points: str
    road: str
    then: str
    roadmap: Mapping[str, str]
    close: Pair
    # contentions and what is behind them
    point: str
    point_as: str
    speaks: Pair
    speaks_so_far: Pair
    excludes: str
    why: str
    why_follows: str
    reasons: str
    first: str
    further: str
    one_thing: str
    another: str
    besides: str
    numbers: Sequence[str]
    ordinals: Sequence[str]
    number: str
    add: str
    quote: str
    # extensions
    remember: str
    remember_called: str
    not_answered: str
    dropped: str
    answered: str
    answer_not_answered: str
    answer_dropped: str
    met: str
    still_open: str
    named: str
    turns_on: Pair
    # answers
    their_point: str
    they_say: str
    and_more: str
    and_they_say: str
    and_again: str
    may_say: str
    not_so: str
    against_it: str
    cannot_be: str
    cannot_with: str
    step_of_motion: tuple[Pair, Pair]
    step_of_claim: tuple[Pair, Pair]
    step_of_step: tuple[Pair, Pair]
    again_point: str
    again_claim: str
    # what nothing answers
    bare: Pair
    bare_too: Pair
    yet: str
    one_source: str
    not_read: str
    as_given: str
    # what they have answered
    they_answered: str
    was_against: str
    step_only: str
    from_source: str
    untouched: str
    # overviews
    in_short: str
    take_along: str
    once_more: Pair
    burdens: Mapping[str, Pair]
    # the end
    weigh: str
    stands_unanswered: Pair
    stands: Pair
    outweighs: str
    not_shown: str
    decides: Pair
    decides_too: Pair
    theirs: Pair
    against: str
    without: tuple[Pair, Pair, Pair]
    ground: tuple[Pair, Pair]
    nothing_said: Pair
    all_answered: str
    scale: str
    scales_compared: str
    scales: Mapping[str, str]
    # words
    both: str
    same_source: str
    in_title: str
    others: str
    inside: str
    cases: Mapping[str, str]
    parts: Mapping[str, str]
    answers: Mapping[str, str]

    def listed(self, words: Sequence[str]) -> str:
        """Give words as a list that is read out."""
        return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {self.both} {words[-1]}" if words else ""

    def counted(self, number: int) -> str:
        """Give a number as a word, as far as there are any."""
        return self.numbers[number] if number < len(self.numbers) else str(number)


def phrases_for(language: str | None) -> Phrases:
    """Give the words for the language of a map: its own where there is a table for it, else English.

    >>> phrases_for("de-AT").language, phrases_for("fr").language, phrases_for(None).language
    ('de', 'en', 'en')
    """
    if language is not None and language.split("-")[0].lower() == "de":
        from coldwater.prep.speeches.german import GERMAN  # noqa: PLC0415 - each speech pays for one language

        return GERMAN
    from coldwater.prep.speeches.english import ENGLISH  # noqa: PLC0415

    return ENGLISH


def is_foreign(language: str | None) -> bool:
    """Tell whether a map is in a language that there is no table for, so that our words are in another than its.

    >>> is_foreign("fr"), is_foreign("de"), is_foreign(None)
    (True, False, False)
    """
    return language is not None and language.split("-")[0].lower() not in ("de", "en")
