"""How the inner loops are compiled: once, kept on disk, without counting references.

The loops pass tuples of arrays to small functions. Counting the references to those
arrays took 98 % of the time; as the arrays are all made outside, and outlive the loops,
it is switched off. So a kernel can neither make nor slice an array.
"""

from functools import partial

from numba import njit

kernel = partial(njit, cache=True, _nrt=False)
"""Compile a function that is called from Python."""

helper = partial(njit, cache=True, _nrt=False, forceinline=True)
"""Compile a function that is called from kernels: it becomes a part of them."""
