"""Values as JSON and back, read off their types: what is stored of findings follows the engine's classes."""

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
Pack = Callable[[Any], Any]
STORED = "stored"  # a field with this false in its metadata is left out, and has its default when it comes back
_CLASS = "is"  # the key under which a value that may be of several classes names its own


class Form(Generic[T]):
    """How values of one type are packed into what JSON can hold, and unpacked.

    A field that has a default may be missing in what is unpacked. `shape` tells classes, fields and types.
    """

    def __init__(self, pack: Callable[[T], Any], unpack: Callable[[Any], T], shape: str) -> None:
        self.pack = pack
        self._unpack = unpack
        self.shape = shape

    def unpack(self, packed: object) -> T:
        """The value.

        Raises:
            ValueError: `packed` is not one of this form.
        """
        try:
            return self._unpack(packed)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise ValueError(f"not {self.shape[:80]}: {error}") from error


def form_of(kind: type[T], special: Mapping[Any, Form[Any]] | None = None) -> Form[T]:
    """The form of a dataclass or of what dataclasses are made of; `special` has forms for some types in it.

    Raises:
        TypeError: a type that has no form.
    """
    return cast("Form[T]", _Builder(special or {}).form(kind))


class _Builder:
    def __init__(self, special: Mapping[Any, Form[Any]]) -> None:
        self._special: Mapping[Any, Form[Any]] = {Span: _SPAN, **special}
        self._known: dict[Any, Form[Any]] = dict(self._special)

    def form(self, kind: Any) -> Form[Any]:  # noqa: ANN401
        if kind not in self._known:
            self._known[kind] = self._again(kind)  # for a kind that holds itself
            self._known[kind] = self._made(kind)
        return self._known[kind]

    def _again(self, kind: Any) -> Form[Any]:  # noqa: ANN401
        return Form(partial(self._pack, kind), partial(self._unpack, kind), "again")

    def _pack(self, kind: Any, value: object) -> Any:  # noqa: ANN401
        return self._known[kind].pack(value)

    def _unpack(self, kind: Any, packed: object) -> Any:  # noqa: ANN401
        return self._known[kind].unpack(packed)

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
        return Form(
            lambda value: None if value is None else form.pack(value),
            lambda packed: None if packed is None else form.unpack(packed),
            f"{form.shape}?",
        )

    def _tuple(self, kinds: tuple[Any, ...]) -> Form[Any]:
        if len(kinds) != 2 or kinds[1] is not Ellipsis:  # noqa: PLR2004
            raise TypeError(f"no form for tuple{list(kinds)}")
        pack, unpack = self._halves(kinds[0])
        return Form(
            lambda values: [pack(value) for value in values],
            partial(_unpacked_tuple, unpack),
            f"({self.form(kinds[0]).shape})",
        )

    def _halves(self, kind: Any) -> tuple[Pack, Pack]:  # noqa: ANN401
        form = self.form(kind)
        return form.pack, form._unpack  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]

    def _dataclass(self, kind: type) -> Form[Any]:
        hints = get_type_hints(kind)
        own = [(field, self.form(hints[field.name])) for field in fields(kind) if field.metadata.get(STORED, True)]
        packs = [(field.name, form.pack) for field, form in own]
        unpacks = {field.name: self._halves(hints[field.name])[1] for field, _ in own}
        shape = f"{kind.__name__}({', '.join(f'{field.name}: {form.shape}' for field, form in own)})"
        return Form(partial(_packed, packs), partial(_unpacked, kind, unpacks), shape)

    def _choice(self, kinds: Sequence[Any]) -> Form[Any]:
        forms = {kind.__name__: self._special.get(kind) or self._dataclass(kind) for kind in kinds}
        return Form(
            lambda value: {_CLASS: type(value).__name__, **forms[type(value).__name__].pack(value)},
            lambda packed: forms[packed[_CLASS]].unpack({k: v for k, v in packed.items() if k != _CLASS}),
            " | ".join(form.shape for _, form in sorted(forms.items())),
        )


def _family(kind: type) -> Iterator[type]:
    """The class and its subclasses, without the twin of each that dataclass(slots=True) leaves behind."""
    if getattr(sys.modules[kind.__module__], kind.__name__, None) is kind:
        yield kind
    for child in kind.__subclasses__():
        yield from _family(child)


def _packed(packs: list[tuple[str, Pack]], value: object) -> dict[str, Any]:
    return {name: pack(getattr(value, name)) for name, pack in packs}


def _unpacked(kind: type, unpacks: Mapping[str, Pack], packed: dict[str, Any]) -> object:
    return kind(**{name: unpacks[name](part) for name, part in packed.items()})


def _simple(kind: Any) -> Form[Any]:  # noqa: ANN401
    if kind in {str, int, float, bool}:
        return Form(lambda value: value, partial(_plain, {int, float} if kind is float else {kind}), kind.__name__)
    if kind in {date, datetime}:
        return Form(lambda value: value.isoformat(), kind.fromisoformat, kind.__name__)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return Form(lambda value: value.value, kind, f"{kind.__name__}{[member.value for member in kind]}")
    raise TypeError(f"no form for {kind}")


def _plain(kinds: set[type], packed: object) -> object:
    if type(packed) not in kinds:  # not isinstance: True is no number
        raise TypeError(f"{packed!r} is of no type in {kinds}")
    return packed


def _unpacked_tuple(unpack: Pack, packed: Any) -> tuple[Any, ...]:  # noqa: ANN401
    if not isinstance(packed, list):
        raise TypeError("no list")
    return tuple(map(unpack, cast("list[Any]", packed)))


def _unpacked_span(packed: Any) -> Span:  # noqa: ANN401
    start, end = packed
    return Span(start, end)


_SPAN: Form[Span] = Form(lambda span: [span.start, span.end], _unpacked_span, "Span")
