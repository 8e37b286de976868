"""What people call a field who do not know its key: by its label on a card, or in German; for "did you mean"."""

from .nearest import nearest
from .shapes import Shape

_KEYS = {
    "points": ("say", "speaking_points", "talking_points", "sprechpunkte", "punkte"),
    "if_raised": ("reaktiv",),
    "avoid": ("vermeiden",),
    "asks": ("anliegen", "requests"),
    "agreed": ("vereinbart", "vereinbartes", "agreements"),
    "outcome": ("ergebnis", "result"),
    "objectives": ("ziele", "goals"),
    "background": ("hintergrund", "sachstand"),
    "parties": ("parteien", "seiten"),
    "participants": ("teilnehmer", "people", "personen", "attendees"),
    "delegation": ("country", "land"),
    "delegations": ("delegationen", "countries"),
    "role": ("office", "amt", "funktion", "position"),
    "talks": ("gespräche", "bilaterals", "meetings"),
    "talk": ("gespräch",),
    "threats": ("bedrohungen", "risks"),
    "quotes": ("zitate",),
    "speaker": ("sprecher", "sprecherin"),
    "text": ("wortlaut",),
    "translation": ("übersetzung",),
    "occasion": ("anlass",),
    "sources": ("quellen",),
    "source": ("quelle",),
    "locator": ("fundstelle", "page", "seite"),
    "title": ("titel",),
    "date": ("datum",),
    "venue": ("ort", "place", "location"),
    "lang": ("sprache", "language"),
    "tlp": ("marking", "einstufung"),
    "use": ("nutzung", "rule"),
    "agenda": ("ablauf", "tagesordnung", "programme"),
    "glossary": ("terms", "begriffe", "glossar"),
    "key_points": ("kernbotschaften",),
    "summary": ("zusammenfassung",),
    "severity": ("schwere",),
    "actor": ("akteur",),
    "topics": ("themen",),
    "note": ("anmerkung",),
    "follow_ups": ("next", "weiteres"),
}
_MEANT = {called: key for key, words in _KEYS.items() for called in words}


def meant(key: str, shape: Shape) -> list[str]:
    """The fields of a record that an unknown key may mean, the likeliest first."""
    known = _MEANT.get(key.casefold().replace(" ", "_").replace("-", "_"), "")
    return [known] if known in shape.fields else nearest(key, shape.fields)
