"""Work that blocks, for those who may not."""

from __future__ import annotations

import asyncio
import functools
from typing import Any, Callable, TypeVar

T = TypeVar("T")


async def in_thread(work: Callable[..., T], *arguments: Any, **named: Any) -> T:
    """What work gives that blocks, awaited."""
    return await asyncio.get_running_loop().run_in_executor(None, functools.partial(work, *arguments, **named))
