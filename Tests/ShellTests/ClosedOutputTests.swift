import Glibc
import Testing

@testable import Shell

/// A standard output that nobody reads any more.
@Suite struct ClosedOutputTests {
  @Test func messagesAreStillWritten() throws {
    let folder = try WorkFolder(fixtures: [:], programs: [:])
    defer { folder.remove() }
    try folder.write([], to: "errors")
    let errors = open(folder.path + "/errors", O_WRONLY)
    defer { close(errors) }
    // Writing to a descriptor that is not open fails as on a pipe without a reader.
    let gate = OutputGate(output: -1, errors: errors)
    gate.write("answer")
    gate.writeError(Array("message".utf8))
    gate.flushNow()
    #expect(gate.isBroken)
    #expect(folder.read("errors") == "message")
  }
}
