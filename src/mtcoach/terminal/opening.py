"""Opens a folder in the system's own file window, where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path


def open_folder(folder: Path) -> bool:
    """Whether a file window was asked to show `folder`; over ssh there is none."""
    if sys.platform == "win32":
        os.startfile(folder)
        return True
    command = "open" if sys.platform == "darwin" else "xdg-open"
    windows = sys.platform == "darwin" or any(
        name in os.environ for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    if not windows or shutil.which(command) is None:
        return False
    # What it prints would land in the middle of the screen.
    subprocess.Popen(
        [command, str(folder)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    return True
