"""What the provider holds, and how it is served."""

from allauth.account.models import EmailAddress
from allauth.idp.oidc.models import Client
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.servers.basehttp import run
from django.core.wsgi import get_wsgi_application

from tests.provider.known import CLIENT, PASSWORD, PEOPLE, SECRET, VERIFIED


def furnish(back: str) -> None:
    """An empty database with the people and the client."""
    call_command("migrate", verbosity=0)
    for username in PEOPLE:
        address = f"{username}@tinh.example"
        person = User.objects.create_user(username, address, PASSWORD, first_name="Người", last_name="Thử")
        EmailAddress.objects.create(user=person, email=address, verified=username == VERIFIED, primary=True)
    Client.objects.create(
        id=CLIENT,
        name="tinhso",
        secret=make_password(SECRET),
        scopes="openid\nprofile\nemail",
        default_scopes="openid",
        grant_types=Client.GrantType.AUTHORIZATION_CODE,
        response_types=Client.ResponseType.CODE,
        redirect_uris=f"{back}/dang-nhap/qua/sso/tro-ve\n{back}/dang-nhap",
        skip_consent=True,
    )


def serve(port: int) -> None:
    """One thread a request, as it asks nobody back."""
    run("127.0.0.1", port, get_wsgi_application(), threading=True)
