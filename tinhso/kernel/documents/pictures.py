"""A picture for the public: what the camera wrote into it (place, time, device, thumbnail) is left behind."""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.checking.refusals import NotWhatItSays
from tinhso.kernel.documents.keeping import keep_bytes
from tinhso.kernel.documents.models import StoredFile
from tinhso.kernel.documents.serving import open_file

#: Beyond this a picture of few bytes unfolds into gigabytes.
MOST_PIXELS = 60_000_000
_SAVED_AS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}


def public_copy(stored: StoredFile, *, by: Account | None) -> StoredFile:
    """The same picture without metadata, turned as the camera meant it, as a file of its own; other kinds as they are.

    Raises NotWhatItSays for a picture that cannot be read or unfolds too large.
    """
    saved_as = _SAVED_AS.get(stored.content.media_type)
    if saved_as is None:
        return stored
    with open_file(stored) as file:
        return keep_bytes(without_metadata(file.read(), saved_as, stored.name), stored.name, by=by)


def without_metadata(content: bytes, saved_as: str, name: str) -> bytes:
    """The pixels alone, saved anew as "JPEG", "PNG" or "WEBP"."""
    try:
        with Image.open(BytesIO(content), formats=[saved_as]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise NotWhatItSays(name=name, words="ảnh")
            turned = ImageOps.exif_transpose(picture)
            bare = turned.copy()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as fault:
        raise NotWhatItSays(name=name, words="ảnh") from fault
    bare.info.clear()
    output = BytesIO()
    bare.save(output, saved_as)
    return output.getvalue()
