"""PDFium, which reads PDF files and serves one caller at a time."""

import threading

#: Held by whoever has a document open.
ALONE = threading.Lock()
