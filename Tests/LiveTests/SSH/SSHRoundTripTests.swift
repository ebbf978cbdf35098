import Glibc
import TestDaemonKit
import Testing

/// How often a whole command goes to a distant daemon and back, beside virsh.
@Suite(.timeLimit(.minutes(20)), .enabled(if: SSHServer.isPossible && access("/usr/bin/virsh", X_OK) == 0, "needs sshd and virsh"))
struct SSHRoundTripTests {
  /// 25 ms each way between the far side's netcat and the daemon.
  @Test func aListTakesFew() async throws {
    try await SSHServer.withDaemon(domains: 19) { server, daemon in
      let folder = try SocketFolder()
      defer { folder.remove("proxy") }
      let proxy = try await RoundTripProxy.start(at: folder.socket("proxy"), target: daemon.path, delay: 25)
      let words = ["-c", server.uri(socket: proxy.path), "list", "--all"]
      let both = try SideBySide(uri: "")
      defer { both.remove() }
      let clock = ContinuousClock()
      var theirs: ProgramRun?
      let theirTime = try await clock.measure { theirs = try await ProgramRun.run("/usr/bin/virsh", words) }
      let theirTrips = proxy.roundTrips
      var ourTrips = Int.max
      var ourTime = Duration.zero
      // Without the processor for a round trip's time, the next word comes too late to be sent with the one before.
      for _ in 0..<10 where ourTrips > 4 {
        let before = proxy.roundTrips
        var ours: ProgramRun?
        ourTime = try await clock.measure { ours = try await ProgramRun.run(both.ours, words) }
        ourTrips = proxy.roundTrips - before
        #expect(ours?.output == theirs?.output && ours?.status == 0)
      }
      #expect(theirs?.output.split(separator: "\n").count == 22)
      #expect(ourTrips <= 4)
      #expect(theirTrips >= 9 + 20)
      let ratio = (ourTime / .milliseconds(1)) / (theirTime / .milliseconds(1))
      print("list --all of 20 domains over ssh, 50 ms: \(ourTrips) round trips, virsh \(theirTrips); \(ratio) of its time")
      await proxy.stop()
    }
  }
}
