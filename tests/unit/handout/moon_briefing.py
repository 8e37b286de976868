"""An invented briefing with every field the format has, and ways to read texts as briefings."""

import json
from pathlib import Path
from typing import Any

from briefing_tui.model.briefing import Briefing
from briefing_tui.reading import read, read_bytes

EVERYTHING = """
title: {en: First Meeting on the Moon, de: Erstes Treffen auf dem Mond}
date: 2031-05-04/2031-05-06
lang: de
timezone: Europe/Berlin
venue: {de: Mare Crisium, en: Sea of Crises}
theme: Staub und Licht
chair: vex
principal: orla
tlp: GREEN
classification: PRACTICE
handling: chatham-house
status: final
translated_by: the authors of this test
scale: phia
version: 2
as_of: 2031-05-06 18:30
summary: "Erste Zeile.\\nZweite Zeile."
key_points: [Staub, {text: Licht, tlp: AMBER}, {de: Luft, en: Air}]
tags: [mond, staub]
kolour: grey
delegations:
  DEU: {name: Bundesrepublik, group: Erde, head: orla}
  moon: {name: Moon Base}
  FRA: {}
participants:
  orla: {name: Orla Testfrau, native: Ὄρλα, pronunciation: OR-la, role: {de: Ministerin, en: Minister}, delegation: DEU,
         address_as: Frau Ministerin, aliases: [O. Testfrau], bio: Ein Absatz., note: neu, source: paper, locator: p. 3}
  vex: {name: Vex Nobody, delegation: moon, presence: mentioned, tlp: AMBER+STRICT}
talks:
  deu-moon:
    parties: [orla, vex]
    date: 2031-05-04 09:05
    venue: Krater 5
    status: planned
    topics: [Staub]
    objectives: [{en: More dust, de: Mehr Staub}]
    their_objectives: [Weniger]
    points: [Danken]
    if_raised: [{topic: Luft, line: Kein Kommentar.}]
    avoid: [Wasser]
    asks: [{by: moon, what: Sauerstoff, answer: bald, status: done}]
    press_line: Ein Satz.
    outcome: Einigung
    agreed: [Weiter]
    follow_ups: [{what: Anruf, who: [DEU, vex], due: 2031-06, status: dropped}]
    firsts: [Erstes Treffen]
    background: Lange her.
    previous: earlier/deu-moon
threats:
  dust:
    {title: Mondstaub, actor: moon, category: dust, severity: critical, likelihood: highly likely, confidence: low,
     affects: [DEU, FRA], raised_by: [orla], talks: [deu-moon], summary: Überall., events: [{date: 2031, what: Sturm}]}
quotes:
  - {speaker: orla, text: 'Der Staub ist „überall“ [sic]', translation: {en: 'The dust is everywhere', fr: Partout},
     to: [vex, das Plenum], talk: deu-moon, date: 2031-05-05, about: [dust, deu-moon], topics: [Staub], use: background,
     source: paper, locator: para. 4}
  - {id: own, speaker: vex, text: "No.\\nNever.", lang: en, occasion: on the way out, tlp: RED}
agenda:
  - {date: 2031-05-05, time: 09:30, until: 10:15, what: Eröffnung, who: vex, press: true, talk: deu-moon, place: Halle}
follow_ups: [{what: Notiz, who: DEU, due: 2031-05-20, talk: deu-moon}]
glossary: {LEM: Landefähre, EVA: {de: Ausstieg, en: Spacewalk}}
sources:
  paper: {title: Staubzeitung, publisher: Mondverlag, date: 2031-05-05, lang: de, url: https://example.org/a, grade: B2,
          file: copies/paper.txt, sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08}
"""


def read_text(text: str, id: str = "moon") -> Briefing:
    return read_bytes(text.encode(), f"{id}.yaml", id).briefing


def read_again(folder: Path, data: dict[str, Any], id: str) -> Briefing:
    path = folder / f"{id}.yaml"
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2), encoding="utf-8")
    return read(path).briefing


MOON = read_text(EVERYTHING)
