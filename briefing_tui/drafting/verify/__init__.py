"""Quotes compared with their sources, letter for letter: nothing is verbatim because it is nearly so.

`plain` `words`      a text as it is compared, and where a word ends
`spoken` `source`    a source made ready: what of it stands in quotation marks, its paragraphs and words
`find` `nearest`     where the parts of a quote stand, or what is nearest to them and how it differs
`verdict` `briefing` what is said of one quote, and of all quotes of a briefing
"""

from .briefing import Checked, Trouble, Verification, verify
from .source import SourceText
from .verdict import Status, Verdict, compared

__all__ = ["Checked", "SourceText", "Status", "Trouble", "Verdict", "Verification", "compared", "verify"]
