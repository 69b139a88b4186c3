"""``python -m tinhso.config.tied COMMAND…``: becomes COMMAND, stopped by the kernel when its caller is killed.

Without it a ``kill -9`` of bin/run would leave a server that holds the port.
"""

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1

if __name__ == "__main__":
    parent = os.getppid()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        # The caller may have died before the line above.
        if os.getppid() != parent:
            sys.exit(1)
    os.execvp(sys.argv[1], sys.argv[1:])
