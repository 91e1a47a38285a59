"""How the inner loops are compiled: once, kept on disk, without counting references.

The loops pass tuples of arrays to small functions. Counting the references to those
arrays took most of the time (six sevenths in the search, nearly all in the labels); as
the arrays are made outside, and outlive the loops, it is switched off. So a kernel can
neither make nor slice an array.
"""

from collections.abc import Callable
from typing import TypeVar, cast

from numba import njit  # type: ignore[import-untyped]

Function = TypeVar("Function", bound=Callable[..., object])


def kernel(function: Function) -> Function:
    """Compile a function that is called from Python."""
    return cast("Function", njit(cache=True, _nrt=False)(function))


def helper(function: Function) -> Function:
    """Compile a function that is called from kernels: it becomes a part of them."""
    return cast("Function", njit(cache=True, _nrt=False, forceinline=True)(function))
