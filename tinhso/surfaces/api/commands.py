"""The words of the command line that the API adds."""

from tinhso.lib.command import Command

COMMANDS = (
    Command(
        name="api",
        summary="gọi một thao tác của API tại máy: tinhso api GET /programmes --by TÀI-KHOẢN",
        run="tinhso.surfaces.api.calling:run",
        database=True,
    ),
    Command(
        name="openapi",
        summary="in mô tả OpenAPI của API: tinhso openapi [TỆP]",
        run="tinhso.surfaces.api.console:openapi",
        database=True,
    ),
)
