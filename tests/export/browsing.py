"""What a reader does with the page, for its tests: finding, clicking a node or a link where it is drawn, reading what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page


def find(page: Page, name: str) -> None:
    page.fill("#search", name)
    page.keyboard.press("Enter")


def heading(page: Page) -> str:
    return page.inner_text("#panel h2")


def address(page: Page) -> str:
    return str(page.evaluate("location.hash.slice(1)"))


def drawn(page: Page) -> list[str]:
    """Labels of the nodes in the picture."""
    found: list[str] = page.evaluate("page.picture.scene.nodes.map(({ label }) => label)")
    return found


def lines(page: Page) -> list[dict[str, Any]]:
    """The edges in the picture as vis-network has them, with their labels."""
    found: list[dict[str, Any]] = page.evaluate(
        "page.picture.scene.edges.map(({ id, label, line }) => ({ label, line, ...page.picture.edges.get(page.picture.visId(id)) }))"
    )
    return found


def spot(page: Page, expression: str) -> tuple[float, float]:
    """Where a point of the picture is on the screen; ``expression`` gives its ``{x, y}`` in the canvas element."""
    box = page.locator("#network canvas").bounding_box()
    assert box
    point = page.evaluate(expression)
    return box["x"] + point["x"], box["y"] + point["y"]


def click_node(page: Page, label: str) -> None:
    """Click where the node is drawn."""
    script = f"""(() => {{
      const {{ id }} = page.picture.scene.nodes.find(({{ label }}) => label === {label!r});
      return page.picture.network.canvasToDOM(page.picture.network.getPosition(id));
    }})()"""
    page.mouse.click(*spot(page, script))


def click_link(page: Page, label: str) -> None:
    """Click the middle of the edge with that label."""
    script = f"""(() => {{
      const {{ id }} = page.picture.scene.edges.find(({{ label }}) => label === {label!r});
      const path = page.picture.pathOf(page.picture.visId(id));
      const [x, y] = path[Math.floor(path.length / 2)];
      return {{ x, y }};
    }})()"""
    page.mouse.click(*spot(page, script))


def slide(page: Page, name: str, value: int) -> None:
    """Move a slider of the time chart."""
    page.locator(f"#times input[name={name}]").evaluate(
        "(slider, value) => { slider.value = value; slider.dispatchEvent(new Event('input')); }", value
    )


def colours(page: Page) -> int:
    """How many colours the drawn canvas has."""
    script = """() => {
      const canvas = document.querySelector("#network canvas");
      const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
      const seen = new Set();
      for (let at = 0; at < pixels.length; at += 4) seen.add(pixels[at] << 16 | pixels[at + 1] << 8 | pixels[at + 2]);
      return seen.size;
    }"""
    return int(page.evaluate(script))
