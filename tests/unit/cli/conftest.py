from pathlib import Path

import pytest

GOOD = """title: {en: Meeting on the Moon, de: Mondtreffen}
date: 2031-05-04
lang: de
tlp: GREEN
venue: Mare Crisium
participants:
  orla: {name: Orla Testfrau, role: Minister, delegation: DEU}
  vex: {name: Vex Nobody, delegation: FRA}
talks: {deu-fra: {parties: [orla, vex], status: planned}}
threats: {dust: {title: Mondstaub}}
quotes:
  - {speaker: orla, text: Der Staub ist überall, translation: {en: The dust is everywhere}, source: paper, locator: para. 4}
  - {speaker: vex, text: Kein Kommentar zu Wasser, about: dust, source: paper, tlp: AMBER}
sources: {paper: {title: Staubzeitung}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library with a clean briefing, one with a problem, and one that cannot be read."""
    (tmp_path / "moon.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "slip.yaml").write_text("title: Slip\ndate: 2031-06-01\nvenu: Here\n")
    (tmp_path / "broken.yaml").write_text("date: 2031-06-01\n")
    return tmp_path
