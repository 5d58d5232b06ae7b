"""unpack.py ARCHIVE FOLDER MEMBER...: takes files out of a wheel, a tar archive or a Debian package.

A member is a name, or a prefix that ends in "/". Links inside a tar archive are kept when they stay
in their own folder. Exit code 1 when a member is missing.
"""

import io
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


def from_tar(archive, folder, members, stream=None):
    with tarfile.open(archive, fileobj=stream) as opened:
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


def from_deb(archive, folder, members):
    """A Debian package is an `ar` archive (see ar(5)); its member data.tar.* holds the files."""
    with open(archive, "rb") as opened:
        opened.read(8)
        while header := opened.read(60):
            name, size = header[:16].decode().strip(" /"), int(header[48:58])
            if name.startswith("data.tar"):
                stream = io.BytesIO(opened.read(size))
                yield from from_tar(name, folder, members, stream)
                return
            opened.seek(size + size % 2, os.SEEK_CUR)
    raise SystemExit(f"{archive} has no data.tar")


def is_deb(archive):
    with open(archive, "rb") as opened:
        return opened.read(8) == b"!<arch>\n"


def reader_of(archive):
    if is_deb(archive):
        return from_deb
    return from_zip if zipfile.is_zipfile(archive) else from_tar


def main():
    archive, folder, *members = sys.argv[1:]
    folder = os.path.abspath(folder)
    reader = reader_of(archive)
    found = list(reader(archive, folder, members))
    missing = [m for m in members if not any(wanted(name, [m]) for name in found)]
    if missing:
        raise SystemExit(f"{archive} has no {', '.join(missing)}")


main()
