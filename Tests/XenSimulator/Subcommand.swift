import Glibc

/// A daemon that the program can be.
struct Subcommand: Sendable {
  let name: String
  let usage: String
  /// Runs until ``EndOfRun`` says so; throws ``UsageError`` for words that it does not know.
  let run: @Sendable ([String]) async throws -> Void
}

/// The words of the command line make no sense.
struct UsageError: Error {
  let reason: String
}

/// Writes a line.
func say(_ text: String, on descriptor: CInt = STDOUT_FILENO) {
  let bytes = Array((text + "\n").utf8)
  _ = write(descriptor, bytes, bytes.count)
}
