"""One hit in one line: what it is of, the words near the match, why it matched where no letter shows it, the date."""

from ..model.passage import Passage, Role, Sort, placed
from ..search.results import Hit, Matched, Spans, in_language
from .excerpts import excerpt
from .runs import Line, Run, breadth, clipped, cut, cut_text, marked, width

_CODE, _ACTOR, _WIDE, _NARROW = 4, 5, 20, 12
_DATED, _ROOMY, _WHY = 50, 60, 24
PART = " · "
"""What stands between the parts of a passage that is put together: name and office, title and summary."""


def hit_line(hit: Hit, cells: int, lang: str = "") -> Line:
    """The line of a hit in `cells` cells; what is not a quote is in `lang`, if it is written in that."""
    lead, rest = _lead(hit, cells, lang)
    date = hit.passage.date.start.shown(clock=False) if cells > _DATED else ""
    room = cells - width(lead) - (len(date) + 2 if date else 0)
    why = "" if rest.spans or any(run.ink == "hit" for run in lead) else cut_text(hit.why, min(_WHY, room // 2))
    excerpt = rest.line(max(8, room - (breadth(why) + 2 if why else 0)))
    right = "  ".join(filter(None, (why, date)))
    gap = cells - width(lead) - width(excerpt) - breadth(right)
    return (*lead, *excerpt, Run(" " * max(0, gap) + right, "muted"))


class _Words:
    """A text of which one line is to be shown, with the places in it that matched."""

    def __init__(self, text: str, spans: Spans) -> None:
        self.text = text
        self.spans = spans

    @classmethod
    def of(cls, text: Matched) -> "_Words":
        """A text of a hit."""
        return cls(text.text, text.spans)

    def line(self, cells: int) -> Line:
        """The words near the first place."""
        return marked(*excerpt(self.text, self.spans, cells))

    def parted(self) -> tuple["_Words", "_Words"]:
        """The first part, and the rest."""
        at = self.text.find(PART)
        if at < 0:
            return self, _Words("", ())
        behind = at + len(PART)
        first = _Words(self.text[:at], clipped(self.spans, 0, at))
        return first, _Words(self.text[behind:], clipped(self.spans, behind, len(self.text)))

    def title_of(self, matched: "_Words") -> tuple["_Words", "_Words"]:
        """The first part, and what is to follow it of the wording that matched: of another one all, if that is where it did."""
        title, rest = self.parted()
        if matched.text == self.text:
            return title, rest
        head, behind = matched.parted()
        return title, matched if head.spans else behind


def _actor(passage: Passage) -> str:
    """The country a threat is from, and whether there are more."""
    codes = [facet.code for facet in passage.facets if facet.role is Role.FROM]
    return codes[0] + "+" * (len(codes) > 1) if codes else ""


def _lead(hit: Hit, whole: int, lang: str) -> tuple[Line, _Words]:
    """What a line of `whole` cells begins with, mostly a column, and the words that follow."""
    passage = hit.passage
    texts = hit.wordings(lang)
    words, own = _Words.of(texts[0]), _Words.of(in_language(texts, lang))
    cells = _CODE + (_WIDE if whole > _ROOMY else _NARROW)
    match passage.sort:
        case Sort.QUOTE:
            name: Line = (Run(passage.speaker),)
        case Sort.LINE | Sort.NOTE:
            code = f"{passage.code}  " if passage.code else ""
            return _column((Run(code), Run(placed(passage, lang), "muted")), cells), words
        case Sort.TALK:
            return _column((Run(passage.code),), max(cells // 2, min(breadth(passage.code) + 3, cells))), words
        case Sort.THREAT:
            title, words = own.title_of(words)
            room = (whole // 2 if words.text else whole) - _ACTOR - 2
            return (*_column((Run(_actor(passage), "muted"),), _ACTOR), *title.line(room), Run("  ")), words
        case _:
            head, words = own.title_of(words)
            name = head.line(cells - _CODE - 1)
    code = passage.code if passage.sort in (Sort.QUOTE, Sort.PERSON) else ""
    return (*_column((Run(code, "muted"),), _CODE), *_column(name, cells - _CODE)), words


def _column(line: Line, cells: int) -> Line:
    """A line cut or filled to `cells` cells, the last of them blank."""
    kept = cut(line, cells - 1)
    return (*kept, Run(" " * (cells - width(kept))))
