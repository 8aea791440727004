"""What can go wrong in a way that the reader can mend: each error's text is a whole sentence, shown as it stands."""


class CounterpointError(Exception):
    """The reader can act on it. Anything else that is raised is a fault of the program."""


class UnreadableSource(CounterpointError):
    """A file or text that can't be taken in as an account: choose another, or save it as text."""


class UnreadablePairs(CounterpointError):
    """A file of sentence pairs, one line of which is not as it must be: mend that line."""


class UnwritableOutput(CounterpointError):
    """A report that can't be stored where it was asked for: choose another place."""


class MissingResource(CounterpointError):
    """A part of the program that is not where it was installed: install Counterpoint again."""
