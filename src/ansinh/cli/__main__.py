"""`python -m ansinh.cli`: the same as the command `ansinh`."""

from ansinh.cli.main import main

main()
