"""Dates and times in a text, with their values in ISO 8601 as TimeML writes them.

`words`     the words of a language for days, months and parts of the day, as patterns
`anchor`    the day that is spoken of, from which others are counted
`rule` `rules`   what kinds of expressions there are, the ones that tell most first
`days` `clock` `relative` `periods`   the kinds and what they mean
`find`      all expressions of a text
"""

from .find import When, dates

__all__ = ["When", "dates"]
