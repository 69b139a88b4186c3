"""Old Word files (.doc), turned into .docx by LibreOffice where it is installed."""

import os
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from tinhso.steering.intake.manuscript import Manuscript
from tinhso.steering.intake.sources.limits import Limits
from tinhso.steering.intake.sources.refusals import DamagedFile, EncryptedFile, OldWordFile, TooSlow, UnknownKind
from tinhso.steering.intake.sources.word.document import read_docx

MEDIA_TYPE = "application/msword"

_PROGRAMS = ("soffice", "libreoffice")
#: Names of streams inside the compound file, as UTF-16.
_WORD, _LOCKED = "WordDocument".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")


def read_doc(content: bytes, name: str, limits: Limits) -> Manuscript:
    """The manuscript of a .doc; OldWordFile, which says how to convert, on a machine without LibreOffice."""
    if _LOCKED in content:
        raise EncryptedFile(name=name)
    if _WORD not in content:
        raise UnknownKind(name=name)
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise OldWordFile(name=name)
    turned = _converted(content, name, program=program, seconds=limits.seconds)
    return replace(read_docx(turned, name, limits), media_type=MEDIA_TYPE)


def _converted(content: bytes, name: str, *, program: str, seconds: float) -> bytes:
    """The file as .docx, made in a folder of its own with a profile of its own, so that runs do not meet."""
    with tempfile.TemporaryDirectory(prefix="tinhso-doc-") as folder:
        source = Path(folder, "document.doc")
        source.write_bytes(content)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        words = [program, profile, "--headless", "--convert-to", "docx", "--outdir", folder, str(source)]
        try:
            subprocess.run(words, timeout=seconds, check=True, capture_output=True, env=_bare_environment(folder))
            return Path(folder, "document.docx").read_bytes()
        except subprocess.TimeoutExpired as fault:
            raise TooSlow(name=name, limit=int(seconds)) from fault
        except (subprocess.CalledProcessError, OSError) as fault:
            raise DamagedFile(name=name) from fault


def _bare_environment(folder: str) -> dict[str, str]:
    """Only what the program needs to start: no settings or secrets of the server."""
    return {"PATH": os.environ.get("PATH", ""), "HOME": folder, "LANG": "C.UTF-8"}
