"""Where one stands on an overlay: in its input, on a row of its list, in a note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from textual.geometry import Offset

from ...i18n import _, several
from ...model.letters import whole
from ...model.passage import Sort, placed
from ...search.results import in_language
from ..hit_lines import PART
from ..screens.finder import Finder
from ..screens.former import Former
from ..screens.help import Help
from ..screens.insist import Insist
from ..screens.note import NoteScreen
from ..screens.search import Search
from ..sorts import CALLED
from .standing import Standing, on, row_words, selected
from .words import said

if TYPE_CHECKING:
    from textual.screen import Screen

    from ...search.results import Hit

_HIT_LETTERS = 300
"""How long the words of a hit are at most."""


def in_overlay(screen: Screen[object]) -> Standing:
    """Where one stands on an overlay."""
    if isinstance(screen, Search):
        return _search(screen)
    if isinstance(screen, Insist):
        return _input(screen, _("copy it?"), _("type yes and press enter, or escape"))
    if isinstance(screen, Help):
        return _help(screen)
    if isinstance(screen, Finder):
        return _finder(screen)
    if isinstance(screen, NoteScreen):
        keys = _("enter saves, control o breaks the line, escape keeps it for later")
        return Standing(said(screen.title_rule.title), keys, screen.writing.cursor_screen_offset)
    if isinstance(screen, Former):
        words = f"{screen.question.text} {_('n leaves them, escape asks later.')}"
        return Standing(screen.title_rule.title, words, on(screen.question, 0, 0))
    return Standing("", "", Offset(0, screen.size.height - 1))


def _name(finder: Finder[Any]) -> str:
    return finder.prompt.text.strip().rstrip(":")


def _input(finder: Finder[Any], name: str, words: str) -> Standing:
    box = finder.input
    cells = cell_len(box.value[: box.cursor_position]) - box.scroll_offset.x
    return Standing(name, words, box.content_region.offset + Offset(cells, 0), typing=True)


def _finder(finder: Finder[Any]) -> Standing:
    """A picker: how many there are and which is the first; once one moves, the row one stands on."""
    pane = finder.found
    if pane.row is None:
        return _input(finder, _name(finder), pane.nothing)
    words, total = row_words(pane.row), len(pane.rows)
    if finder.listing:
        return Standing(_name(finder), selected(words, pane.cursor + 1, total), on(pane, 0, pane.cursor_y))
    return _input(
        finder, _name(finder), f"{several('{count} found', '{count} found', total)}, {selected(words, pane.cursor + 1, total)}"
    )


def _help(help: Help) -> Standing:
    """The command one stands on, its keys, and why it cannot be done now."""
    page = help.page
    if page.entry is None:
        return _input(help, _name(help), _("no key does that"))
    key = _("{words}, key {keys}").format(words=page.entry.words, keys=page.manner.keys(page.entry.keys))
    words = selected(", ".join(filter(None, (key, page.entry.off))), page.cursor + 1, len(page.entries))
    if help.listing:
        return Standing(_name(help), words, on(page, 0, page.cursor_y))
    return _input(help, _name(help), f"{several('{count} key', '{count} keys', len(page.entries))}, {words}")


def _search(search: Search) -> Standing:
    """How many hits there are and which is the first; once one moves, the hit one stands on."""
    hits, results = search.list, search.list.results
    if hits.hit is None:
        return _input(search, _name(search), ". ".join(hits.advice[:2]))
    total = results.counts.get(search.answered.only, 0) if search.answered.only else results.total
    kind = _(CALLED[hits.group.sort].one) if hits.group else ""
    words = f"{kind} {_hit_words(hits.hit, hits.lang)}"
    if search.listing:
        return Standing(_name(search), selected(words, hits.cursor + 1, total), on(hits, 0, hits.cursor_y))
    counted = several("{count} hit", "{count} hits", total)
    return _input(search, _name(search), _("{counted}, first: {words}").format(counted=counted, words=words))


def _hit_words(hit: Hit, lang: str) -> str:
    """Who said it or where it stands, what it is called, the words that matched, when."""
    passage = hit.passage
    texts = hit.wordings(lang)
    words, called = texts[0].text, in_language(texts, lang).text
    if passage.sort in (Sort.PERSON, Sort.THREAT, Sort.TERM) and called != words:
        words = f"{called.partition(PART)[0]}{PART}{words}"
    text = words[: whole(words, _HIT_LETTERS)]
    quoted = passage.sort is Sort.QUOTE
    whose = (passage.speaker, passage.code) if quoted else (said(passage.code), said(placed(passage, lang)))
    parts = (*whose, text if quoted else said(text), said(passage.date.start.shown(clock=False)))
    return " ".join(", ".join(filter(None, parts)).split())
