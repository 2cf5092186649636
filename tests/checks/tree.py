# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of the project, without what is built or generated."""

import os
import pathlib

LEFT_OUT = {".git", "__pycache__", ".flatpak-builder", "_build", ".cache"}


def root():
    return pathlib.Path(__file__).resolve().parents[2]


def belongs(folder):
    """Whether a folder is part of the project, not something built or generated."""
    is_build = folder.parent == root() and folder.name.startswith("build")
    return not (folder.name in LEFT_OUT or is_build or (folder / "meson-private").exists())


def files():
    """Every file of the tree, as paths below root()."""
    top = root()
    for directory, folders, names in os.walk(top):
        here = pathlib.Path(directory)
        folders[:] = sorted(name for name in folders if belongs(here / name))
        for name in sorted(names):
            path = here / name
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(top)


def text(path):
    """The text of a file of the tree, or None where it is not text."""
    try:
        return (root() / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
