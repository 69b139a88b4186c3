"""The addresses of a unit's posts."""

from django.urls import path

from tinhso.surfaces.web.posts import ending, listing, making

app_name = "posts"

_POSTS = "don-vi/<slug:key>/chuc-vu"

urlpatterns = [
    path(_POSTS, listing.posts, name="list"),
    path(f"{_POSTS}/moi", making.make, name="make"),
    path(f"{_POSTS}/<int:post>/nguoi-giu", making.hold, name="hold"),
    path(f"{_POSTS}/<int:post>/thoi", ending.end_whole_post, name="end"),
    path(f"{_POSTS}/nguoi-giu/<int:holding>/thoi", ending.end_one_holding, name="end_holding"),
]
