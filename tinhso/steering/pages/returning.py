"""Back to where a form was sent from."""

from django.utils.http import url_has_allowed_host_and_scheme


def own_address(wanted: str) -> str:
    """The address, when it is one of ours; else nothing."""
    # Without the slash a redirect would take it for the name of a view.
    ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if ours else ""
