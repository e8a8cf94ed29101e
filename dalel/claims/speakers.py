"""Who says it: the voice of the sentence, else of its paragraph, else the one that had the word before.

A voice holds until somebody else is given the word, not for the paragraphs before it, where the outlet itself speaks.
In Kazakh news an office is named again in every paragraph that speaks for it, so only a person's word carries on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dalel.claims.drafts import Draft
from dalel.claims.page import Page, Passage, Sentence
from dalel.claims.voices import Voice, Voices

QUOTE_FIRST = ("«", "“", '"', "–", "—", "-")
CARRIED = 30  # paragraphs over which somebody keeps the word
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
    own = _voice(heard, passage, sentence)
    if own is not None:
        return own
    before = [voice for other in passage.before(sentence) if (voice := _voice(heard, passage, other))]
    after = [voice for other in passage.after(sentence) if (voice := _voice(heard, passage, other))]
    if after and (_quoted(passage, sentence) or not before):
        return after[0]
    return before[0] if before else _carried(heard, passage, sentence.paragraph)


def _voice(heard: Heard, passage: Passage, sentence: Sentence) -> Voice | None:
    return heard.get((passage.field, sentence.number))


def _told_next(heard: Heard, passage: Passage, sentence: Sentence) -> Voice | None:
    """ "Об этом сообщил …", "Деректі … жариялады" at the beginning of the next paragraph speaks for this one."""
    following = passage.paragraphs.get(sentence.paragraph + 1)
    if following is None:
        return None
    cues = passage.cues_in(following[0], "speakers")
    backward = any(cue.label == "backward" and cue.start == following[0].low for cue in cues)
    return _voice(heard, passage, following[0]) if backward else None


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


def _carried(heard: Heard, passage: Passage, paragraph: int) -> Voice | None:
    """The voice of the last paragraph that had one: a person of it rather than an office.

    An office quoted aside ("по данным полиции") hands the word back to whoever had it before.
    """
    aside: Voice | None = None
    for number in range(paragraph - 1, max(-1, paragraph - CARRIED), -1):
        last = [voice for other in passage.paragraphs.get(number, ()) if (voice := _voice(heard, passage, other))]
        if persons := [voice for voice in last if voice.person]:
            return persons[-1]
        if last and not last[-1].aside:
            return None if passage.language == "kk" else last[-1]
        aside = aside or (last[-1] if last else None)
    return None if passage.language == "kk" else aside


def _quoted(passage: Passage, sentence: Sentence) -> bool:
    """Whether the paragraph opens with a quotation."""
    return passage.text[passage.paragraphs[sentence.paragraph][0].start] in QUOTE_FIRST
