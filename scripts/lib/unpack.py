"""unpack.py ARCHIVE FOLDER MEMBER...: takes files out of a wheel or a tar archive.

A member is a name, or a prefix that ends in "/". Links inside a tar archive are kept when they stay
in their own folder. Exit code 1 when a member is missing.
"""

import os
import shutil
import sys
import tarfile
import zipfile


def wanted(name, members):
    return any(name == m or (m.endswith("/") and name.startswith(m)) for m in members)


def place(folder, name):
    path = os.path.normpath(os.path.join(folder, name))
    if not path.startswith(os.path.abspath(folder) + os.sep):
        raise SystemExit(f"{name} would land outside {folder}")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    return path


def write(source, path):
    with source, open(path, "wb") as target:
        shutil.copyfileobj(source, target, 1 << 20)


def from_zip(archive, folder, members):
    with zipfile.ZipFile(archive) as opened:
        for info in opened.infolist():
            if not info.is_dir() and wanted(info.filename, members):
                write(opened.open(info), place(folder, info.filename))
                yield info.filename


def from_tar(archive, folder, members):
    with tarfile.open(archive) as opened:
        for info in opened:
            name = os.path.normpath(info.name)
            if not wanted(name, members):
                continue
            if info.issym() and "/" not in info.linkname:
                path = place(folder, name)
                if os.path.lexists(path):
                    os.unlink(path)
                os.symlink(info.linkname, path)
            elif info.isfile():
                write(opened.extractfile(info), place(folder, name))
            else:
                continue
            yield name


def main():
    archive, folder, *members = sys.argv[1:]
    folder = os.path.abspath(folder)
    reader = from_zip if zipfile.is_zipfile(archive) else from_tar
    found = list(reader(archive, folder, members))
    missing = [m for m in members if not any(wanted(name, [m]) for name in found)]
    if missing:
        raise SystemExit(f"{archive} has no {', '.join(missing)}")


main()
