import TestDaemonKit
import Testing

/// The same over ssh, where each connection is a process of its own. The tests wait for ssh most of the time, so they run side by side.
@Suite(.timeLimit(.minutes(20)), .enabled(if: SSHServer.isPossible, "needs root and sshd"))
struct SSHLeakTests {
  /// Each time the keys are agreed upon anew, which is work for both ends: that is nearly all the time this takes.
  @Test func connectionsOverSSHLeaveNothing() async throws {
    try await SSHServer.withDaemon { server, daemon in
      try await LeakTests.check(server.uri(socket: daemon.path), answer: "test", times: 500)
      let areGone = try await server.waits { $0.clients.isEmpty }
      #expect(areGone)
    }
  }

  /// What goes wrong with ssh.
  enum SSHFailure: CaseIterable { case noServer, keyRefused, hostUnknown, commandMissing, programMissing }

  @Test(arguments: SSHFailure.allCases)
  func attemptsInVainOverSSHLeaveNothing(_ failure: SSHFailure) async throws {
    try await SSHServer.withDaemon(isKnown: failure != .hostUnknown) { server, daemon in
      var uri = server.uri(socket: daemon.path, more: "&no_tty=1")
      switch failure {
      case .noServer: server.stop()
      case .keyRefused: try server.admit(false)
      case .hostUnknown: break
      case .commandMissing: try server.begin(with: "PATH=/nowhere; export PATH")
      case .programMissing: uri = uri.replacing("/ssh&", with: "/no-ssh&")
      }
      try await LeakTests.check(uri, answer: nil, times: 500)
      let areGone = try await server.waits { $0.clients.isEmpty }
      #expect(areGone)
    }
  }
}
