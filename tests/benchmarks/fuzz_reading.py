"""Mutates briefings, and reads them: nothing but UnreadableError may come out, and nothing may take over a second of one core.

python tests/benchmarks/fuzz_reading.py [INPUTS] [SEED]
"""

import random
import sys
import time
from pathlib import Path

from briefing_tui.model.errors import UnreadableError
from briefing_tui.model.links import Links
from briefing_tui.reading import read_bytes

EXAMPLE = Path(__file__).parents[1] / "unit" / "reading" / "example.yaml"
SLOW = 1.0
LARGEST = 1 << 20
BITS = [
    b": ", b"- ", b"? ", b"[", b"]", b"{", b"}", b"&a ", b"*a ", b"!a ", b"!!str ", b"'", b'"', b"|\n", b">-\n", b"#",
    b"---\n", b"...\n", b"%YAML 1.2\n", b"@", b"`", b"\t", b"\r", b"\r\n", b"\n", b"\n\n", b"\x00", b"\x1b]52;c;x\x07",
    b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xe2\x80\x8b",
    b"\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81",
    b"\xe2\x80\xa8", b"\xc2\x85", b"<<: *a\n", b"title: ", b"quotes:\n", b"tlp: RED", b"date: ", b"id: ", b"en: ", b"null",
    b"~", b"2025-11-01", b"9999999999", b"speaker: ", b"\\x1b", b'"\\e"', b"\xf0\x9f\x91\xa9\xe2\x80\x8d",
]  # fmt: skip
FLOODS = [
    b"[", b"{", b"&a ", b"*a ", b"- ", b"? ", b": ", b"a", b"\n", b"a: b\n", b"- a\n", b"a: b: c\n", b"[a,", b"{a: ", b"'",
    b'"', b"!a ", b"\xcc\x81", b"\xe2\x80\x8b", b"a: &b *b\n", b"  - speaker: a\n    text: b: c\n", b"#", b"\t",
    b"\xc2\x85", b"%a\n", b"---\n", b"@\n", b"|\n", b"a: @b\n", b" ", b"\x00", b"\xff", b"[a]: b\n", b"en: a\n", b"{}, ",
    b"a, ", b"!a , ", b"ahn, ", b"\xe2\x80\x8d", b"\xef\xb8\x8f\xe2\x80\x8d",
]  # fmt: skip
HOSTS = [
    b"%s", b"title: x\ndate: 2025\nquotes: [%s]", b"title: x\ndate: 2025\nquotes:\n%s",
    b"title: x\ndate: 2025\nparticipants: {%s}", b"title: %s", b"title: x\nsummary: |\n  %s", b'title: "%s"',
    b"title: x\nparticipants:\n  a: {name: A}\ntalks:\n  t:\n    parties: [%s]", b"title: x\ntags: [%s]",
    b"title: x\nkey_points:\n%s", b"title: x\nthreats: [%s]\n", b"title: x\nglossary:\n  %s",
]  # fmt: skip


def mutated(data: bytes, chance: random.Random) -> bytes:
    """`data` after some slips of the pen and some malice."""
    text = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 5, 10, 40))):
        at = chance.randrange(len(text) + 1)
        length = chance.choice((0, 0, 1, 2, 5, 30, 200))
        match chance.randrange(5):
            case 0:
                text[at : at + length] = b""
            case 1:
                text[at:at] = chance.choice(BITS)
            case 2:
                text[at : at + 1] = bytes((chance.randrange(256),))
            case 3:
                other = chance.randrange(len(text) + 1)
                text[at:at] = text[other : other + length * 3]
            case 4:
                lines = bytes(text).split(b"\n")
                lines.insert(chance.randrange(len(lines)), chance.choice(lines))
                text = bytearray(b"\n".join(lines))
    return bytes(text[:LARGEST])


def flood(chance: random.Random, size: int) -> bytes:
    """One or two bits said over and over, in some place of a briefing."""
    bits = b"".join(chance.sample(FLOODS, chance.choice((1, 1, 2))))
    return chance.choice(HOSTS).replace(b"%s", bits * (size // len(bits)))[:LARGEST]


def specimen(index: int, example: bytes, chance: random.Random) -> bytes:
    """One input: mostly small, one in two hundred large."""
    if index % 200 == 0:
        large = chance.choice((50_000, 200_000, LARGEST))
        if chance.random() < 0.5:
            return flood(chance, large)
        quotes = example.index(b"quotes:\n") + 8
        quote = example[quotes : example.index(b"\nagenda:")]
        return mutated(example[:quotes] + quote * (large // len(quote)) + example[quotes:], chance)
    match chance.randrange(8):
        case 0:
            return chance.randbytes(chance.randrange(300))
        case 1:
            return flood(chance, chance.randrange(2, 2000))
        case 2:
            return b"".join(chance.choices(BITS, k=chance.randrange(1, 60)))
        case 3:
            start = chance.randrange(len(example))
            return b"title: x\ndate: 2025\n" + mutated(example[start : start + 500], chance)
    return mutated(example, chance)


def main() -> int:
    """Reads as many inputs as were asked for and prints what came of them."""
    inputs = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    chance = random.Random(seed)
    example = EXAMPLE.read_bytes()
    refused = failed = slow = 0
    slowest = 0.0
    for index in range(inputs):
        data = specimen(index, example, chance)
        start = time.process_time()
        try:
            reading = read_bytes(data, "fuzz.yaml")
            taken = time.process_time() - start
            Links(reading.briefing)
        except UnreadableError:
            taken = time.process_time() - start
            refused += 1
        except Exception as error:
            taken = 0.0
            failed += 1
            print(f"{index}: {type(error).__name__}: {error}: {data[:200]!r}")
        slowest = max(slowest, taken)
        if taken > SLOW:
            slow += 1
            print(f"{index}: {taken:.2f} s for {len(data):,} bytes: {data[:80]!r}")
    print(
        f"{inputs:,} inputs, seed {seed}: {refused:,} refused, {failed} failed, {slow} over {SLOW} s, slowest {slowest:.2f} s"
    )
    return 1 if failed or slow else 0


if __name__ == "__main__":
    sys.exit(main())
