"""The smallest program that has a command line: what `ansinh --help` is held against."""

import click

click.echo("help")
