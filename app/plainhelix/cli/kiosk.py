"""`plainhelix kiosk`: the full-screen station in a waiting room."""

import argparse
from pathlib import Path


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds `kiosk`."""
    text = "full-screen station for patients: one process for each of them; staff leave it with their passphrase"
    parser = subparsers.add_parser("kiosk", help=text, description=text)
    parser.add_argument("--policy", type=Path, metavar="FILE", help="policy file, where it is not the machine's own")
    parser.add_argument("--store", type=Path, metavar="PATH", help="where the sealed records go")
    parser.add_argument("--notices", action="store_true", help="list what the station asked of staff, and end")
    parser.add_argument("--session", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--fallback", action="store_true", help=argparse.SUPPRESS)
