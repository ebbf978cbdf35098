import Drivers
import Libvirt
import Presentation

extension DomainJob {
  /// Runs the job. When it fails that is said with `sentence`; when the user stopped it, also how the domain is now, or that it had ended.
  func outcome<Reply: Sendable>(
    failing sentence: String, _ start: () throws -> PendingReply<Reply>, done: () -> Outcome
  ) async throws -> Outcome {
    do {
      _ = try await run(start)
      guard context.dialect == .virtsh, context.interruption.isRequested else { return done() }
      context.interruption.comesTooLate()
      return done().noting(Diagnostic("Ctrl-C came too late to stop it", severity: .note))
    } catch let error as CancellationError {
      throw error
    } catch {
      let failure = CommandFailure(sentence, cause: error)
      guard context.dialect == .virtsh, context.interruption.isRequested, !(error is CommandFailure),
        let state = try? await domain.state()
      else { throw failure }
      return .failed(Diagnostic.all(of: failure) + [Diagnostic("it was stopped: '\(domain.name)' is \(state.name)", severity: .note)])
    }
  }
}
