"""Who says a number: the voice of its sentence, else of its paragraph, else the one that had the word before.

A voice holds until somebody else is given the word or the page turns to something else ("напомним", "meanwhile"), and
not for the paragraphs before it, where the outlet itself speaks, but where it says so ("Об этом сообщил …") or where a
quotation begins there that is attributed at its end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dalel.claims.drafts import Draft
from dalel.claims.page import Page, Passage, Sentence
from dalel.claims.voices.register import FIELDS, Register
from dalel.claims.voices.sayings import BEFORE_COLON, voice_of
from dalel.claims.voices.tables import tables
from dalel.claims.voices.whom import Voice, Whom
from dalel.records import Ground

QUOTE_FIRST = ("«", "“", '"', "–", "—", "-", "„")
CLOSING = ("»", "”", '"')
PERSON = 12  # paragraphs over which a person keeps the word
AHEAD = 12  # paragraphs that "Об этом сообщил …" may stand behind, and that a quotation may run on


@dataclass
class Heard:
    """The voices of a page by field and sentence."""

    page: Page
    voices: Mapping[tuple[str, int], Voice]
    paragraphs: dict[tuple[str, int], Voice | None] = field(default_factory=dict)  # what was carried into them

    def of(self, passage: Passage, sentence: Sentence) -> Voice | None:
        """The voice of a sentence, if it gives somebody the word."""
        return self.voices.get((passage.field, sentence.number))

    def within(self, passage: Passage, paragraph: int) -> list[Voice]:
        """The voices of a paragraph, in order."""
        return [voice for one in passage.paragraphs.get(paragraph, ()) if (voice := self.of(passage, one))]


def assign_speakers(page: Page, drafts: Sequence[Draft], region: str = "") -> None:
    """Gives every draft its speaker, where the page names one, with the words that name it; `region`: the page's."""
    heard = _heard(page, region)
    if not heard.voices:
        return
    for draft in drafts:
        voice = _speaker(heard, draft.passage, draft.sentence)
        if voice is not None:
            _set(page, draft, voice)


def _heard(page: Page, region: str = "") -> Heard:
    register = Register(page)
    whom = Whom(register, region)
    voices: dict[tuple[str, int], Voice] = {}
    for passage in sorted(page.passages, key=lambda passage: FIELDS.index(passage.field)):
        for sentence in passage.sentences:
            voice = voice_of(passage, sentence, register, whom)
            if voice is not None:
                voices[passage.field, sentence.number] = voice
                whom.heard.append(voice)
    return Heard(page, voices)


def _set(page: Page, draft: Draft, voice: Voice) -> None:
    draft.speaker, draft.named_speaker = voice.words, voice.person
    draft.grounds["speaker"] = []
    for name, start, end in voice.places:
        passage = page.passage(name)  # type: ignore[arg-type]
        if passage is not None:
            first, last = passage.folded.original(start), passage.folded.original(end - 1) + 1
            draft.grounds["speaker"].append(Ground("speaker", name, first, last, voice.rule))


def _speaker(heard: Heard, passage: Passage, sentence: Sentence) -> Voice | None:
    own = heard.of(passage, sentence)
    if own is not None:
        return own
    before = [voice for other in passage.before(sentence) if (voice := heard.of(passage, other))]
    after = [voice for other in passage.after(sentence) if (voice := heard.of(passage, other))]
    if after and (_quoted(passage, sentence.paragraph) or not before):
        return _by(after[0], "in its paragraph")
    if before:
        return _by(before[0], "in its paragraph")
    if passage.field != "text":
        return None
    return _into(heard, passage, sentence)


def _by(voice: Voice, how: str) -> Voice:
    return replace(voice, rule=f"{voice.rule}, {how}")


def _into(heard: Heard, passage: Passage, sentence: Sentence) -> Voice | None:
    """Whose word a paragraph is that gives it to nobody."""
    key = passage.field, sentence.paragraph
    if key not in heard.paragraphs:
        heard.paragraphs[key] = None
        heard.paragraphs[key] = _ahead(heard, passage, sentence.paragraph) or _carried(heard, passage, sentence)
    return heard.paragraphs[key]


