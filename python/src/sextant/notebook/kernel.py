"""The kernel of a notebook, if this process is one."""

from __future__ import annotations

import os
import re
import sys
from typing import Any, Optional


def in_notebook() -> bool:
    """Whether what is displayed here reaches a page."""
    shell = _shell()
    return shell is not None and hasattr(shell, "kernel")


def kernel_id() -> Optional[str]:
    """By what name the notebook's server knows this kernel, so that a page can interrupt it; None if that is not known."""
    shell = _shell()
    file = getattr(getattr(getattr(shell, "kernel", None), "parent", None), "connection_file", "") or ""
    found = re.match(r"kernel-(.+)\.json$", os.path.basename(file))
    return found.group(1) if found else None


def _shell() -> Any:
    if "IPython" not in sys.modules:
        return None
    from IPython import get_ipython  # type: ignore[import-not-found,attr-defined,unused-ignore]
    return get_ipython()  # type: ignore[no-untyped-call,unused-ignore]
