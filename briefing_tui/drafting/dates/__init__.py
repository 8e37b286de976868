"""Dates and times in a text, with their values in ISO 8601 as TimeML writes them.

`words`     the words of a language for days, months and parts of the day, as patterns
`anchor`    the day that is spoken of, from which others are counted
`rules`     what each kind of expression is and what it means
`find`      all expressions of a text
"""

from .find import When, dates

__all__ = ["When", "dates"]
