"""Values as JSON and back, read off their types: what is stored of findings follows the engine's classes."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import partial
from types import NoneType, UnionType
from typing import Any, Generic, NewType, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from counterpoint.engine.passages import Span

T = TypeVar("T")
Turn = Callable[[Any], Any]

STORED = "stored"  # a field with this false in its metadata is left out, and has its default when it comes back
_CLASS = "is"  # the key under which a value that may be of several classes names its own


class Form(Generic[T]):
    """How values of one type are packed into what JSON can hold, and unpacked. `shape` tells classes, fields, types."""

    def __init__(self, pack: Callable[[T], Any], unpack: Callable[[Any], T], shape: str) -> None:
        self.pack = pack
        self.unpack_trusted = unpack
        self.shape = shape

    def unpack(self, packed: object) -> T:
        """The value.

        Raises:
            ValueError: `packed` is not one of this form.
        """
        try:
            return self.unpack_trusted(packed)
        except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
            raise ValueError(f"not {self.shape[:80]}: {error!r}") from error


def read_json(words: object) -> object:
    """What JSON holds.

    Raises:
        ValueError: it is none, or nested deeper than anything that was ever written.
    """
    try:
        return json.loads(str(words))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def form_of(kind: type[T], special: Mapping[Any, Form[Any]] | None = None, *, is_compact: bool = False) -> Form[T]:
    """The form of a dataclass or of what dataclasses are made of; `special` has forms for some types in it.

    Fields go by their names, and one that has a default may be missing, so that a value can be read by a later program.
    A compact form has no names, and is for values of just this shape.

    Raises:
        TypeError: a type that has no form.
    """
    return cast("Form[T]", _Builder(special or {}, _Rows() if is_compact else _Names()).form(kind))


class _Names:
    """A dataclass as an object of its fields, which names its class under _CLASS where it may be of several."""

    def dataclass(self, kind: type, parts: Mapping[str, Form[Any]]) -> tuple[Turn, Turn]:
        packs = [(name, form.pack) for name, form in parts.items()]
        unpacks = {name: form.unpack_trusted for name, form in parts.items()}
        return (
            lambda value: {name: pack(getattr(value, name)) for name, pack in packs},
            lambda packed: kind(**{name: unpacks[name](part) for name, part in packed.items()}),
        )

    def choice(self, forms: Mapping[str, Form[Any]]) -> tuple[Turn, Turn]:
        return (
            lambda value: {_CLASS: type(value).__name__, **forms[type(value).__name__].pack(value)},
            lambda packed: forms[packed[_CLASS]].unpack_trusted({k: v for k, v in packed.items() if k != _CLASS}),
        )


class _Rows:
    """A dataclass as the list of its fields' values, after its class's name where it may be of several."""

    def dataclass(self, kind: type, parts: Mapping[str, Form[Any]]) -> tuple[Turn, Turn]:
        packs = [(name, form.pack) for name, form in parts.items()]
        unpacks = [(name, form.unpack_trusted) for name, form in parts.items()]

        def unpack(packed: list[Any]) -> object:
            pairs = zip(unpacks, packed, strict=True)
            return kind(**{name: turn(part) for (name, turn), part in pairs})

        return lambda value: [pack(getattr(value, name)) for name, pack in packs], unpack

    def choice(self, forms: Mapping[str, Form[Any]]) -> tuple[Turn, Turn]:
        return (
            lambda value: [type(value).__name__, *forms[type(value).__name__].pack(value)],
            lambda packed: forms[packed[0]].unpack_trusted(packed[1:]),
        )


class _Builder:
    """Makes forms, each type's once."""

    def __init__(self, special: Mapping[Any, Form[Any]], style: _Names | _Rows) -> None:
        self._special: Mapping[Any, Form[Any]] = {Span: _SPAN, **special}
        self._known: dict[Any, Form[Any]] = dict(self._special)
        self._style = style

    def form(self, kind: Any) -> Form[Any]:  # noqa: ANN401
        if kind not in self._known:
            self._known[kind] = Form(partial(self._pack, kind), partial(self._unpack, kind), "again")  # holds itself
            self._known[kind] = self._made(kind)
        return self._known[kind]

    def _pack(self, kind: Any, value: object) -> Any:  # noqa: ANN401
        return self._known[kind].pack(value)

    def _unpack(self, kind: Any, packed: object) -> Any:  # noqa: ANN401
        return self._known[kind].unpack_trusted(packed)

    def _made(self, kind: Any) -> Form[Any]:  # noqa: ANN401
        if isinstance(kind, NewType):
            return self.form(kind.__supertype__)
        if get_origin(kind) in {Union, UnionType}:
            return self._union(get_args(kind))
        if get_origin(kind) is tuple:
            return self._tuple(get_args(kind))
        if isinstance(kind, type) and is_dataclass(kind):
            classes: list[type] = list(_family(kind))
            return self._dataclass(classes[0]) if len(classes) == 1 else self._choice(classes)
        return _simple(kind)

    def _union(self, kinds: tuple[Any, ...]) -> Form[Any]:
        some = tuple(kind for kind in kinds if kind is not NoneType)
        form = self.form(some[0]) if len(some) == 1 else self._choice(some)
        if len(some) == len(kinds):
            return form
        pack, unpack = form.pack, form.unpack_trusted
        return Form(
            lambda value: None if value is None else pack(value),
            lambda packed: None if packed is None else unpack(packed),
            f"{form.shape}?",
        )

    def _tuple(self, kinds: tuple[Any, ...]) -> Form[Any]:
        if len(kinds) != 2 or kinds[1] is not Ellipsis:  # noqa: PLR2004
            raise TypeError(f"no form for tuple{list(kinds)}")
        form = self.form(kinds[0])
        return Form(partial(_packed_tuple, form.pack), partial(_unpacked_tuple, form.unpack_trusted), f"({form.shape})")

    def _dataclass(self, kind: type) -> Form[Any]:
        hints = get_type_hints(kind)
        names = [field.name for field in fields(kind) if field.metadata.get(STORED, True)]
        parts = {name: self.form(hints[name]) for name in names}
        shape = f"{kind.__name__}({', '.join(f'{name}: {form.shape}' for name, form in parts.items())})"
        return Form(*self._style.dataclass(kind, parts), shape)

    def _choice(self, kinds: Sequence[Any]) -> Form[Any]:
        forms = {kind.__name__: self._special.get(kind) or self._dataclass(kind) for kind in kinds}
        shape = " | ".join(form.shape for _, form in sorted(forms.items()))
        return Form(*self._style.choice(forms), shape)


