"""Where a machine's policy stands. Loads nothing: whoever opens the app without a policy does not wait for one."""

import os
import sys
from pathlib import Path

POLICY_VARIABLE = "PLAINHELIX_POLICY"
"""Environment variable that names another policy file."""


def policy_path() -> Path:
    """Where this machine's policy file stands, whether there is one or not."""
    chosen = os.environ.get(POLICY_VARIABLE)
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Plainhelix" / "policy.toml"
    if sys.platform == "darwin":
        return Path("/Library/Application Support/Plainhelix/policy.toml")
    return Path("/etc/plainhelix/policy.toml")


def has_policy() -> bool:
    """Whether somebody made a policy for this machine. One that was named and is missing counts: it is an error."""
    path = policy_path()
    return bool(os.environ.get(POLICY_VARIABLE)) or path.is_symlink() or path.exists()
