"""What a briefing is: frozen records that refer by id, and pure functions over them. Standard library only.

`briefing`   the records, `fields` what their annotations mean
`links`      references resolved and inverted
`passage`    what search indexes
`clock` `programme` `agenda`   what happens when, and what is now at a given moment
`meetings` `matrix`   talks as who met whom, and how often every two delegations did
`who` `dossier` `found` `spelling`   who is the same across briefings, and all there is on them
`changes` `pairing` `words`   what changed between two versions of a briefing
`text` `dates` `marking` `countries`   the values records hold
"""
