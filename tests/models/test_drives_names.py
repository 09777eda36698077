"""A folder is known as one that another program sends on by its whole name."""

from pathlib import Path

import pytest

from models import drives


@pytest.mark.parametrize(
    "name",
    [
        *("OneDrive", "OneDrive - Sở Ngoại vụ", "OneDrive-Personal", "Dropbox", "Dropbox (Old)", "Google Drive"),
        *("GoogleDrive-a@b.vn", "iCloudDrive", "iCloud Drive", "iCloud~vn~so", "Nextcloud", "Nextcloud2", "ownCloud"),
        *("MEGA", "MEGAsync", "MEGAsync Downloads", "Box", "Box Sync", "Zalo Received Files", "ZaloPC"),
    ],
)
def test_row_53_a_folder_that_is_sent_on_is_known(name: str, tmp_path: Path) -> None:
    assert drives.place_of(tmp_path / name / "office.db") == drives.SENT


@pytest.mark.parametrize(
    "name", ["Megan", "Mega Market", "Boxes", "Zalora", "Dropboxes", "Nextcloudy", "Hồ sơ OneDrive"]
)
def test_a_folder_whose_name_only_begins_like_one_is_a_folder_like_any(name: str, tmp_path: Path) -> None:
    assert drives.place_of(tmp_path / name / "office.db") != drives.SENT
