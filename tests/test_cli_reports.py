"""What the command line finds and writes: the main job, by the real program."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from counterpoint.resources import resource, seeds
from tests.commands import GOOD, OTHER, Outcome, counterpoint
from tests.contract import check_contract

Report = dict[str, Any]

RUSSIAN = """Саммит «коалиции желающих» прошёл в Париже в четверг, 4 сентября.
Президент Франции Эмманюэль Макрон заявил, что 26 стран готовы направить войска на Украину.
"""
FRENCH = """Quatre-vingt-quatre personnes ont été tuées à Nice, a déclaré le maire vendredi.
Le conducteur du camion a été abattu par la police, selon les autorités françaises.
"""


def report_on(*files: Path) -> Report:
    return parsed(counterpoint("compare", *files, "--format", "json"))


def parsed(outcome: Outcome) -> Report:
    assert outcome.status == 0, outcome.err
    report = json.loads(outcome.out)
    check_contract(report)
    return report


@pytest.fixture(scope="module")
def seed_report() -> Report:
    return report_on(*seeds())


def findings(report: Report) -> set[tuple[Any, ...]]:
    """The relations by the words of their claims, whatever their ids and order."""
    words = {claim["id"]: claim["text"] for claim in report["claims"]}
    return {
        (relation["kind"], *sorted((words[relation["a"]], words[relation["b"]]))) for relation in report["relations"]
    }


def written(folder: Path, **contents: str | bytes) -> list[Path]:
    paths = [folder / f"{name}.txt" for name in contents]
    for path, content in zip(paths, contents.values(), strict=True):
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return paths


def test_the_seeds_give_a_report_as_the_contract_says(seed_report: Report) -> None:
    assert [source["path"] for source in seed_report["sources"]] == [str(path) for path in seeds()]
    kinds = {relation["kind"] for relation in seed_report["relations"]}
    assert kinds == {"match", "conflict"}


def test_the_report_for_people_is_printed_in_utf8_whatever_the_locale() -> None:
    outcome = counterpoint("compare", *seeds(), LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert (outcome.status, outcome.err) == (0, "")
    assert "Élysée" in outcome.out.decode("utf-8")
    assert outcome.out.startswith(b"#")


def test_the_order_of_the_files_changes_their_order_and_nothing_else(seed_report: Report) -> None:
    report = report_on(*reversed(seeds()))
    assert [source["path"] for source in report["sources"]] == [str(path) for path in reversed(seeds())]
    assert findings(report) == findings(seed_report)


def test_the_same_command_gives_the_same_bytes() -> None:
    first, second = (counterpoint("compare", *seeds(), PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first.out == second.out


def test_options_may_stand_between_the_files_and_a_folder_for_its_files(tmp_path: Path, seed_report: Report) -> None:
    folder, output = seeds()[0].parent, tmp_path / "report.json"
    outcome = counterpoint("compare", seeds()[1], "--format", "json", "--output", output, folder)
    assert (outcome.status, outcome.out) == (0, b"")
    report = json.loads(output.read_text(encoding="utf-8"))
    assert len(report["sources"]) == 5
    assert findings(report) == findings(seed_report)
    assert outcome.sentences == [f"{seeds()[1]} was given more than once and is used once."]
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


def test_the_same_bytes_twice_are_one_source(tmp_path: Path) -> None:
    first, second = written(tmp_path, a=GOOD, b=GOOD)
    outcome = counterpoint("compare", first, second, "--format", "json")
    report = parsed(outcome)
    assert outcome.sentences == [f"{second} holds the same bytes as {first} and is used once."]
    assert [source["path"] for source in report["sources"]] == [str(first)]


def test_one_source_gives_a_report_without_relations(tmp_path: Path) -> None:
    (path,) = written(tmp_path, a=GOOD)
    report = report_on(path)
    assert report["relations"] == []
    assert report["claims"]
    assert counterpoint("compare", path).status == 0


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252"])
def test_an_encoding_changes_nothing(tmp_path: Path, encoding: str) -> None:
    text = "“Élysée” said on Friday that 84 people were killed – and 5 € paid.\n"
    report = report_on(*written(tmp_path, a=text.encode(encoding), b=OTHER))
    assert report["sources"][0]["text"] == text


def test_an_account_in_another_language_is_shown_and_not_compared(tmp_path: Path) -> None:
    report = report_on(*written(tmp_path, a=GOOD, b=OTHER, c=FRENCH, d=RUSSIAN))
    foreign = {source["id"] for source in report["sources"][2:]}
    assert [source["text"] for source in report["sources"][2:]] == [FRENCH, RUSSIAN]
    in_foreign = {claim["id"] for claim in report["claims"] if claim["source"] in foreign}
    assert not [relation for relation in report["relations"] if {relation["a"], relation["b"]} & in_foreign]


def test_a_text_without_a_full_stop_is_read(tmp_path: Path) -> None:
    endless = "the mayor of Nice said that 84 people were killed and that " * 400
    report = report_on(*written(tmp_path, a=endless, b=OTHER, c="84 people were killed in Nice"))
    assert len(report["sources"]) == 3


def test_a_text_of_five_megabytes_is_read_or_refused_in_a_sentence(tmp_path: Path) -> None:
    large, other = written(tmp_path, a=GOOD * (5_000_000 // len(GOOD) + 1), b=OTHER)
    outcome = counterpoint("compare", large, other, "--format", "json")
    if outcome.status == 0:
        assert len(parsed(outcome)["sources"][0]["text"]) >= 5_000_000
    else:
        assert (outcome.status, outcome.out) == (1, b"")
        assert len(outcome.sentences) == 1
        assert outcome.err.startswith(f"{large} is larger than ")


def test_fifty_files_are_compared(tmp_path: Path) -> None:
    for n in range(50):
        written(tmp_path, **{f"account{n:02}": f"Account {n} of the attack in Nice.\n{GOOD if n % 2 else OTHER}"})
    report = report_on(tmp_path)
    assert len(report["sources"]) == 50


def test_a_reader_that_leaves_early_ends_the_program_in_silence() -> None:
    command = [sys.executable, "-m", "counterpoint", "compare", *map(str, seeds())]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, timeout=100, check=False)  # noqa: S603
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_told_in_a_sentence() -> None:
    command = [sys.executable, "-m", "counterpoint", "compare", str(seeds()[0])]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=100, check=False)  # noqa: S603
    assert done.returncode == 1
    assert done.stderr == b"The report can't be printed: No space left on device. Use --output.\n"


def test_pairs_are_judged_line_by_line(tmp_path: Path) -> None:
    pairs = [
        {"id": "a", "premise": "84 people were killed in Nice.", "hypothesis": "91 people were killed in Nice."},
        {"id": "b", "premise": "The driver was shot dead by police.", "hypothesis": "Police shot the driver dead."},
        {"id": "c", "premise": "A bird flew into the cockpit.", "hypothesis": "The summit took place in Paris."},
        {"id": "d", "premise": "", "hypothesis": "The “Élysée” said\u2028so."},
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(pair) + "\n" for pair in pairs))
    outcome = counterpoint("relate", path)
    assert (outcome.status, outcome.err) == (0, "")
    answers = [json.loads(line) for line in outcome.out.decode().split("\n")[:-1]]
    assert [answer["id"] for answer in answers] == ["a", "b", "c", "d"]
    for pair, answer in zip(pairs, answers, strict=True):
        assert answer["kind"] in {"match", "conflict", "none"}
        assert 0 <= answer["p_match"] <= 1
        assert 0 <= answer["p_conflict"] <= 1
        for reason in answer["reasons"]:
            for side, text in (("a", pair["premise"]), ("b", pair["hypothesis"])):
                assert text[reason[side]["start"] : reason[side]["end"]] == reason[side]["text"] != ""
    assert answers[0]["kind"] == "conflict"
    assert answers[2]["kind"] == "none"


def test_the_sample_draft_is_checked_claim_by_claim_and_quotation_by_quotation() -> None:
    path = resource("samples/draft.txt")
    report = parsed(counterpoint("compare", *seeds(), "--draft", path, "--format", "json"))
    assert [source["role"] for source in report["sources"]] == ["source"] * len(seeds()) + ["draft"]
    words = {claim["id"]: claim["text"] for claim in report["claims"]}
    found = {words[check["claim"]]: check for check in report["draft"]}

    def finding(part: str) -> str:
        return next(check["finding"] for text, check in found.items() if part in text)

    def against(part: str) -> set[tuple[str, str]]:
        check = next(check for text, check in found.items() if part in text)
        return {(r["a"]["text"], r["b"]["text"]) for relation in check["against"] for r in relation["reasons"]}

    assert finding("36 countries") in {"contradicted", "both"}
    assert ("36 countries", "35 countries") in against("36 countries")
    assert finding("substantial promises") == "contradicted"
    assert finding("Putin cannot be trusted") == "contradicted"
    assert finding("meet again in Warsaw") == "nothing"
    assert finding("special envoy, was in Paris") == "supported"
    assert finding("joined the talks by phone") in {"supported", "one_voice"}
    quoted = {report["sources"][-1]["text"][q["start"] : q["end"]].rstrip(","): q for q in report["quotations"]}
    assert {text[:12]: q["finding"] for text, q in quoted.items()} == {
        "It is import": "altered",
        "Putin cannot": "other_speaker",
        "unbreakable ": "trimmed",
        "security gua": "exact",
    }
    altered = quoted["It is important that the coalition now has substantial promises, not just words"]
    assert (altered["a"]["text"], altered["b"]["text"]) == ("promises", "documents")


def test_the_report_for_people_tells_of_the_draft_first_what_is_contradicted() -> None:
    outcome = counterpoint("compare", *seeds(), "--draft", resource("samples/draft.txt"))
    text = outcome.out.decode("utf-8")
    draft = text[text.index("## The draft") : text.index("## Conflicts")]
    assert draft.index("### Contradicted") < draft.index("### Nothing found") < draft.index("### Supported\n")
    assert "**Against**, C " in draft
    assert "**36 countries**" in draft
    assert "36 countries" not in text[text.index("## Conflicts") : text.index("## Sources")]


def test_the_sample_draft_s_report_is_as_expected(golden: Callable[[str, str], None]) -> None:
    """Its planted errors: a wrong number, a wrong speaker, an altered quotation, a claim that no source has."""
    text = counterpoint("compare", *seeds(), "--draft", resource("samples/draft.txt")).out.decode()
    draft = text[text.index("## The draft") : text.index("## Conflicts")]
    golden("sample_draft.md", re.sub(r"\d+% sure", "99% sure", draft))  # as sure as today's rankers are


def test_a_draft_that_is_an_account_as_well_is_told_of(tmp_path: Path) -> None:
    (path,) = written(tmp_path, a=GOOD)
    outcome = counterpoint("compare", path, "--draft", path)
    assert (outcome.status, outcome.out, len(outcome.sentences)) == (1, b"", 1)
    assert "as an account and as the draft" in outcome.err


def test_a_level_shows_fewer_or_more_by_name_or_number_and_the_report_tells_how_right_it_was() -> None:
    reports = {level: parsed(counterpoint("compare", *seeds(), "--format", "json", "--level", level))
               for level in ("1", "fewer", "default", "4", "most")}  # fmt: skip
    counts = [len(report["relations"]) for report in reports.values()]
    assert counts == sorted(set(counts))
    assert [report["level"]["number"] for report in reports.values()] == [1, 2, 3, 4, 5]
    for report in reports.values():
        assert report["level"]["conflict"].keys() == {"threshold", "right", "shown", "found", "required", "events"}
        least = {kind: report["level"][kind]["threshold"] for kind in ("match", "conflict")}
        assert all(relation["score"] >= least[relation["kind"]] for relation in report["relations"])
        assert not any(relation["kept"] for relation in report["relations"])


def test_without_a_level_it_is_the_default(seed_report: Report) -> None:
    assert seed_report["level"]["name"] == "default"
    outcome = counterpoint("compare", *seeds(), "--level", "fewest")
    assert b"Shown at level 1 of 5 (fewest)" in outcome.out
