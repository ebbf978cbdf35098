import XenSimulators

try await runProxy(Array(CommandLine.arguments.dropFirst(2)))
