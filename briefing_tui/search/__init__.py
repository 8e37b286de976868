"""Finding passages while one types, among a million. Nothing heavy is imported before it is needed.

`index`      `Index`: segments, searched; the only thing that changes. `results` is what it answers with
`grammar` `words` `values`   what was typed, and what it asks for
`building` `records` `crowds` `merging`   passages made into a segment; segments made into one
`layout` `storage` `segment` `lexicon` `source` `codes` `runs`   a segment as it lies in a file, and what it knows
`lookup` `likeness` `slips` `kept`   which terms of a segment a typed word can mean, and how surely
`asking` `finding` `rank` `engine`   which documents meet a query, and which are the best
`trace` `places` `suggest`   where and why a hit matched, what to try instead
`fold` `letters`   text as it is compared, and the way back to the original letters
`match`      the same likeness for short lists: pickers, palette, filters
`snippet`    one line of a text around its first hit

What is gathered from large arrays for every letter is gathered with `take` and `compress`: indexing takes twice the time by
places, and four times by flags.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy, once loaded, starts threads for algebra that nothing here needs
