import LibvirtProtocol
import TestDaemonKit
import TestDriver
import Testing

/// Commands whose connection is cut in their middle, while the daemon lives on.
@Suite(.timeLimit(.minutes(20))) struct CutTests {
  /// Runs a line against a daemon behind a proxy that cuts at some call.
  private func run(
    _ line: String, cutWhen isTime: @escaping @Sendable ([Int32]) -> Bool
  ) async throws -> (run: TerminalRun, calls: [Int32]) {
    let folder = try SocketFolder()
    let daemon = try await TestDaemon.start(at: folder.socket("daemon"), host: TestHost(.default, uri: "test:///default"))
    let proxy = try await RoundTripProxy.start(at: folder.socket("proxy"), target: folder.socket("daemon"))
    proxy.cut(when: isTime)
    let run = try await TerminalRun(["-c", "test+unix:///default?socket=\(folder.socket("proxy"))", line], variables: ["TERM=dumb"])
    let calls = proxy.calls.map(\.procedure)
    await proxy.stop()
    await daemon.stop()
    folder.remove("proxy", "daemon")
    return (run, calls)
  }

  @Test func whatHasOnlyReadIsRunAgainAsAWhole() async throws {
    let asked = Remote.domainGetInfo.number
    let (run, calls) = try await run("dominfo test") { $0.contains(asked) }
    #expect(run.status == 0)
    #expect(run.text.contains("note: Reconnected to "))
    #expect(run.text.components(of: "Max memory:") == 1)
    #expect(calls.count { $0 == asked } == 2)
  }

  @Test func aChangeWithoutAnAnswerIsNotRepeated() async throws {
    let asked = Remote.domainSuspend.number
    let (run, calls) = try await run("suspend test") { $0.contains(asked) }
    #expect(run.status == 3)
    #expect(run.text.contains("the outcome of virDomainSuspend is unknown"))
    #expect(run.text.contains("'dominfo test' shows what became of it"))
    #expect(calls.count { $0 == asked } == 1)
  }

  @Test func aCommandThatHasChangedSomethingSaysSo() async throws {
    let done = Remote.domainSetSchedulerParameters.number
    let (run, calls) = try await run("schedinfo test --set weight=17; echo not reached") { $0.contains(done) && $0.last != done }
    #expect(run.status != 0)
    #expect(run.text.contains("done: virDomainSetSchedulerParameters"))
    #expect(!run.text.contains("not reached"))
    #expect(calls.count { $0 == done } == 1)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
