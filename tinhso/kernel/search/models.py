"""A row of the index. Triggers write it from the rows that it stands for; nothing else does."""

from django.db import models


class SearchItem(models.Model):
    """The words of one row of one source, and what is found by them.

    ``source`` and ``row`` name the row; ``kind`` and ``key`` what it is about (a product is about its task, an older
    name about its unit). ``code``, ``title`` and ``body`` hold plain words (``words.plain``). ``scope`` is where it
    belongs, for permissions: a programme's key. From ``ended_on`` on it holds no longer.
    """

    id = models.BigAutoField(primary_key=True)
    source = models.CharField()
    row = models.BigIntegerField()
    kind = models.CharField()
    key = models.BigIntegerField()
    scope = models.BigIntegerField(null=True)
    code = models.TextField()
    title = models.TextField()
    body = models.TextField()
    ended_on = models.DateField(null=True)

    class Meta:
        db_table = "search_item"
        verbose_name = "mục tìm kiếm"
        constraints = (models.UniqueConstraint(fields=("source", "row"), name="search_item_once"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.key}: {self.title}"
