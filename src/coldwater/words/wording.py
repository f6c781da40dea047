"""What coldwater says itself in pictures and pages: a table, in English here, in other languages in ``languages``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from coldwater.semantics.labelling import PLAIN_WORDS
from coldwater.words.page_words import PAGE_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.semantics.evaluation import Evaluation
    from coldwater.words.page_words import Phrase


def _doing() -> Mapping[str, str]:
    return {"supports": "supports", "attacks": "attacks", "undercuts": "undercuts", "backs": "backs"}


def _untitled() -> Mapping[str, str]:
    return {
        "supports": "Argument for it",
        "attacks": "Argument against it",
        "undercuts": "Against the step",
        "backs": "For the step",
    }


def _key() -> Mapping[str, str]:
    return {
        "supports": "for",
        "attacks": "against",
        "undercuts": "against the step, not a premise",
        "backs": "for the step",
        "linked": "needed together",
        "implicit": "unstated",
        "again": "used again: see there",
        "bars": "a bar: an argument behind it",
        "dashed": "dashed: falls",
        "asked": "?: undecided",
        "hollow": "hollow: falls",
    }


class Judged(Protocol):
    """A verdict as those who listen are told of it."""

    @property
    def word(self) -> str: ...  # noqa: D102
    @property
    def reason(self) -> str: ...  # noqa: D102
    @property
    def is_decisive(self) -> bool: ...  # noqa: D102
    @property
    def is_overruled(self) -> bool: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language. What is in braces is filled in; ``one`` and ``many`` go by a number.

    ``verdicts`` and ``reasons`` are by verdict and by reason; without reasons, they stay as the verdicts have them.
    """

    tag: str = "en"
    page: Mapping[str, Phrase] = field(default_factory=lambda: PAGE_WORDS)
    sort: str = "ARGUMENT MAP"
    sort_judged: str = "ARGUMENT MAP WITH VERDICTS"
    all_claims: str = "ARGUMENT MAP · ALL CLAIMS"
    all_arguments: str = "ARGUMENT MAP · ALL ARGUMENTS"
    pro: str = "FOR"
    con: str = "AGAINST"
    thesis_head: str = "THESIS"
    rival_head: str = "RIVAL"
    nothing: str = "Nothing speaks for it or against it here."
    missing: str = "no such claim: {names}"
    on_no_thesis: str = "What hangs on no thesis"
    see_there: str = "see there"
    further_on: str = "further on"
    on: str = "On: {what}"
    key: Mapping[str, str] = field(default_factory=_key)
    untitled: Mapping[str, str] = field(default_factory=_untitled)
    behind: tuple[str, str] = ("{count} argument behind it", "{count} arguments behind it")
    against_some: str = ", {count} of them against it"
    against_all: tuple[str, str] = (", against it", ", all against it")
    more: tuple[str, str] = ("and {count} more argument", "and {count} more arguments")
    more_theses: str = "{count} more theses are not shown."
    quoted: str = "“{text}”"
    folded: tuple[str, str] = (
        "{count} argument is not shown, but counted: +n.",
        "{count} arguments are not shown, but counted: +n.",
    )
    apart: tuple[str, str] = ("Not shown: {what} that hangs on no thesis.", "Not shown: {what} that hang on no thesis.")
    claims: tuple[str, str] = ("{count} claim", "{count} claims")
    arguments: tuple[str, str] = ("{count} argument", "{count} arguments")
    whole: str = "The whole map: {what}."
    verdicts: Mapping[str, str] = field(default_factory=lambda: PLAIN_WORDS)
    reasons: Mapping[str, str] = field(default_factory=dict)
    circumstances: str = ""
    accepted: str = "accepted by"
    rejected: str = "rejected by"
    # What is said to those who listen.
    argument: str = "Argument {title}, {doing} {about}"
    doing: Mapping[str, str] = field(default_factory=_doing)
    premise: str = "Premise"
    unstated_premise: str = "Unstated premise"
    claim: str = "Claim"
    thesis: str = "Thesis"
    rival: str = "Rival of the thesis"
    used_again: str = "Used again"
    answers: str = " (answers: {question})"
    verdict: str = "; verdict: {word}, since {reason}"
    decisive: str = "; part of what decides the thesis"
    tried: str = "; tried out, not as the map says"
    separator: str = ","
    comma: str = ", "
    # Where something is in a PDF.
    to_page: str = "page {page}"
    to_pages: str = "pages {first}–{last}"
    from_page: str = "from page {page}"
    page_of: str = "Page {page} of {count}"
    overview: str = "Overview"
    and_more: str = "and {count} more"

    def on_page(self, key: str, **values: object) -> str:
        """Give a phrase of pages, filled in; one that goes by a number takes it as ``count``.

        >>> Words().on_page("claims", count=1), Words().on_page("level_of", level=3)
        ('1 claim', 'level 3')
        """
        phrase = self.page.get(key, PAGE_WORDS[key])
        told = phrase if isinstance(phrase, str) else phrase[values["count"] != 1]
        return told.format(**values)

    def number(self, count: int) -> str:
        """Write a number with what parts thousands in this language."""
        return f"{count:,}".replace(",", self.separator)

    def counted(self, ways: tuple[str, str], count: int) -> str:
        """Fill a number into one of two ways to say it: of one, and of another number."""
        return ways[count != 1].format(count=self.number(count))

    def how_many_behind(self, count: int, against: int) -> str:
        """Say how many arguments are behind one, and how many of them speak against it.

        >>> Words().how_many_behind(1, 0), Words().how_many_behind(30, 4)
        ('1 argument behind it', '30 arguments behind it, 4 of them against it')
        >>> Words().how_many_behind(1200, 1200)
        '1,200 arguments behind it, all against it'
        """
        told = self.counted(self.behind, count)
        if not against:
            return told
        return told + (
            self.against_all[count != 1] if against == count else self.against_some.format(count=self.number(against))
        )

    def size(self, claims: int, arguments: int) -> str:
        """Say how many claims and arguments there are, and nothing of what there is none of.

        >>> Words().size(104, 1), Words().size(2, 0)
        ('104 claims, 1 argument', '2 claims')
        """
        parts = ((claims, self.claims), (arguments, self.arguments))
        return self.comma.join(self.counted(ways, count) for count, ways in parts if count)

    def not_shown(self, claims: int, arguments: int) -> str:
        """Say what hangs on no thesis, and so on no side."""
        return self.apart[claims + arguments != 1].format(what=self.size(claims, arguments))

    def spoken(self, seal: Judged | None) -> str:
        """Give what a verdict adds to the label of a box, for those who listen."""
        if seal is None:
            return ""
        told = self.verdict.format(word=seal.word, reason=seal.reason)
        return told + self.decisive * seal.is_decisive + self.tried * seal.is_overruled

    def under(self, evaluation: Evaluation) -> list[str]:
        """Say under what verdicts hold; nothing where the verdicts say it themselves."""
        told = self.circumstances.format(semantics=evaluation.semantics, standard=evaluation.standard)
        return [told] if told else []


ENGLISH = Words()
