import Testing

/// What a program that carries a connection says, for those who cannot answer it: it is in the error, and nowhere else.
@Suite(.timeLimit(.minutes(20))) struct ProgramWordsTests {
  private static let uri = "test+ext:///default?command=/usr/bin/expr"

  @Test func virshKeepsThemForTheError() async throws {
    let run = try await Program.asVirsh.run(["-c", Self.uri, "uri"])
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("error: failed to connect to the hypervisor\nerror: "))
    #expect(run.errors.ranges(of: "missing operand").count == 1, "\(run.errors)")
  }

  @Test func inJSONTheyAreObjects() async throws {
    let run = try await Program.virtsh.run(["-c", Self.uri, "-o", "json", "uri"])
    #expect(run.status == 3)
    #expect(run.errors.split(separator: "\n").allSatisfy { $0.hasPrefix("{") }, "\(run.errors)")
  }
}
