"""Makes wordnet.json from WordNet 3.0: `python resources/words/build.py [/usr/share/wordnet]`.

Debian's package wordnet-base has its files.

What is kept: the lemmas (single words), irregular forms, each noun's category of its commonest sense (WordNet's
lexicographer file), the synsets of each commoner noun and verb with their direct hypernyms, and antonym pairs.
"""

import json
import re
import sys
from collections import defaultdict
from pathlib import Path

PLAIN = re.compile(r"^[a-z]{2,}$")
NOUN_CATEGORIES = {
    4: "act", 5: "animal", 6: "artifact", 7: "attribute", 8: "body", 9: "cognition", 10: "communication",
    11: "event", 12: "feeling", 13: "food", 14: "group", 15: "location", 17: "object", 18: "person",
    19: "phenomenon", 20: "plant", 21: "possession", 23: "quantity", 26: "state", 27: "substance", 28: "time",
}  # fmt: skip
SENSES = 2  # of each word: rarer ones make everything akin to everything
OPPOSITE_SENSES = 4


def read_index(folder: Path, pos: str) -> dict[str, tuple[list[str], int]]:
    """Lemma -> its synset offsets, commonest first, and how many of its senses are tagged in a corpus."""
    found = {}
    for line in (folder / f"index.{pos}").read_text().split("\n"):
        if line and not line.startswith(" "):
            cells = line.split()
            senses = int(cells[2])
            found[cells[0]] = (cells[-senses:], int(cells[-senses - 1]))
    return found


def read_data(folder: Path, pos: str) -> dict[str, tuple[int, list[str], list[tuple[str, str, str, str]]]]:
    """Synset offset -> lexicographer file, words, pointers (symbol, offset, part of speech, source and target word)."""
    found = {}
    for line in (folder / f"data.{pos}").read_text().split("\n"):
        if not line or line.startswith(" "):
            continue
        cells = line.split(" | ")[0].split()
        count = int(cells[3], 16)
        words = [re.sub(r"\(.*\)$", "", cells[4 + 2 * i]).lower() for i in range(count)]
        at = 4 + 2 * count
        pointers = [tuple(cells[at + 1 + 4 * i : at + 5 + 4 * i]) for i in range(int(cells[at]))]
        found[cells[0]] = (int(cells[1]), words, pointers)
    return found


def irregular(folder: Path) -> dict[str, str]:
    """Inflected form -> lemma; a verb's before a noun's, for what is counted in news was mostly done to somebody."""
    found: dict[str, str] = {}
    for pos in ("noun", "adj", "verb"):
        for line in (folder / f"{pos}.exc").read_text().split("\n"):
            cells = line.split()
            if cells[1:] and PLAIN.match(cells[0]) and PLAIN.match(cells[1]):
                found[cells[0]] = cells[1]
    return found


def build(folder: Path) -> dict[str, object]:  # noqa: C901 - one pass over each of WordNet's four files
    """What wordnet.json holds."""
    words: set[str] = set()
    verbs: set[str] = set()
    categories: dict[str, list[str]] = defaultdict(list)
    senses: dict[str, dict[str, list[int]]] = {"noun": {}, "verb": {}}
    parents: dict[str, list[int]] = {}
    numbers: dict[str, int] = {}
    opposites: set[tuple[str, str]] = set()

    def number(pos: str, offset: str) -> int:
        return numbers.setdefault(pos[0] + offset, len(numbers))

    for pos in ("noun", "verb", "adj", "adv"):
        index, data = read_index(folder, pos), read_data(folder, pos)
        for lemma, (offsets, tagged) in sorted(index.items()):
            if not PLAIN.match(lemma):
                continue
            words.add(lemma)
            if pos == "verb":
                verbs.add(lemma)
            if pos == "noun" and (category := NOUN_CATEGORIES.get(data[offsets[0]][0])):
                categories[category].append(lemma)
            if pos in senses and tagged:
                senses[pos][lemma] = [number(pos, o) for o in offsets[:SENSES]]
                for offset in offsets[:SENSES]:
                    above = [number(pos, o) for s, o, p, _ in data[offset][2] if s in {"@", "@i"} and p == pos[0]]
                    if above:
                        parents[str(number(pos, offset))] = above
            for offset in offsets[:OPPOSITE_SENSES]:
                own = data[offset][1]
                for symbol, target, target_pos, which in data[offset][2]:
                    if symbol != "!" or target_pos not in {pos[0], "s"}:
                        continue
                    source_word = own[int(f"0x{which[:2]}", 0) - 1]
                    target_word = data[target][1][int(f"0x{which[2:]}", 0) - 1]
                    if source_word == lemma and PLAIN.match(target_word):
                        opposites.add(tuple(sorted((source_word, target_word))))  # type: ignore[arg-type]
    return {
        "words": " ".join(sorted(words)),
        "verbs": " ".join(sorted(verbs)),
        "irregular": irregular(folder),
        "categories": {k: " ".join(v) for k, v in sorted(categories.items())},
        "nouns": senses["noun"],
        "acts": senses["verb"],
        "parents": parents,
        "opposites": sorted(opposites),
    }


if __name__ == "__main__":
    source = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet")
    out = Path(__file__).with_name("wordnet.json")
    out.write_text(json.dumps(build(source), separators=(",", ":")) + "\n", encoding="utf-8")
