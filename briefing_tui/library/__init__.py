"""Folders of briefings: which files there are, what each holds, which one to open, which one is meant, what is said in all.

`library`   the library itself, `shelf` its files, read when asked for, `memo` what is kept of them until they change
`folders`   the files of a folder, and the keys they are known by; `table` a file of quotes without a briefing
`registry` `shared`   what briefings share
`opening`   the briefing to open first
`names`     the briefing that a name, path or title means
`facts` `outlines`   what lists and cards say of a briefing that is not open
`across`    advice that one file cannot give
`people` `alike`   everybody in it, once, and who may be one

What outlives the program, in a folder of the cache that one program at a time writes to:
`cache` `catalog`   the folder and its tables
`rows` `stored`     what is kept of a file
`health`    how all that is, checked from end to end
`holdings` `ledger` what is known now, in memory and in the cache, and the index over it
`upkeep`    brings all that up to date with the files: `scan` sees them, `gather` reads what is new
`work`      what reading makes of files, `attempt` what is done if that fails; `crew` has it done
`hands` `worker`    another process that does it, seen from here and from there
`tiers` `merger`    segments made one
`watch` `ear` `pace` `progress`   for as long as somebody looks on
"""

from .folders import Entry
from .library import Library

__all__ = ["Entry", "Library"]
