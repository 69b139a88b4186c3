"""What both sides know: the client, its secret, the people of the provider."""

CLIENT, SECRET, PASSWORD = "tinhso", "bi-mat-cua-hai-ben", "mat-khau-o-noi-cap-1"
PEOPLE = ("nguoi-cap-1", "nguoi-cap-2")
#: The one whose address the provider vouches for.
VERIFIED = "nguoi-cap-2"
