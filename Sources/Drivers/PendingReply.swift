import LibvirtProtocol
import Synchronization

/// The reply of a call that is under way: awaited once or more, or abandoned.
///
/// Cancelling the awaiting task abandons the call: the caller goes on at once, the late reply is swallowed. A call that
/// only reads then ends in `CancellationError`, one that may have changed something in ``OutcomeUnknown``.
public final class PendingReply<Reply: Sendable>: Sendable {
  private enum State {
    case waiting([CheckedContinuation<Void, Never>])
    case settled(Result<Reply, any Error>)
  }

  private let state = Mutex(State.waiting([]))
  /// Whether it is worth while to look at `state`, which takes types that are looked up at run time.
  private let isSettled = Atomic(false)
  private let call: CallDescription
  private let source: (any ReplySource)?

  /// A reply that `source` will settle.
  public init(_ call: CallDescription, from source: (any ReplySource)? = nil) {
    self.call = call
    self.source = source
  }

  /// A reply that is known already, as for a call that was refused before it left.
  public convenience init(_ call: CallDescription, settled result: Result<Reply, any Error>) {
    self.init(call)
    settle(result)
  }

  /// Gives the result to all who wait. The first result counts, later ones (a late reply after a cancel) are dropped.
  public func settle(_ result: Result<Reply, any Error>) {
    let waiting = state.withLock { state -> [CheckedContinuation<Void, Never>] in
      guard case .waiting(let waiting) = state else { return [] }
      state = .settled(result)
      isSettled.store(true, ordering: .releasing)
      return waiting
    }
    for continuation in waiting { continuation.resume() }
  }

  /// The result, once it is there.
  public var settled: Result<Reply, any Error>? {
    guard isSettled.load(ordering: .acquiring) else { return nil }
    return state.withLock { if case .settled(let result) = $0 { result } else { nil } }
  }

  /// Awaits the reply; throws the driver's error, or as the type's description says when the task is cancelled.
  public var value: Reply {
    get async throws { try await result.get() }
  }

  /// Awaits the reply or the error as a value.
  public var result: Result<Reply, any Error> {
    get async {
      if let settled { return settled }
      if let source { await source.advance() }
      if let settled { return settled }
      await withTaskCancellationHandler {
        await withCheckedContinuation { continuation in
          let known = state.withLock { state -> Bool in
            guard case .waiting(let waiting) = state else { return true }
            state = .waiting(waiting + [continuation])
            return false
          }
          if known { continuation.resume() }
        }
      } onCancel: {
        abandon()
      }
      return settled ?? .failure(CancellationError())
    }
  }

  /// Gives the call up: whoever waits goes on at once. The call itself may still be carried out.
  public func abandon() {
    // In this order: a driver that cancels the call might say first that it was cancelled, which is not what is known of a change.
    settle(.failure(call.effect == .changes ? OutcomeUnknown(procedure: call.name) : CancellationError()))
    source?.abandoned(call)
  }
}

/// What a reply knows of its call: enough to say what became of it.
public struct CallDescription: Sendable {
  /// libvirt's name of the procedure, as in its error texts.
  public let name: String
  /// Whether the call may have changed something.
  public let effect: Effect
  /// The driver's own number for the call, if it has one.
  public let token: UInt64

  /// Describes a call of `procedure`.
  ///
  /// Not of `some AnyProcedure`: that would have the procedure's type looked up at run time for each call.
  public init<Reply, each Argument>(_ procedure: Procedure<Reply, repeat each Argument>, token: UInt64 = 0) {
    self.init(name: procedure.name, effect: procedure.effect, token: token)
  }

  /// Describes a call by what is told about it.
  public init(name: String, effect: Effect, token: UInt64 = 0) {
    self.name = name
    self.effect = effect
    self.token = token
  }
}

/// The side of a driver that replies come from.
public protocol ReplySource: Sendable {
  /// Does the work that is queued, where the driver works on its callers' time; returns at once elsewhere.
  func advance() async
  /// The caller no longer wants the reply.
  func abandoned(_ call: CallDescription)
}

/// A call that may have changed something was given up, or its connection was lost, before the answer came.
public struct OutcomeUnknown: Error, Sendable, Hashable {
  /// libvirt's name of the procedure.
  public let procedure: String
  /// Why the answer did not come; nil when the caller gave up.
  public let reason: String?

  /// The answer of `procedure` did not come.
  public init(procedure: String, reason: String? = nil) {
    self.procedure = procedure
    self.reason = reason
  }
}
