"""PDFium's own functions, as ctypes calls them."""
# ruff: noqa: N801, N802

import ctypes

from pypdfium2 import PdfTextPage

class FS_RECTF(ctypes.Structure):
    left: float
    top: float
    right: float
    bottom: float

class FS_MATRIX(ctypes.Structure):
    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

def FPDFText_GetUnicode(text: PdfTextPage, at: int) -> int: ...
def FPDFText_GetCharOrigin(text: PdfTextPage, at: int, x: ctypes.c_double, y: ctypes.c_double) -> int: ...
def FPDFText_GetLooseCharBox(text: PdfTextPage, at: int, box: FS_RECTF) -> int: ...
def FPDFText_GetMatrix(text: PdfTextPage, at: int, matrix: FS_MATRIX) -> int: ...
def FPDFText_GetFontSize(text: PdfTextPage, at: int) -> float: ...
