"""A program in a real pseudo-terminal, its screen emulated by pyte."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

import pyte

# pyte prints the tail of sequences that it does not know
_UNKNOWN = re.compile(
    rb"\x1b\[[<=>][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;$]*[purs]|\x1bP.*?\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)", re.DOTALL
)


class Terminal:
    """Runs `command`; `see` waits for a pattern on the screen, `press` sends keys."""

    def __init__(self, command: list[str], env: dict[str, str], columns: int = 120, rows: int = 36) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, env)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.status: int | None = None

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._fd)

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def see(self, pattern: str, seconds: float = 60) -> re.Match[str]:
        """The first match of `pattern` on the screen; an assertion error with the screen when it does not come."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if found := re.search(pattern, self.text):
                return found
            if not self._read(0.05):
                break
        found = re.search(pattern, self.text)
        assert found, f"{pattern!r} did not come; the screen:\n{self.text}"
        return found

    def press(self, keys: str) -> None:
        os.write(self._fd, keys.encode())

    def end(self, seconds: float = 10) -> int:
        """Wait for the program to end; its exit status."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self._read(0.05):
            pass
        _, status = os.waitpid(self.pid, 0)
        self.status = os.waitstatus_to_exitcode(status)
        return self.status

    def _read(self, seconds: float) -> bool:
        if not select.select([self._fd], [], [], seconds)[0]:
            return True
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:  # the other side is closed
            return False
        if b"\x1b[c" in data:
            os.write(self._fd, b"\x1b[?62;c")
        self._stream.feed(_UNKNOWN.sub(b"", data))
        return bool(data)
