import Glibc
import Shell

// Nothing on the way of a command may run on the main actor: a hop to it costs as much as many commands.
let arguments = CommandLine.arguments
Task.detached {
  exit(await Shell().run(arguments))
}
while true { pause() }
