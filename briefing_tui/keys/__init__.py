"""Which keys do what: plain data, without any library, so that help, hints, palette, README and man page say the same.

`table`    the commands, their keys and what they do
`names`    how a key is written by the user, by Textual, on the screen
`presets`  sets of keys to choose from
`keymap`   the keys as the user has them
`wishes`   the user's own keys, checked against all others
`written`  the whole table as text or Markdown
"""
