"""The one table of commands: what each is called in `config.toml`, its keys, what it does. The order is that of help."""

from typing import NamedTuple


class KeyRow(NamedTuple):
    """A command: its id, the group it stands in, its keys, blanks between them, and what it does.

    `rank` is its place among the hints of the last row, lowest first, and `hint` the short word there; 0 if it is never hinted
    at. Keys are written as in `config.toml`; a command without any is in the palette alone.
    """

    id: str
    group: str
    keys: str
    words: str
    rank: int = 0
    hint: str = ""


TABLE = (
    KeyRow("pane-participants", "GO", "1", "participants"),
    KeyRow("pane-talks", "GO", "2", "talks; their cards say what was last time"),
    KeyRow("pane-threats", "GO", "3", "threats"),
    KeyRow("card", "GO", "0", "the card"),
    KeyRow("quotes", "GO", "4", "quotes", 70, "quotes"),
    KeyRow("agenda", "GO", "5", "agenda"),
    KeyRow("sources", "GO", "7", "sources"),
    KeyRow("terms", "GO", "8", "terms"),
    KeyRow("summary", "GO", "i", "summary, key points, problems", 75, "summary"),
    KeyRow("open", "GO", "enter", "open; follow a link", 20, "open"),
    KeyRow("link-next", "GO", "tab", "next link or line on the card", 30, "links"),
    KeyRow("link-previous", "GO", "shift+tab", "previous link or line on the card"),
    KeyRow("close", "GO", "esc", "close; back"),
    KeyRow("history-back", "GO", "H backspace", "back in history"),
    KeyRow("history-forward", "GO", "L", "forward in history"),
    KeyRow("briefings", "GO", "b", "briefings", 60, "briefings"),
    KeyRow("briefing-previous", "GO", "[ ,", "previous briefing"),
    KeyRow("briefing-next", "GO", "] ;", "next briefing"),
    KeyRow("dossier", "GO", "D", "dossier: the record of a person, country or talk", 65, "dossier"),
    KeyRow("met", "GO", "9", "who met whom, how often, last time"),
    KeyRow("changes", "GO", "d", "what changed since you last read it"),
    KeyRow("terms-here", "GO", "K", "terms used on this card"),
    KeyRow("now", "GO", ".", "now: the agenda clock", 46, "now"),
    KeyRow("down", "MOVE", "j down", "down"),
    KeyRow("up", "MOVE", "k up", "up"),
    KeyRow("first", "MOVE", "g home", "first"),
    KeyRow("last", "MOVE", "G end", "last"),
    KeyRow("half-down", "MOVE", "ctrl+d", "half a page down"),
    KeyRow("half-up", "MOVE", "ctrl+u", "half a page up"),
    KeyRow("page-down", "MOVE", "pgdn ctrl+f", "a page down"),
    KeyRow("page-up", "MOVE", "pgup ctrl+b", "a page up"),
    KeyRow("left", "MOVE", "h left", "previous pane"),
    KeyRow("right", "MOVE", "l right", "next pane, then the card"),
    KeyRow("search", "FIND", "/ s", "search everything", 10, "search"),
    KeyRow("hit-next", "FIND", "n", "next hit"),
    KeyRow("hit-previous", "FIND", "N", "previous hit"),
    KeyRow("filter", "FIND", "f", "filter this pane, or the notes"),
    KeyRow("help", "FIND", "?", "all keys, searchable", 99, "keys"),
    KeyRow("palette", "FIND", ":", "run a command by name"),
    KeyRow("note", "NOTE", "a", "note on what is under the cursor", 40, "note"),
    KeyRow("tick", "NOTE", "space", "tick: said, asked, raised, done", 45, "tick"),
    KeyRow("notes", "NOTE", "6", "my notes; `briefing memcon` makes the record of a talk"),
    KeyRow("note-remove", "NOTE", "R delete", "remove the note"),
    KeyRow("note-back", "NOTE", "u", "bring the removed note back"),
    KeyRow("copy", "TAKE AWAY", "y", "copy, with the citation", 50, "copy"),
    KeyRow("copy-as", "TAKE AWAY", "Y", "copy as Markdown, note, YAML, JSON"),
    KeyRow("edit", "TAKE AWAY", "e", "edit the note, or the file at this line"),
    KeyRow("reload", "TAKE AWAY", "r", "read the file again"),
    KeyRow("language", "VIEW", "o", "original or translation"),
    KeyRow("bigger", "VIEW", "+", "bigger pane"),
    KeyRow("smaller", "VIEW", "_", "smaller pane"),
    KeyRow("theme-dark", "VIEW", "", "theme: dark"),
    KeyRow("theme-light", "VIEW", "", "theme: light"),
    KeyRow("theme-high-contrast", "VIEW", "", "theme: high contrast"),
    KeyRow("theme-terminal", "VIEW", "", "theme: the terminal’s own colours"),
    KeyRow("blank", "LEAVE", "x", "blank; only esc returns"),
    KeyRow("quit", "LEAVE", "q", "quit"),
)
"""All commands, by group."""

ROWS = {row.id: row for row in TABLE}
