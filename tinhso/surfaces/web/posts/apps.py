"""The app as Django finds it."""

from django.apps import AppConfig


class PostsConfig(AppConfig):
    """Screens over posts; no tables of its own."""

    name = "tinhso.surfaces.web.posts"
    label = "posts"
    verbose_name = "Màn hình chức vụ"
