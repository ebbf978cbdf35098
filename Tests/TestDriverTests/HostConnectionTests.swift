import ConnectionURI
import Drivers
import LibvirtProtocol
import TestDriver
import Testing

@Suite(.serialized) struct HostConnectionTests {
  private struct Answers: Dialogue {
    let isPossible = true
    let answers: [String: String]
    func answer(_ question: String, isSecret: Bool) async -> String? { answers.first { question.contains($0.key) }?.value }
  }

  private func open(_ uri: String, _ answers: [String: String] = [:]) async throws -> any Driver {
    let environment = ConnectionEnvironment(variables: [:], effectiveUserID: 0) { _ in false }
    return try await TestDriver.open(
      try ConnectionURI(parsing: uri), OpenContext(environment: environment, dialogue: Answers(answers: answers)))
  }

  @Test func theDefaultHostLivesAsLongAsItsConnections() async throws {
    let (first, second) = (try await open("test:///default"), try await open("test:///default"))
    let domain = try await first.send(Remote.domainLookupByName, "test").value
    _ = try await first.send(Remote.domainDestroy, domain).value
    #expect(try await second.send(Remote.domainLookupByName, "test").value.id == -1)
    await first.close()
    #expect(try await second.send(Remote.domainLookupByName, "test").value.id == -1)
    await second.close()
    let third = try await open("test:///default")
    #expect(try await third.send(Remote.domainLookupByName, "test").value.id == 1)
    await third.close()
  }

  @Test func theURIIsTheOneAskedFor() async throws {
    let driver = try await open("test:///default?x=y")
    #expect(try await driver.send(Remote.connectGetUri).value == "test:///default?x=y")
    await driver.close()
  }

  @Test(arguments: ["test://", "test:///", "test:///no/such/file"])
  func nothingToOpen(uri: String) async {
    await #expect(throws: LibvirtError.self) { _ = try await open(uri) }
  }

  @Test func usersProveWhoTheyAre() async throws {
    let path = "/tmp/virtsh-auth-\(UInt64.random(in: 0...UInt64.max)).xml"
    try TemporaryFile.write("<node><auth><user password='secret'>joe</user><user>ann</user></auth></node>", to: path)
    defer { TemporaryFile.remove(path) }
    let refusal = LibvirtError.test(
      .authFailed, "authentication failed, see test XML for the correct username/password")
    for answers in [[:], ["username": "eve"], ["username": "joe"], ["username": "joe", "password": "wrong"]] {
      await #expect(throws: refusal) { _ = try await open("test://\(path)", answers) }
    }
    for answers in [["username": "joe", "password": "secret"], ["username": "ann"]] {
      await (try await open("test://\(path)", answers)).close()
    }
  }

  @Test func aClosedConnectionAnswersNothing() async throws {
    let driver = try await open("test:///default")
    await driver.close()
    await #expect(throws: LibvirtError.self) { _ = try await driver.send(Remote.connectGetUri).value }
  }
}
