"""A document becomes a draft of a briefing: everything found by rules, nothing made up, every quote letter for letter.

`intake`    documents of several kinds as text
`vocabulary` `language` `grammar` `verbs`   the words of a language, from data files that a user can add to
`paragraphs` `glyphs` `marks` `tokens`      where everything stands: numbered paragraphs, quotation marks, sentences
`phrases` `clauses` `context`               who and what a sentence speaks of
`frames` `evidence` `speakers` `quotes`     which marked words somebody said, and who
`people` `nations` `resolve`                everybody with office and country; whom a pronoun or an office means
`dates` `talks` `threats` `header`          when, who met whom, what threatens, what the document says of itself
`analysis`  all of it together
`compose`   the analysis as the text of a briefing        `spans`  as spans for other programs
`writer`    entries added and mistakes mended in a file that a person wrote
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .intake import Document

__all__ = ["draft"]


def draft(
    document: "Document",
    *,
    lang: str = "",
    day: date | None = None,
    title: str = "",
    file: str = "",
    schema: str = "",
    folders: tuple[Path, ...] = (),
) -> str:
    """The draft of a briefing as YAML; `file` is where the document lies, `schema` where the schema does, both seen from the
    briefing's folder; `folders` hold the user's own `lexicon/LANG.yaml`. What is not given is taken from the document.
    """
    from .analysis import analyse
    from .compose import compose

    found = analyse(document.text, lang, day, document.name, folders)
    return compose(found, name=document.name, file=file, sha256=document.sha256, title=title, schema=schema)
