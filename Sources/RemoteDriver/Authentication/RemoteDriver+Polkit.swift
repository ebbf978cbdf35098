import Drivers
import LibvirtProtocol

extension RemoteDriver {
  /// How many wrong passwords are enough, as for virsh.
  private static let passwordTries = 5

  /// Has polkit, on the daemon's side, decide about us; its errors are the daemon's.
  ///
  /// polkit may want a password and have nobody to ask for it: then `pkttyagent` does, if there is a person at a terminal.
  func authenticateByPolkit(_ context: OpenContext) async throws {
    context.progress("waiting for polkit")
    do {
      try await askPolkit()
    } catch let refusal as LibvirtError where refusal.code == .authUnavailable && context.dialogue.isPossible {
      context.progress("nobody asks for polkit here: starting pkttyagent")
      try await context.dialogue.lendTerminal { try await self.authenticate(insteadOf: refusal) }
    }
  }

  /// Asks polkit again while an agent of ours is there.
  private func authenticate(insteadOf refusal: LibvirtError) async throws {
    // Without the program it stays with what the daemon said.
    guard let agent = try? await PolkitAgent.start() else { throw refusal }
    guard await agent.isReady() else {
      await agent.end()
      throw refusal
    }
    let outcome: Result<Void, any Error>
    do { outcome = .success(try await authenticateWithAgent()) } catch { outcome = .failure(error) }
    await agent.end()
    try outcome.get()
  }

  private func authenticateWithAgent() async throws {
    do {
      try await askPolkit()
    } catch let error as LibvirtError where error.code == .authUnavailable {
      // The agent was there, and has ended without an answer.
      throw LibvirtError(.authCancelled, .polkit, "user cancelled authentication process")
    }
  }

  /// Asks as long as passwords are wrong, whosever agent wants them; that polkit's rules say no cannot be told from that.
  private func askPolkit() async throws {
    for attempt in 1...Self.passwordTries {
      do {
        try await call(Remote.authPolkit)
        return
      } catch let error as LibvirtError where error.code == .authFailed {
        guard attempt < Self.passwordTries, closure.reason == nil else { throw error }
      }
    }
  }
}
