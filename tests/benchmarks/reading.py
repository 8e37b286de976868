"""Reading a large briefing, side by side with `yaml.load(…, CSafeLoader)`: time, and memory against the model's own size.

python tests/benchmarks/reading.py [QUOTES]
"""

import gc
import random
import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import yaml

from briefing_tui.reading import peek, read, read_bytes

WORDS = ("the", "of", "security", "région", "defence", "peace", "stability", "talks", "grave", "challenge", "and", "to", "will")
HEAD = """title: A large meeting
date: 2025-11-01
lang: en
sources: {report: {title: A report}}
participants:
"""


def briefing(quotes: int) -> bytes:
    """A briefing of so many quotes, about 78 bytes each."""
    chance = random.Random(1)
    lines = [HEAD, *(f"  p{index}: {{name: Person {index}, delegation: KOR}}\n" for index in range(50)), "quotes:\n"]
    for index in range(quotes):
        words = " ".join(chance.choices(WORDS, k=4))
        lines.append(f"  - speaker: p{index % 50}\n    text: {words} {index}\n    source: report\n")
    return "".join(lines).encode()


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes once."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def memory(data: bytes) -> tuple[int, int]:
    """The model's own size and the peak while it was read, in bytes."""
    gc.collect()
    tracemalloc.start()
    reading = read_bytes(data, "big.yaml")
    peak = tracemalloc.get_traced_memory()[1]
    gc.collect()
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert reading.briefing.quotes
    return size, peak


def peeking(files: int) -> float:
    """How long it takes to peek into so many small files."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{index}.yaml" for index in range(files)]
        for path in paths:
            path.write_bytes(briefing(20))
        assert peek(paths[0])
        return min(seconds(lambda: [peek(path) for path in paths]) for _ in range(5))


def main() -> None:
    """Prints the table."""
    data = briefing(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
    small = data[: data.index(b"quotes:")]
    assert not read_bytes(data, "big.yaml").messages
    pairs = [
        (seconds(lambda: read_bytes(data, "big.yaml")), seconds(lambda: yaml.load(data, yaml.CSafeLoader))) for _ in range(7)
    ]
    ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
    size, peak = memory(data)
    with tempfile.NamedTemporaryFile(suffix=".yaml") as file:
        file.write(small)
        file.flush()
        once = min(seconds(lambda: read(Path(file.name))) for _ in range(20))
    print(f"{len(data) / 1e6:.2f} MB of YAML")
    print(f"{'':24}{'ours':>12}{'reference':>12}{'ratio':>8}")
    print(f"{'read against CSafeLoader':24}{ours * 1e3:9.0f} ms{theirs * 1e3:9.0f} ms{ours / theirs:8.2f}")
    print(f"{'peak against model':24}{peak / 1e6:9.1f} MB{size / 1e6:9.1f} MB{peak / size:8.2f}")
    print(f"{'a file without quotes':24}{once * 1e3:9.1f} ms")
    print(f"{'peek into 1,000 files':24}{peeking(1000) * 1e3:9.1f} ms")


if __name__ == "__main__":
    main()
