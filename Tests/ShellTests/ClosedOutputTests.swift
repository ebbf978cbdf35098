import Glibc
import Testing

@testable import Shell

/// A standard output that takes nothing any more: nobody reads it, or its disk is full.
@Suite struct ClosedOutputTests {
  @Test(arguments: [("/dev/full", ENOSPC), ("a pipe", EPIPE)]) func messagesAreStillWritten(_ target: String, _ code: Int32) throws {
    let folder = try WorkFolder(fixtures: [:], programs: [:])
    defer { folder.remove() }
    try folder.write([], to: "errors")
    let errors = open(folder.path + "/errors", O_WRONLY)
    defer { close(errors) }
    let output: Int32
    if target == "a pipe" {
      signal(SIGPIPE, SIG_IGN)
      var ends: [Int32] = [-1, -1]
      try #require(pipe(&ends) == 0)
      close(ends[0])
      output = ends[1]
    } else {
      output = open(target, O_WRONLY | O_CLOEXEC)
    }
    defer { close(output) }
    let gate = OutputGate(output: output, errors: errors)
    gate.write("answer")
    gate.writeError(Array("message".utf8))
    gate.flushNow()
    #expect(gate.isBroken)
    #expect(gate.outputFailure == code)
    #expect(folder.read("errors") == "message")
  }
}
