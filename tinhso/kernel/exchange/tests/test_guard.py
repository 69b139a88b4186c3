"""Nothing is sent inside by chance: neither where the address points, nor where its name points."""

import pytest
from pytest_django import Settings

from tinhso.kernel.exchange.guard import AddressRefused, place_of

INSIDE = (
    "https://127.0.0.1/",
    "https://localhost/",
    "https://10.0.0.5/",
    "https://192.168.1.1/",
    "https://169.254.169.254/latest/meta-data",
    "https://[::1]/",
    "https://[fd00::1]/",
    "https://[::ffff:10.0.0.5]/",
    "https://[64:ff9b::a00:5]/",
    "https://[2002:a00:5::1]/",
    "https://0.0.0.0/",
    "https://2130706433/",
)


@pytest.mark.parametrize("address", INSIDE)
def test_a_machine_inside_is_refused(address: str) -> None:
    with pytest.raises(AddressRefused):
        place_of(address)


@pytest.mark.parametrize(
    "address", ["http://8.8.8.8/", "ftp://8.8.8.8/", "https://a:b@8.8.8.8/", "https://", "https://8.8.8.8:99999/"]
)
def test_an_address_without_care_is_refused(address: str) -> None:
    with pytest.raises(AddressRefused):
        place_of(address)


def test_the_open_net_is_reached_by_https() -> None:
    place = place_of("https://8.8.8.8/nhan?x=1")
    assert (place.machine, place.port, place.path) == ("8.8.8.8", 443, "/nhan?x=1")


def test_an_operator_may_allow_a_network_inside(settings: Settings) -> None:
    settings.EXCHANGE_NETWORKS = ["10.20.0.0/16"]
    assert place_of("http://10.20.3.4:8080/").machine == "10.20.3.4"
    with pytest.raises(AddressRefused):
        place_of("http://10.21.3.4/")
