import Drivers
import Glibc
import LibvirtClient
import Shell

// The whole shell, with one driver more: one line adds a hypervisor.
var registry = DriverRegistry.builtIn
registry.register(scheme: "example") { _, _ in ExampleDriver() }
let shell = Shell(registry: registry)
let arguments = CommandLine.arguments
Task.detached { exit(await shell.run(arguments)) }
while true { pause() }