def _family(kind: type) -> Iterator[type]:
    """The class and its subclasses, without the twin of each that dataclass(slots=True) leaves behind."""
    if getattr(sys.modules[kind.__module__], kind.__name__, None) is kind:
        yield kind
    for child in kind.__subclasses__():
        yield from _family(child)


def _simple(kind: Any) -> Form[Any]:  # noqa: ANN401
    if kind in {str, int, bool}:
        return Form(lambda value: value, partial(_plain, kind), kind.__name__)
    if kind is float:
        return Form(lambda value: value, _number, "float")
    if kind in {date, datetime}:
        return Form(lambda value: value.isoformat(), kind.fromisoformat, kind.__name__)
    if isinstance(kind, type) and issubclass(kind, Enum):
        members = {member.value: member for member in kind}
        return Form(lambda value: value.value, members.__getitem__, f"{kind.__name__}{list(members)}")
    raise TypeError(f"no form for {kind}")


def _plain(kind: type, packed: object) -> object:
    if type(packed) is not kind:  # not isinstance: True is no number
        raise TypeError(f"{packed!r} is no {kind.__name__}")
    return packed


def _number(packed: object) -> object:
    return packed if type(packed) is float else _plain(int, packed)


def _packed_tuple(pack: Turn, values: tuple[Any, ...]) -> list[Any]:
    return [pack(value) for value in values]


def _unpacked_tuple(unpack: Turn, packed: object) -> tuple[Any, ...]:
    if not isinstance(packed, list):
        raise TypeError(f"{packed!r} is no list")
    return tuple(map(unpack, cast("list[Any]", packed)))


def _unpacked_span(packed: tuple[object, object]) -> Span:
    start, end = packed
    if type(start) is int and type(end) is int:
        return Span(start, end)
    raise TypeError(f"{packed!r} is no span")


_SPAN: Form[Span] = Form(lambda span: [span.start, span.end], _unpacked_span, "Span")
