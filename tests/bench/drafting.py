"""How long the live check of a draft takes: one sentence changed against 20 sources, told in processor time."""

from dataclasses import replace
from time import process_time

from counterpoint.app.intakes import from_files
from counterpoint.engine.comparison import compare
from counterpoint.engine.memories import Memory
from counterpoint.engine.sources import Role
from counterpoint.resources import load_knowledge, resource
from tests.bench.articles import articles

CHANGES = (("36 countries", "35 countries"), ("Warsaw", "Berlin"), ("in October", "in November"), ("26", "27"))


def main() -> None:
    """Prints the seconds of the processor of each change."""
    knowledge, memory = load_knowledge(), Memory()
    sources = [replace(each, role=Role.SOURCE) for each in articles(20)]
    ((draft, _),) = from_files([resource("samples/draft.txt")], Role.DRAFT).contents
    for words in (None, *CHANGES):
        text = draft.text if words is None else draft.text.replace(*words)
        start = process_time()
        compare([*sources, replace(draft, text=text)], knowledge, memory=memory)
        print(f"{'all' if words is None else ' -> '.join(words)}: {process_time() - start:.2f} s")


if __name__ == "__main__":
    main()
