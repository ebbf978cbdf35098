import NIOCore
import Synchronization

/// Clients that were accepted and that nobody serves yet. Those that come when the server stops are hung up on.
///
/// An asynchronous channel that nobody takes ends the process, so a client becomes one only when it is served; until then nothing is
/// read from it.
final class AcceptedClients: Sendable {
  private struct State {
    var waiting: [ObjectIdentifier: any Channel] = [:]
    var isOver = false
  }

  private let state = Mutex(State())

  /// Notes a client; one that comes too late is hung up on.
  func accept(_ channel: any Channel) -> EventLoopFuture<any Channel> {
    let isOver = state.withLock { state in
      if !state.isOver { state.waiting[ObjectIdentifier(channel)] = channel }
      return state.isOver
    }
    if isOver { channel.close(promise: nil) }
    return channel.eventLoop.makeSucceededFuture(channel)
  }

  /// Begins to read from a client that is served now.
  func take(_ channel: any Channel) async throws -> XendSimulator.Client {
    state.withLock { $0.waiting[ObjectIdentifier(channel)] = nil }
    return try await channel.eventLoop.submit {
      let client = try XendSimulator.Client(
        wrappingChannelSynchronously: channel, configuration: .init(backPressureStrategy: .init(lowWatermark: 1, highWatermark: 1)))
      // One whose other end is gone already cannot be told; whoever serves it will see.
      try? channel.syncOptions?.setOption(.autoRead, value: true)
      return client
    }.get()
  }

  /// Hangs up on all that are left.
  func stop() {
    let left = state.withLock { state in
      state.isOver = true
      defer { state.waiting = [:] }
      return Array(state.waiting.values)
    }
    for channel in left { channel.close(promise: nil) }
  }
}
