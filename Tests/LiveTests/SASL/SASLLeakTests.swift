import Testing

/// Hundreds of connections with SASL, in vain or not, leave nothing in the process.
@Suite(.serialized, .timeLimit(.minutes(20)), .enabled(if: SASLLibvirtd.isPossible, "needs libvirtd and sasl2-bin"))
struct SASLLeakTests {
  @Test(arguments: [("SCRAM-SHA-256", SASLLibvirtd.Way.unix), ("DIGEST-MD5", .tcp)])
  func whoeverComesIn(mechanism: String, way: SASLLibvirtd.Way) async throws {
    try await SASLLibvirtd.with(mechanism) { daemon in
      let login = "authfile=\(try daemon.file())"
      try await LeakTests.check(daemon.uri(way, driver: "test", path: "/default", login), answer: "test")
    }
  }

  @Test(arguments: [("SCRAM-SHA-256", SASLLibvirtd.Way.unix), ("DIGEST-MD5", .tcp)])
  func wrongPasswords(mechanism: String, way: SASLLibvirtd.Way) async throws {
    try await SASLLibvirtd.with(mechanism) { daemon in
      try await LeakTests.check(daemon.uri(way, "authfile=\(try daemon.file("alice", "looking glass"))"), answer: nil)
    }
  }

  @Test func noMechanismInCommon() async throws {
    try await SASLLibvirtd.with("PLAIN SCRAM-SHA-256") { daemon in
      try await LeakTests.check(daemon.uri(.tcp, "authfile=\(try daemon.file())"), answer: nil)
      try await LeakTests.check(daemon.uri(.unix, "auth=sasl.FOO"), answer: nil)
    }
  }
}
