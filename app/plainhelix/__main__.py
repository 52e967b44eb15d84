"""Entry point: parses arguments and imports nothing else until it is needed."""


def main() -> int:
    """Runs the command line."""
    from plainhelix.bootstrap import run

    return run()


if __name__ == "__main__":
    raise SystemExit(main())
