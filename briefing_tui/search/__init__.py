"""Finding passages while one types: pure functions over text, and one index. Nothing heavy is imported before it is needed.

`index`       `Index`: the passages, searched; the only thing with state. `results` is what it answers with
`store`       the passages taken apart into words; `vocabulary` the words there are
`likeness`    which words of a vocabulary a typed word can mean, and how surely; `lookup` keeps that while one types
`rank` `trace` `names` `suggest`   the best hits, where and why they matched, whose they are, what to try instead
`query`       what was typed, as words
`fold`        text as it is compared, and the way back to the original letters
`match`       the same for short lists: pickers, palette, filters
`snippet`     one line of a text around its first hit
"""
