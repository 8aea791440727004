"""The command line, and the manners of a program in a pipe. What it loads late is not needed to say what is wrong."""

import json
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from counterpoint import __version__
from counterpoint.errors import CounterpointError, NoDisplay, UnwritableOutput

if TYPE_CHECKING:
    from counterpoint.engine.pairs import Judgement
    from counterpoint.readers.pairs import Pair
    from counterpoint.writers.dossiers import Dossier
    from counterpoint.writers.formats import Document, Format

DONE, UNUSABLE = 0, 1  # 2, wrong usage, is argparse's own
INTERRUPTED, PIPE_CLOSED = 130, 141  # 128 and the signal's number, as shells count

_DESCRIPTION = "Puts accounts of one news story side by side and says where they agree, where they conflict, and why."
_COMMANDS = """\
Without a command the window opens, with the project or the files in it.

commands:
  compare FILE...      prints a report on several accounts of one story
  export PROJECT       prints a project's findings, verdicts, tags and notes
  relate PAIRS.jsonl   judges sentence pairs, for measuring

"counterpoint COMMAND --help" tells more."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the arguments say (the program's own unless given) and returns the exit status.

    Raises:
        SystemExit: with 2, wrong usage; with 0, after --help and --version.
    """
    try:
        return _run(sys.argv[1:] if arguments is None else list(arguments))
    except CounterpointError as error:
        _say(str(error))
        return UNUSABLE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return PIPE_CLOSED


def _run(arguments: list[str]) -> int:
    commands = {
        "compare": (_compare_parser, _compare),
        "export": (_export_parser, _export),
        "relate": (_relate_parser, _relate),
    }
    if arguments and arguments[0] in commands:
        parser, act = commands[arguments[0]]
        made = parser()
        chosen = made.parse_intermixed_args(arguments[1:])  # options may stand between the files
        if getattr(chosen, "draft", None) is True and chosen.format != "markdown":
            made.error(f"the draft is written in Markdown, not as {chosen.format}")
        return act(chosen)
    if arguments == ["--analyst"]:  # the window starts it beside itself; it is nobody's command
        from counterpoint.analysts import main as analyse

        return analyse()
    return _window(arguments)


def _window(arguments: list[str]) -> int:
    top = ArgumentParser("counterpoint", description=_DESCRIPTION, epilog=_COMMANDS, allow_abbrev=False)
    top.formatter_class = RawDescriptionHelpFormatter
    top.add_argument("--version", action="version", version=f"counterpoint {__version__}")
    top.add_argument("--screenshot", metavar="FOLDER", type=_name, help="write pictures of the window there, and leave")
    top.add_argument("--self-check", action="store_true", help="open a project and every resource, and leave")
    top.add_argument("files", metavar="FILE", nargs="*", type=_name, help="a project, or accounts for a new one")
    chosen = top.parse_args(arguments)
    if chosen.files and _is_no_path(chosen.files[0]):
        top.error(f"there is no command {chosen.files[0]}, and no file of that name")
    if chosen.screenshot is not None or chosen.self_check:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    elif not _has_display():
        raise NoDisplay(
            "There is no display to open the window on. To compare texts without it: counterpoint compare FILE..."
        )

    from importlib import import_module  # the import checker holds this module to be free of Qt, and so it stays

    if chosen.screenshot is not None:
        return import_module("counterpoint.views.screenshots").take(Path(chosen.screenshot))
    if chosen.self_check:
        return import_module("counterpoint.views.checks").check()
    return import_module("counterpoint.views.programs").run(chosen.files)


def _is_no_path(name: str) -> bool:
    """Whether it looks like a command and not like a file: a bare word that nothing is called."""
    return name.isalpha() and not os.path.lexists(name)


