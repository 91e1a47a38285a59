"""How the inner loops are compiled: once, kept on disk, without counting references.

The loops pass tuples of arrays to small functions. Counting the references to those
arrays took most of the time (six sevenths in the search, nearly all in the labels); as
the arrays are made outside, and outlive the loops, it is switched off. So a kernel can
neither make nor slice an array.

What is kept on disk belongs to one state of all modules of a folder: a kernel contains
the helpers of the files beside it, of whose changes numba knows nothing.
"""

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar, cast

import numba

# As Any: numba's types do not know the switch, nor the settings.
_njit: Any = numba.njit
_config: Any = numba.config

Function = TypeVar("Function", bound=Callable[..., object])


def kernel(function: Function) -> Function:
    """Compile a function that is called from Python."""
    folder = Path(function.__code__.co_filename).parent
    given = _config.CACHE_DIR
    _config.CACHE_DIR = str(Path(given or folder / "__pycache__") / _state(folder))
    try:
        return cast("Function", _njit(cache=True, _nrt=False)(function))
    finally:
        _config.CACHE_DIR = given


def helper(function: Function) -> Function:
    """Compile a function that is called from kernels: it becomes a part of them."""
    return cast("Function", _njit(_nrt=False, forceinline=True)(function))


@cache
def _state(folder: Path) -> str:
    """Name the state of all modules of a folder, and of this one."""
    digest = sha256()
    for path in [Path(__file__), *sorted(folder.glob("*.py"))]:
        digest.update(path.read_bytes())
    return f"{folder.name}-{digest.hexdigest()[:16]}"
