"""Where a file lies: on a disk of this computer, on a network drive, or in a folder that another program sends on."""

import os
import re
import sys
from pathlib import Path

NETWORK, SENT = "network", "sent"
_FAR_KINDS = {
    *("nfs", "nfs4", "cifs", "smb", "smb3", "smbfs", "smb2", "ncpfs", "afs", "9p", "davfs", "ceph", "lustre"),
    *("glusterfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.glusterfs", "fuse.s3fs"),
    *("fuse.smbnetfs", "fuse.curlftpfs", "fuse.vmhgfs-fuse", "vboxsf", "prl_fs", "gfs2", "ocfs2", "fuse.cephfs"),
}
_SENDERS = re.compile(  # whole names of folders, as they are or with the owner's name or a number after them
    r"(onedrive|dropbox|google ?drive|icloud( ?drive)?|nextcloud|owncloud|box( sync)?|mega|megasync( downloads)?"
    r"|zalo( ?pc| received files)?)( ?[-(~].*| ?\d+)?",
    re.IGNORECASE,
)
_MOUNTS = Path("/proc/self/mounts")
_REMOTE = 4  # what Windows calls a drive that is another computer's


def place_of(path: Path) -> str:
    """Tell where a file lies: ``NETWORK``, ``SENT``, or nothing for a disk of this computer."""
    real = Path(os.path.realpath(path))
    if _is_far(real):
        return NETWORK
    return SENT if any(_SENDERS.fullmatch(part) for part in real.parts[:-1]) else ""


def _is_far(path: Path) -> bool:
    if sys.platform == "win32":
        return str(path).startswith("\\\\") or drive_type(path.anchor) == _REMOTE
    return sys.platform == "linux" and kind_of(path) in _FAR_KINDS


def drive_type(drive: str) -> int:
    """Ask Windows what a drive is."""
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(drive))  # type: ignore[attr-defined]


def kind_of(path: Path) -> str:
    """Name the file system of a path, as Linux lists those that are mounted; the last and deepest one counts."""
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    found, depth = "", -1
    for line in lines:
        _, place, kind, *_ = line.split(" ")
        folder = Path(re.sub(r"\\(\d{3})", lambda sign: chr(int(sign[1], 8)), place))
        if path.is_relative_to(folder) and len(folder.parts) >= depth:
            found, depth = kind, len(folder.parts)
    return found
