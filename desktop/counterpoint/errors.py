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


class UnreadableProject(CounterpointError):
    """A file that is no project, or one that is not there: choose another."""


class NewerProject(CounterpointError):
    """A project that a newer Counterpoint has changed: use that one."""


class BusyProject(CounterpointError):
    """A project that is open in another window: close it there."""


class DamagedProject(CounterpointError):
    """A project whose content is not what was written: use a backup."""


class UnwritableProject(CounterpointError):
    """A project that can't be changed where it is: make room, or copy it to another place."""


class UnfitStep(CounterpointError):
    """A step of undo that does not fit the project, as in a stranger's file: leave it."""


class TakenName(CounterpointError):
    """A name or a key that something else has: choose another."""


class UnreadableDate(CounterpointError):
    """Words that are no date: write it in another way."""


class UnreadableAddress(CounterpointError):
    """Words that are no address of the web: write it as a browser shows it."""


class NoDisplay(CounterpointError):
    """A window without anything to show it on: use the command line."""