def _has_display() -> bool:
    """Whether there is something to show a window on: on Linux and its like a display server's address must be set."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _compare_parser() -> ArgumentParser:
    from counterpoint.engine.levels import DEFAULT, NAMES

    levels = (
        f"how many findings are shown: {', '.join(NAMES)}, or 1 to {len(NAMES)}; the fewer, the surer. "
        "The report tells how right the level was"
    )
    parser = ArgumentParser(
        "counterpoint compare",
        description="Compares accounts of one story: where they conflict and why, where they agree, what one tells.",
        allow_abbrev=False,
    )
    parser.add_argument("files", metavar="FILE", nargs="+", type=_name, help="a text, or a folder of texts")
    parser.add_argument("--draft", metavar="FILE", type=_name, help="your own text, to be checked against the accounts")
    _add_format(parser)
    parser.add_argument("--level", metavar="LEVEL", type=_level, default=DEFAULT, help=levels)
    parser.add_argument("--output", metavar="PATH", type=_name, help="write the report there instead of printing it")
    return parser


def _export_parser() -> ArgumentParser:
    parser = ArgumentParser(
        "counterpoint export",
        description="Writes what is in a project, with verdicts, tags and notes. The project is read and not changed. "
        "Confidential sources appear as codes, and private notes are left out.",
        allow_abbrev=False,
    )
    parser.add_argument("project", metavar="PROJECT", type=_name)
    parser.add_argument(
        "--draft", action="store_true", help="write the draft in Markdown, with a footnote to every claim, instead"
    )
    _add_format(parser)
    parser.add_argument("--output", metavar="PATH", type=_name, help="write the document there instead of printing it")
    return parser


def _add_format(parser: ArgumentParser) -> None:
    from counterpoint.writers.formats import FORMATS

    help_ = "default: markdown; a pack is a folder of all that a desk needs"
    parser.add_argument("--format", choices=(*FORMATS, "pdf", "pack"), default="markdown", help=help_)


def _relate_parser() -> ArgumentParser:
    parser = ArgumentParser(
        "counterpoint relate",
        description='Judges lines {"id", "premise", "hypothesis"}, each as claims of two accounts of one story.',
        allow_abbrev=False,
    )
    parser.add_argument("pairs", metavar="PAIRS.jsonl", type=_name)
    return parser


def _name(argument: str) -> str:
    if not argument:
        raise ArgumentTypeError("a file's name can't be empty")
    return argument


def _level(argument: str) -> int:
    """A level's number, of its name or number."""
    from counterpoint.engine.levels import NAMES

    names = {name: number for number, name in enumerate(NAMES, 1)}
    names |= {str(number): number for number in names.values()}
    if argument not in names:
        raise ArgumentTypeError(f"there is no level {argument}; there are {', '.join(NAMES)}, or 1 to {len(NAMES)}")
    return names[argument]


def _compare(chosen: Namespace) -> int:
    from counterpoint.readers.folders import take_in, with_draft

    output = Path(chosen.output) if chosen.output is not None else None
    intake = with_draft(take_in(chosen.files, output), chosen.draft, output)
    for sentence in (*intake.notices, *intake.failures):
        _say(sentence)
    _check_place(output, chosen.format)
    if intake.failures:
        return UNUSABLE

    from counterpoint.resources import load_knowledge

    knowledge = load_knowledge()  # it goes on loading while the next lines do

    from counterpoint.engine.comparison import compare
    from counterpoint.engine.levels import Choice
    from counterpoint.progresses import Progress

    with Progress(sys.stderr) as progress:
        comparison = compare(intake.sources, knowledge, progress, choice=Choice(chosen.level))
    paths = {source.id: path for source, path in zip(intake.sources, intake.paths, strict=True)}

    from counterpoint.writers.dossiers import Dossier

    _hand_out(Dossier(comparison, paths), chosen.format, output)
    return DONE


def _export(chosen: Namespace) -> int:
    project, output = Path(chosen.project), Path(chosen.output) if chosen.output is not None else None
    if output is not None and output.exists() and project.exists() and output.samefile(project):
        raise UnwritableOutput(f"{output} is the project itself. Choose another place.")
    form = "draft" if chosen.draft else chosen.format
    _check_place(output, form)

    from counterpoint.app.outgoings import dossier_of, withheld_from
    from counterpoint.app.projects import ReadProject
    from counterpoint.progresses import Progress
    from counterpoint.resources import load_knowledge

    with ReadProject(project) as read, Progress(sys.stderr) as progress:
        if not read.sources:
            raise UnwritableOutput(f"{project} has no sources: there is nothing to export.")
        if chosen.draft and not any(source.role == "draft" for source in read.sources):
            raise UnwritableOutput(f"{project} has no draft.")
        read.analyse(load_knowledge, progress)
        dossier, withheld = dossier_of(read), withheld_from(read)
    for sentence in withheld:
        _say(sentence)
    _hand_out(dossier, form, output)
    return DONE


