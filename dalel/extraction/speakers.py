"""Who says it: the voice of the sentence, else of its paragraph, else the one that had the word before.

A voice holds until somebody else is given the word, not for the paragraphs before it, where the outlet itself speaks.
In Kazakh news an office is named again in every paragraph that speaks for it, so only a person's word carries on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dalel.extraction.drafts import Draft
from dalel.extraction.page import Page, Passage, Sentence
from dalel.extraction.voices import Voice, Voices

QUOTE_FIRST = ("«", "“", '"', "–", "—", "-")
Heard = Mapping[tuple[str, int], Voice]


def assign_speakers(page: Page, drafts: Sequence[Draft], region: str) -> None:
    """Gives every draft its speaker, where the page names one; `region` is the one the page is about."""
    voices = Voices(page, region)
    heard = voices.heard
    if not heard:
        return
    for draft in drafts:
        voice = _speaker(heard, draft.passage, draft.sentence)
        if voice is None and draft.passage.field == "text":
            voice = _told_next(heard, draft.passage, draft.sentence)
        if voice is not None:
            draft.speaker, draft.named_speaker = voice.words, voice.person


def _speaker(heard: Heard, passage: Passage, sentence: Sentence) -> Voice | None:
    own = heard.get((passage.field, sentence.number))
    if own is not None:
        return own
    voiced = [s for s in passage.sentences if (passage.field, s.number) in heard]
    same = [s for s in voiced if s.paragraph == sentence.paragraph]
    after = [heard[passage.field, s.number] for s in same if s.number > sentence.number]
    before = [heard[passage.field, s.number] for s in same if s.number < sentence.number]
    if after and (_quoted(passage, sentence) or not before):
        return after[0]
    return before[-1] if before else _carried(heard, passage, [s for s in voiced if s.paragraph < sentence.paragraph])


def _told_next(heard: Heard, passage: Passage, sentence: Sentence) -> Voice | None:
    """ "Об этом сообщил …", "Деректі … жариялады" at the beginning of the next paragraph speaks for this one."""
    following = next((s for s in passage.sentences if s.paragraph == sentence.paragraph + 1), None)
    if following is None or not any(
        c.label == "backward" and c.start == following.low for c in passage.cues_in(following, "speakers")
    ):
        return None
    return heard.get((passage.field, following.number))


def headline_speakers(page: Page, drafts: Sequence[Draft]) -> None:
    """The headline of a page that only offices speak on speaks for the office of the claim it repeats; not in Kazakh
    news.
    """
    text = [draft for draft in drafts if draft.passage.field == "text" and draft.speaker]
    if page.document.language == "kk" or any(draft.named_speaker for draft in text):
        return
    for draft in drafts:
        if draft.speaker is None and draft.repeats is not None and draft.passage.field != "text":
            draft.speaker = draft.repeats.speaker


def _carried(heard: Heard, passage: Passage, earlier: Sequence[Sentence]) -> Voice | None:
    """The voice of the last paragraph that had one: a person of it rather than an office."""
    if not earlier:
        return None
    last = [heard[passage.field, s.number] for s in earlier if s.paragraph == earlier[-1].paragraph]
    persons = [voice for voice in last if voice.person]
    if persons:
        return persons[-1]
    return None if passage.language == "kk" else last[-1]


def _quoted(passage: Passage, sentence: Sentence) -> bool:
    """Whether the paragraph opens with a quotation."""
    first = next(s for s in passage.sentences if s.paragraph == sentence.paragraph)
    return passage.text[first.start] in QUOTE_FIRST
