import io

from counterpoint.progresses import Progress


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_one_line_that_is_cleared_at_the_end() -> None:
    screen = Screen()
    with Progress(screen) as watch:
        watch("reading", 0, 2)
        watch("reading", 0, 2)
        watch("relations", 1, 2)
        watch("facts", 0, 0)
    assert screen.getvalue() == "\rreading 0 %\rrelations 50 %\rfacts         \r     \r"


def test_nothing_is_written_where_nobody_looks() -> None:
    file = io.StringIO()
    with Progress(file) as watch:
        watch("reading", 0, 2)
    assert file.getvalue() == ""
    with Progress(None) as watch:
        watch("reading", 0, 2)
