import Glibc

// Xen's daemons that are not there, for tests by hand: `xen-simulator NAME …`. Each has a file of its own.

let subcommands: [Subcommand] = [.xend, .proxy]

await Task.detached {
  let words = CommandLine.arguments.dropFirst()
  guard let subcommand = subcommands.first(where: { $0.name == words.first }) else {
    say("usage:\n" + subcommands.map { "  xen-simulator \($0.name) \($0.usage)" }.joined(separator: "\n"), on: STDERR_FILENO)
    exit(2)
  }
  do {
    try await subcommand.run(Array(words.dropFirst()))
  } catch let error as UsageError {
    say("xen-simulator: \(error.reason)\nusage: xen-simulator \(subcommand.name) \(subcommand.usage)", on: STDERR_FILENO)
    exit(2)
  } catch {
    say("xen-simulator: \(error)", on: STDERR_FILENO)
    exit(1)
  }
}.value
