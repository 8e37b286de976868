"""What copying takes away: its name for the user, the text in a form, its marking."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..i18n import _, later, several
from ..model.briefing import Quote, Record, Use
from ..model.errors import NotFoundError
from ..model.fields import Kind, Ref
from ..model.marking import Tlp, strictest
from .cards import Subject
from .cards.page import Page
from .shown import Shown
from .targets import DossierOf, Sheet, TalksOf, TermsOn

if TYPE_CHECKING:
    from ..handout.forms import Form
    from ..model.passage import Passage
    from .since import Changed

_SECTIONS = {
    Page.ABOUT: (later("the summary"), ("key_points", "follow_ups")),
    Page.AGENDA: (later("the agenda"), ("agenda",)),
    Page.SOURCES: (later("the sources"), ("sources",)),
    Page.TERMS: (later("the terms"), ("glossary",)),
}
"""What copying a section takes: its name for the user, and the fields of the briefing handed out."""
_SHORT = {
    Use.BACKGROUND: later("the quote without the name"),
    Use.DEEP_BACKGROUND: later("the words alone"),
    Use.CHATHAM_HOUSE: later("the words alone"),
}

_THE = {
    Kind.DELEGATION: later("the delegation"),
    Kind.TALK: later("the talk"),
    Kind.THREAT: later("the threat"),
    Kind.QUOTE: later("the quote"),
    Kind.SOURCE: later("the source"),
    Kind.TERM: later("the term"),
    Kind.BRIEFING: later("the briefing"),
    Kind.WORDS: later("the words"),
}


class Taken(NamedTuple):
    """Something to be put on a clipboard."""

    what: str
    text: str
    tlp: Tlp | None = None


def forms(shown: Shown, subject: Subject) -> tuple[Form, ...]:
    """The forms in which it can be taken."""
    from ..handout.copies import forms_of

    links, briefing = shown.view.links, shown.briefing
    if isinstance(subject, Ref):
        return forms_of(links, subject)
    if not isinstance(subject, Page) or subject in (Page.MET, Page.CHANGES):
        return forms_of(links)[:1]
    if subject is Page.QUOTES:
        return forms_of(links, *(Ref(Kind.QUOTE, quote.id) for quote in briefing.quotes))
    sources = briefing.sources if subject is Page.SOURCES else ()
    return forms_of(links, *(Ref(Kind.SOURCE, key) for key in sources))


def taken_sheet(shown: Shown, sheet: Sheet | Page, *, openly: bool = False) -> Taken:
    """What copying a sheet takes away, in plain text, the one form it has; raises RefusedError, or NotFoundError for none."""
    around = shown.view.around
    match sheet:
        case DossierOf() if around and (gathered := around.dossier(sheet)):
            from ..handout.dossier import as_dossier
            from .cards.dossier import named

            found = gathered.dossier
            text = as_dossier(found, named(shown.view, found), shown.view.lang, openly=openly)
            return Taken(_("the dossier"), text, found.tlp)
        case TermsOn():
            return _terms(shown, sheet)
        case Page.CHANGES if around and (changed := around.changed()) and changed.changes:
            return _changes(shown, changed, openly)
        case TalksOf() | Page.MET:
            raise NotFoundError(_("nothing to copy here; `briefing matrix` prints who met whom"))
    raise NotFoundError(_("nothing to copy here"))


def _terms(shown: Shown, sheet: TermsOn) -> Taken:
    from ..handout.copies import as_text
    from .cards import card
    from .cards.terms import used

    links = shown.view.links
    terms = used(shown.briefing.glossary.values(), card(shown.view, sheet.of))
    if not terms:
        raise NotFoundError(_("nothing to copy here"))
    texts = [as_text(links, Ref(Kind.TERM, term.id), shown.view.lang) for term in terms]
    return Taken(several("{count} term", "{count} terms", len(terms)), "\n".join(texts), links.strictness(*terms))


def _changes(shown: Shown, changed: Changed, openly: bool) -> Taken:
    from ..handout.difference import as_difference
    from ..handout.rules import obey_naming

    for links, name in ((changed.old, "old"), (changed.new, "new")):
        records = [record for each in changed.changes if isinstance(record := getattr(each, name), Record)]
        if not openly:
            obey_naming(links.briefing, *records)
    text = as_difference(changed.old.briefing, changed.new.briefing, changed.changes, shown.view.lang)
    tlp = strictest(links.strictness(links.briefing) for links in (changed.old, changed.new))
    return Taken(_("what changed"), text, tlp)


def taken(shown: Shown, subject: Subject, form: Form | None = None, *, openly: bool = False) -> Taken:
    """What copying a thing or a section takes away, as its rules allow unless `openly`; raises RefusedError."""
    from ..handout.forms import Form

    form = form or Form.PLAIN
    if isinstance(subject, Ref):
        return _thing(shown, subject, form, openly)
    if not isinstance(subject, Page) or subject in (Page.MET, Page.CHANGES):
        return taken_sheet(shown, subject, openly=openly)
    if subject is Page.QUOTES:
        return _quotes(shown, form, openly)
    return _section(shown, subject, form, openly)


def _thing(shown: Shown, ref: Ref, form: Form, openly: bool) -> Taken:
    from ..handout.cited import cited
    from ..handout.copies import as_text
    from ..model.use import rule

    links = shown.view.links
    text = as_text(links, ref, shown.view.lang, form, openly=openly)
    record = links.record(ref)
    tlp = links.strictness(record) if record else None
    what = _(_THE[ref.kind]) if ref.kind is not Kind.PERSON else links.name(ref)
    if isinstance(record, Quote):
        tlp = cited(links, record, openly=openly).tlp
    if isinstance(record, Quote) and not openly:
        what = _(_SHORT.get(rule(shown.briefing, record), what))
    return Taken(what, text, tlp)


def _quotes(shown: Shown, form: Form, openly: bool) -> Taken:
    from ..handout.cited import cited
    from ..handout.sections import as_quotes, sayable

    links, quotes = shown.view.links, shown.briefing.quotes
    if not quotes:
        raise NotFoundError(_("nothing to copy here"))
    text = as_quotes(links, quotes, shown.view.lang, form, openly=openly)
    kept = quotes if openly else sayable(shown.briefing, quotes)
    left = len(quotes) - len(kept)
    what = several("{count} quote", "{count} quotes", len(kept))
    what += _(" ({count} off the record left out)", count=left) if left else ""
    return Taken(what, text, strictest(cited(links, quote, openly=openly).tlp for quote in kept))


def _section(shown: Shown, page: Page, form: Form, openly: bool) -> Taken:
    from ..handout.sections import as_sections

    if page not in _SECTIONS:
        raise NotFoundError(_("nothing to copy here"))
    links = shown.view.links
    what, names = _SECTIONS[page]
    if page is not Page.ABOUT and not any(getattr(shown.briefing, name) for name in names):
        raise NotFoundError(_("nothing to copy here"))
    return Taken(_(what), as_sections(links, names, shown.view.lang, form, openly=openly), links.strictness(shown.briefing))


def taken_line(shown: Shown, passage: Passage) -> Taken:
    """A line to take, with where it stands; raises RefusedError where that may not be told."""
    from ..handout.marks import marked
    from ..handout.rules import obey
    from ..model.marking import label
    from ..model.passage import placed

    record = shown.view.links.record(passage.ref)
    obey(shown.briefing, *([record] if record else []))
    view = shown.view
    words = next((text for lang, text in passage.translations if lang == view.lang), passage.text)
    place = placed(passage, view.lang)
    origin = _("from: {title}, {date}", title=view.words(shown.briefing.title), date=passage.date.shown())
    mark = label(passage.tlp, shown.briefing.classification)
    return Taken(_("the line"), marked([words, f"  {passage.code}, {place}", f"  {origin}"], mark), strictest([passage.tlp]))
