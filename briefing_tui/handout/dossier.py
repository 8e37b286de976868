"""A dossier as plain text: what stands in many briefings, each line with its own, as the rules of each allow."""

from collections.abc import Iterator

from ..i18n import _, number, word
from ..model.briefing import Quote, Record
from ..model.dates import Moment
from ..model.dossier import Dossier, NoteFound
from ..model.errors import RefusedError
from ..model.found import Found, FoundTalk
from ..model.links import Links
from ..model.marking import label
from ..model.who import Parties
from .cited import cited
from .forms import Form, in_form
from .marks import marked
from .plain import INDENT, Words, hung
from .rules import obey_naming


def as_dossier(found: Dossier, name: str, lang: str = "", *, openly: bool = False) -> str:
    """The dossier of `name` between its markings; what a rule forbids is left out and counted, unless `openly`.

    Raises RefusedError if nothing is left.
    """
    page = _Page(lang, openly)
    lines = [_("Dossier: {name}", name=name), *page.sections(found)]
    if page.refused and not page.kept:
        raise RefusedError(_("nothing in it is on the record"))
    if page.refused:
        lines += ["", _("({count} left out: not on the record)", count=number(page.refused))]
    said = dict.fromkeys(filter(None, (links.briefing.classification for links in found.links)))
    return marked([*lines, ""], label(found.tlp, " / ".join(said)))


class _Page:
    """Writes what is found, and counts what may not be."""

    def __init__(self, lang: str, openly: bool) -> None:
        self.lang, self.openly = lang, openly
        self.kept = self.refused = 0

    def sections(self, found: Dossier) -> Iterator[str]:
        """Every section under its name; empty ones are none."""
        parts = {
            _("WHO"): (self._line(each) for each in found.identities),
            _("TALKS"): (self._talk(each) for each in found.talks),
            _("QUOTES"): (self._quote(each) for each in found.quotes),
            _("THREATS") if isinstance(found.who, Parties) else _("RAISED"): (self._line(each) for each in found.threats),
            _("FOLLOW-UPS"): (self._line(each) for each in found.follow_ups),
            _("MY NOTES"): (self._note(each) for each in found.notes),
        }
        for title, entries in parts.items():
            lines = [line for entry in entries for line in entry]
            if lines:
                yield from ("", title, *lines)

    def _may(self, links: Links, *records: Record) -> bool:
        try:
            if not self.openly:
                obey_naming(links.briefing, *records)
        except RefusedError:
            self.refused += 1
            return False
        self.kept += 1
        return True

    def _line(self, found: Found[Record]) -> Iterator[str]:
        """A record in one line, with the date and title of its briefing."""
        if self._may(found.links, found.record):
            words = Words(found.links, self.lang)
            yield hung(INDENT, f"{words.line(found.record)} — {self._origin(found)}")

    def _talk(self, found: FoundTalk) -> Iterator[str]:
        """A talk: what came of it, what was agreed, asked and is next."""
        record = found.record
        if not self._may(found.links, record):
            return
        words = Words(found.links, self.lang)
        yield hung(INDENT, f"{words.title(record)}, {word(record.status)} {self._origin(found)}")
        if record.outcome:
            yield hung(INDENT * 2, _("outcome: {words}", words=words.text(record.outcome)))
        yield from (hung(INDENT * 2, _("agreed: {words}", words=words.line(item))) for item in found.agreed)
        yield from (hung(INDENT * 2, _("asked: {words}", words=words.line(item))) for item in found.asked)
        yield from (hung(INDENT * 2, _("next: {words}", words=words.line(item))) for item in found.next)

    def _quote(self, found: Found[Quote]) -> Iterator[str]:
        """A quote as it is cited, with its own marking; the heading says who spoke, so it has to be on the record."""
        if self._may(found.links, found.record):
            yield hung(INDENT, in_form(cited(found.links, found.record, self.lang, openly=self.openly), Form.PLAIN))

    def _note(self, found: NoteFound) -> Iterator[str]:
        """A note with the title of what it hangs on, which names who spoke or took part."""
        note, links = found.note, found.links
        if self._may(links, links.record(note.item.ref) or links.briefing):
            rehearsal = f" ({_('rehearsal')})" if note.rehearsed else ""
            yield hung(INDENT, f"{Moment.at(note.time).shown()} {note.item.title}: {note.text}{rehearsal}")

    def _origin(self, found: Found[Record]) -> str:
        title = Words(found.links, self.lang).text(found.links.briefing.title)
        return f"{found.date.shown(clock=False)} ({title})"
