"""The one web entry: the Streamlit app behind a strict Content-Security-Policy, with nothing asked of other hosts."""

import base64
import gc
import hashlib
import re
import sys
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import net_util

# `streamlit run` puts this folder on the path, not the one that holds the package.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from dashboard.i18n import text  # noqa: E402

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)

# When a foreign Origin connects, Streamlit asks an outside service for this host's address and opens a socket towards
# a public name server to learn its own. A closed network has neither; unknown origins are simply refused.
net_util.get_external_ip = lambda: None
net_util.get_internal_ip = lambda: None


def content_security_policy() -> str:
    """Only this host; the inline scripts of Streamlit's own index page by hash; components load from blob:."""
    scripts = INLINE_SCRIPT.findall(INDEX.read_text(encoding="utf-8"))
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts if script]
    allowed = " ".join(f"'sha256-{value}'" for value in hashes)
    return "; ".join([
        "default-src 'self'",
        f"script-src 'self' blob: {allowed}",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' blob: data:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "frame-ancestors 'self'",
    ])  # fmt: skip


class PageHeaders:
    """Adds the policy to every response and puts the product's name and language into the index page."""

    def __init__(self, app: ASGIApp):
        self.app = app
        self.policy = content_security_policy()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        start: list[Message] = []
        english = b"lang=en" in scope.get("query_string", b"")

        async def rewrite(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = self.policy
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "same-origin"
                if headers.get("content-type", "").startswith("text/html"):
                    start.append(message)  # held back: the body's length changes
                    return
            elif start:
                message = named(message, "en" if english else "ja")
                MutableHeaders(scope=start[0])["content-length"] = str(len(message["body"]))
                await send(start.pop())
            await send(message)

        await self.app(scope, receive, rewrite)


def named(message: Message, lang: str) -> Message:
    """The index page with our title and language in place of Streamlit's."""
    title = f"<title>{text('product.name', lang)}</title>".encode()
    body = message.get("body", b"").replace(b'<html lang="en"', f'<html lang="{lang}"'.encode())
    return {**message, "body": body.replace(b"<title>Streamlit</title>", title)}


@asynccontextmanager
async def lifespan(app: streamlit.App):
    """Freeze what start-up built: a full collection of it after every rerun would cost a tenth of a second."""
    gc.collect()
    gc.freeze()
    yield {}


async def health(request) -> JSONResponse:
    return JSONResponse({"status": "ok"})


app = streamlit.App(
    Path(__file__).with_name("app.py"),
    lifespan=lifespan,
    routes=[Route("/health", health)],
    middleware=[Middleware(PageHeaders)],
)
