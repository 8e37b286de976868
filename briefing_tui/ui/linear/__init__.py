"""The reader for those who hear it: one column, one thing at a time, words for glyphs, the terminal's cursor where one stands.

`manner` says how things are shown, `words` and `card` turn glyphs into words, `reading` is a card that is read line by line,
`standing` says in words where one stands, `voice` says on the last row what became another.
"""
