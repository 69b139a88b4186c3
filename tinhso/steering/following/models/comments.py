"""What people say to each other about a task."""

from typing import ClassVar

from django.db import models

from tinhso.steering.following.models.deeds import Deed, DeedQuerySet


class Comment(Deed):
    """Something said. ``note`` is what was first said, each edit a deed about it; ``text`` is what holds now."""

    text = models.TextField("lời trao đổi")

    objects: ClassVar = DeedQuerySet["Comment"].as_manager()

    class Meta:
        verbose_name = "lời trao đổi"
        verbose_name_plural = "lời trao đổi"
