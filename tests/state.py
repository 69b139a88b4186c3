"""Gives the tests a state folder of their own. Loaded before the settings (pyproject.toml, ``-p tests.state``)."""

import atexit
import os
import shutil
import tempfile

_NAME = "TINHSO_TEST_STATE"

# A worker of a parallel run is started with its parent's environment and must not delete the folder.
if _NAME not in os.environ:
    os.environ[_NAME] = tempfile.mkdtemp(prefix="tinhso-test-")
    atexit.register(shutil.rmtree, os.environ[_NAME], ignore_errors=True)
os.environ["TINHSO_HOME"] = os.environ[_NAME]
