"""Running rules: the pure check, settings, stets, fixing."""

from copydesk.check.atomic import write_atomically
from copydesk.check.check import Crash, check
from copydesk.check.desk import Checked, Desk
from copydesk.check.settings import Settings
from copydesk.check.settings_file import BadSettings, load_settings

__all__ = ["BadSettings", "Checked", "Crash", "Desk", "Settings", "check", "load_settings", "write_atomically"]
