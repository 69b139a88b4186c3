"""The Đơn vị pages, as an official reads them."""
