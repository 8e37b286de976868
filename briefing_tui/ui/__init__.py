"""Everything Textual: the app, its screens and widgets, commands and styles.

`app`       the application; `desk` what it works on, without Textual; `shown` the briefing on the screen
`screens`   the reader and the overlays, all derived from one marked screen
`widgets`   a line widget and what is made of it: panes, card, bars
`cards`     pure functions from a thing to the card that shows it
`commands`  what a user can do: one class a command
`runs` `inks` `frame` `rows`   styled text, its colours, where things stand, the rows of the panes
"""
