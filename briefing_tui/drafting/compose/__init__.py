"""A draft as the text of a briefing.

`lines`     YAML line by line, values in quotes where they need them, comments for whoever corrects it
`ids`       one id for each person, talk and threat
`said`      quotes brought to the form they are written in: joined, with addressee and occasion
`sections`  the parts of the file
`whole`     all of them in order
"""

from .whole import compose

__all__ = ["compose"]
