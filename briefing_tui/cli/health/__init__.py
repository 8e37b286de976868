"""What `briefing doctor` looks at; each module says what it finds of one part of what the program stands on.

`finding`   what is said of one thing
`terminal` `widths`   the terminal: what the environment says of it, how wide it draws what
`clipboard`   the ways to copy
`folders`   where things lie, and who may read them
`kept`      the library, its index, the notes
`packages`  what is installed
"""
