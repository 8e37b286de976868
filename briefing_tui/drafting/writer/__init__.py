"""Writing in a person's file: what is put in is put in, and every other byte stays.

No YAML library writes here: one that loads and dumps a file lays out anew what a person wrote. PyYAML's events say where
everything stands, and text is put in between.

`tree`      a file as nodes that know where they stand
`scalars` `insert`   an entry as YAML, and the place it goes to
`adding`    an entry put in and the file read again
`fixes` `quoting` `difference`   what is certain to be meant, put right, and shown
`aliases`   more names for a person of a registry
`starting`  a new briefing, from `templates`
`save`      files changed whole or not at all
"""
