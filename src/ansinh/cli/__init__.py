"""The commands: thin faces of the Python interface, one file each."""

from ansinh.cli.main import main

__all__ = ["main"]
