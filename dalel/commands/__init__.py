"""What is typed behind `dalel`: one file a command or group of commands; parse, call, print. `cli` lays them out."""