def _ahead(heard: Heard, passage: Passage, paragraph: int) -> Voice | None:
    """ "Об этом сообщил …" behind it, or the end of a quotation that runs on."""
    spoken = any(heard.within(passage, number) for number in range(max(0, paragraph - PERSON), paragraph))
    open_quote = _open(passage, paragraph)
    for number in range(paragraph + 1, paragraph + 1 + AHEAD):
        sentences = passage.paragraphs.get(number, ())
        if not sentences:
            continue
        first = next((one for one in sentences if heard.of(passage, one)), None)
        if first is None:
            open_quote = open_quote and _open(passage, number)
            continue
        voice = heard.of(passage, first)
        backward = any(
            cue.label == "backward" and cue.start <= first.low + 3 for cue in passage.cues_in(first, "speakers")
        )
        if voice is None or not (open_quote or (backward and first is sentences[0])):
            return None
        if backward and spoken and number > paragraph + 1:
            return None
        return _by(voice, "told of what is before it" if backward else "at the end of the quotation")
    return None


def _open(passage: Passage, paragraph: int) -> bool:
    """Whether a quotation that began in a paragraph, or at most AHEAD before it, is open at its end."""
    for number in range(paragraph, max(-1, paragraph - AHEAD), -1):
        sentences = passage.paragraphs.get(number)
        if sentences is None:
            continue
        text = passage.text[sentences[0].start : sentences[-1].end]
        german = 2 * min(text.count("„"), text.count("“"))  # in „…“ the second mark closes
        balance = sum(map(text.count, "«“„")) - german - sum(map(text.count, "»”"))
        if balance:
            return balance > 0
    return False


def _carried(heard: Heard, passage: Passage, sentence: Sentence) -> Voice | None:
    """The voice of the last paragraph that had one: a person of it rather than an office.

    An office quoted aside ("по данным полиции") hands the word back to whoever had it before; one before a colon keeps
    it for the quotation only.
    """
    lead_in = passage.lead_in(sentence)
    first = lead_in.paragraph if lead_in is not None else sentence.paragraph
    aside: Voice | None = None
    keeps = tables(passage.language).keeps
    for number in range(sentence.paragraph, max(-1, first - PERSON), -1):
        if number != sentence.paragraph and (voices := heard.within(passage, number)):
            if voices[-1].rule == BEFORE_COLON and not _all_quoted(passage, number, sentence.paragraph):
                return None
            if persons := [voice for voice in voices if voice.person]:
                return _by(persons[-1], "keeps the word")
            if not voices[-1].aside or first - number > keeps:
                return _by(voices[-1], "keeps the word") if first - number <= keeps else None
            aside = aside or voices[-1]
        if _turns(passage, number):
            return aside and _by(aside, "keeps the word")
    return aside and _by(aside, "keeps the word")


def _turns(passage: Passage, paragraph: int) -> bool:
    """Whether a paragraph turns to something else: "Напомним, …"."""
    sentences = passage.paragraphs.get(paragraph, [])
    return bool(sentences) and any(
        cue.label == "turns" and cue.start <= sentences[0].low + 3 for cue in passage.cues_in(sentences[0], "speakers")
    )


def _all_quoted(passage: Passage, after: int, paragraph: int) -> bool:
    between = [number for number in range(after + 1, paragraph + 1) if number in passage.paragraphs]
    return bool(between) and all(_quoted(passage, number) for number in between)


def _quoted(passage: Passage, paragraph: int) -> bool:
    """Whether a paragraph opens with a quotation."""
    return passage.text[passage.paragraphs[paragraph][0].start] in QUOTE_FIRST


def headline_speakers(page: Page, drafts: Sequence[Draft]) -> None:
    """A headline or lead that names no source speaks for the office that says in the text the figure it repeats, on a
    page on which only offices speak; the words of a person are not his in a headline.
    """
    persons = any(draft.named_speaker for draft in drafts if draft.passage.field == "text")
    if persons or not tables(page.document.language).headlines:
        return
    for draft in drafts:
        if draft.speaker is not None or draft.repeats is None or draft.passage.field == "text":
            continue
        if draft.repeats.speaker is not None:
            draft.inherit("speaker", draft.repeats, "as in the claim it repeats")