def _check_place(output: Path | None, form: str) -> None:
    """Says before the work what would hinder the writing after it.

    Raises:
        UnwritableOutput: the document can't be written or printed there.
    """
    from counterpoint.outputs import check_folder, check_output

    if output is not None:
        check_folder(output) if form == "pack" else check_output(output)
    elif form == "pack":
        raise UnwritableOutput("A pack is a folder. Name it with --output.")
    elif not _is_text(form) and sys.stdout is not None and sys.stdout.isatty():
        raise UnwritableOutput(f"The format {form} can't be shown on a terminal. Use --output.")


def _hand_out(dossier: "Dossier", form: str, output: Path | None) -> None:
    """Writes the document, or prints it where there is no output."""
    from counterpoint.outputs import store

    document = _written(dossier, form)
    if output is not None:
        store(output, document)
    elif isinstance(document, (str, bytes)):
        _print(document)


def _is_text(form: str) -> bool:
    return form != "pdf" and _form(form).is_text


def _written(dossier: "Dossier", form: str) -> "Document":
    if form != "pdf":
        return _form(form).write(dossier)
    from importlib import import_module  # as for the window: this module stays free of Qt

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return import_module("counterpoint.app.printing").pdf_alone(dossier)


def _form(name: str) -> "Format":
    from counterpoint.writers.formats import DRAFT, FORMATS, PACK

    return {**FORMATS, DRAFT.name: DRAFT, PACK.name: PACK}[name]


def _relate(chosen: Namespace) -> int:
    from counterpoint.readers.pairs import read_pairs

    pairs = read_pairs(chosen.pairs)

    from counterpoint.engine.pairs import relate_pairs
    from counterpoint.resources import load_knowledge

    judgements = relate_pairs([(pair.premise, pair.hypothesis) for pair in pairs], load_knowledge())
    for pair, judgement in zip(pairs, judgements, strict=True):
        _print(_line(pair, judgement))
    return DONE


def _line(pair: "Pair", judgement: "Judgement") -> str:
    """JSON, as measuring programs read it."""
    reasons = [
        {
            "aspect": reason.aspect,
            "explanation": reason.explanation,
            "a": {"start": reason.a.start, "end": reason.a.end, "text": reason.a.of(pair.premise)},
            "b": {"start": reason.b.start, "end": reason.b.end, "text": reason.b.of(pair.hypothesis)},
        }
        for reason in judgement.reasons
    ]
    answer = {
        "id": pair.id,
        "kind": judgement.kind or "none",
        "p_match": round(judgement.p_match, 4),
        "p_conflict": round(judgement.p_conflict, 4),
        "reasons": reasons,
    }
    return json.dumps(answer, ensure_ascii=False) + "\n"


def _say(sentence: str) -> None:
    """To the person, on standard error, if there is one."""
    if sys.stderr is not None:
        with suppress(OSError):
            print(sentence, file=sys.stderr, flush=True)


def _print(document: str | bytes) -> None:
    """To standard output, in UTF-8 whatever the locale, at once.

    Raises:
        UnwritableOutput: there is none, or it takes no more.
    """
    from counterpoint.outputs import encoded

    if sys.stdout is None:
        raise UnwritableOutput("There is no standard output to print the report to. Use --output.")
    try:
        sys.stdout.buffer.write(encoded(document))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _forget_output()
        raise UnwritableOutput(f"The report can't be printed: {error.strerror}. Use --output.") from error


def _forget_output() -> None:
    """Lets the program end in silence, although standard output is gone with words still waiting for it."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
