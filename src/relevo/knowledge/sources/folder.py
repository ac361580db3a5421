"""A folder of this machine that is watched. Only below the folders that whoever runs the installation allowed."""

import hashlib
from pathlib import Path

from relevo.kit.errors import Invalid
from relevo.knowledge.files import content_of, files_of
from relevo.knowledge.reading.types import Unreadable
from relevo.knowledge.sources.types import Planned


def allowed_folder(address: str, roots: str | None) -> Path:
    """The folder itself, without links on the way. Raises Invalid."""
    try:
        path = Path(address).resolve(strict=True)
        below = [root for part in (roots or "").split(",") if part.strip() and (root := Path(part.strip()).resolve())]
    except (OSError, ValueError, RuntimeError) as error:
        raise _not_allowed("does not exist") from error
    if not path.is_dir() or not any(path == root or path.is_relative_to(root) for root in below):
        raise _not_allowed("is not below a folder of RELEVO_KNOWLEDGE_FOLDERS")
    return path


def _not_allowed(message: str) -> Invalid:
    return Invalid(
        "This folder cannot be watched.", code="folder_not_allowed", errors=[{"field": "address", "message": message}]
    )


def listing(folder: Path) -> list[Planned]:
    """Files below it that are really there: a link that leads out of the folder is none of it."""
    return [Planned(name, str(file)) for file, name in files_of(folder) if file.resolve().is_relative_to(folder)]


def mark_of(folder: Path) -> str:
    """Another one when a file has come, gone or changed."""
    lines: list[str] = []
    for planned in listing(folder):
        try:
            lines.append(f"{planned.name}\0{state_of(Path(planned.address))}")
        except OSError:
            lines.append(planned.name)
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def state_of(file: Path) -> str:
    status = file.stat()
    return f"{status.st_mtime_ns}-{status.st_size}-{status.st_ino}"


def content_below(file: Path, folder: Path) -> bytes:
    """Raises Unreadable, also where a link has been put in the file's place meanwhile."""
    if not file.resolve().is_relative_to(folder):
        raise Unreadable("It leads out of the folder.", code="outside")
    return content_of(file)
