"""Pages as HTML: one environment of templates that escape everything, and what every page needs."""

from __future__ import annotations

import functools
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from kg.query import plain, shortened
from kg.serve.places import Places
from kg.serve.sparql import VARY
from kg.serve.tasks import Answer
from kg.views.layout import count
from kg.views.wording import standing, told_by, worded


class Page:
    """Renders templates for a page that stands at some depth of the site."""

    def __init__(self, places: Places) -> None:
        self.places = places

    def answer(self, template: str, status: int = 200, **values: Any) -> Answer:
        """The page of a template in ``templates/``."""
        text = _environment().get_template(template).render(values, root=self.places.root, href=self.places.href, picture=self.places.picture)
        return Answer(status, "text/html; charset=utf-8", text.encode("utf-8", "replace"), headers=VARY)

    def message(self, status: int, title: str, text: str) -> Answer:
        """A failure as a page."""
        return self.answer("message.html", status, title=title, text=text)


@functools.cache
def _environment() -> Environment:
    environment = Environment(loader=PackageLoader("kg.serve"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(plain=plain, shortened=shortened, standing=standing, told=told_by, count=count)
    environment.globals["worded"] = worded
    return environment
