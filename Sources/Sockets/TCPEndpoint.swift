import Glibc
import LibvirtProtocol
import NIOCore
import NIOPosix
import Synchronization

/// A host and a port to connect to.
///
/// All addresses of a name are tried, IPv6 and IPv4 in turn with a head start for the first (RFC 8305).
public struct TCPEndpoint: Sendable, Hashable, CustomStringConvertible {
  /// A name or an address; of an IPv6 address without brackets.
  public let host: String
  /// The TCP port.
  public let port: UInt16

  /// A port of a host.
  public init(host: String, port: UInt16) {
    self.host = host
    self.port = port
  }

  /// As libvirt writes it, without brackets.
  public var description: String { "\(host):\(port)" }

  /// Connects, until `deadline` at the latest. The channel doesn't read before it is told to, and belongs to ``SocketEventLoops``.
  ///
  /// Throws `LibvirtError` in libvirt's words, `CancellationError` at once when the task is cancelled.
  public func connect(by deadline: ContinuousClock.Instant?) async throws -> any Channel {
    let eventLoop = SocketEventLoops.group.next()
    let resolver = NameResolver(eventLoop)
    let attempt = ConnectionAttempt(eventLoop)
    do {
      return try await attempt.channel {
        ClientBootstrap(group: eventLoop)
          .channelOption(.autoRead, value: false)
          .resolver(resolver)
          // Without a deadline it is the system that gives up, after two minutes or so.
          .connectTimeout(
            deadline.map { .nanoseconds(Int64(clamping: ContinuousClock.now.duration(to: $0).clampedNanoseconds)) } ?? .hours(1)
          )
          .channelInitializer { attempt.begin($0) }
          .connect(host: host, port: Int(port))
      }
    } catch let error as CancellationError {
      throw error
    } catch {
      throw failure(error, resolver.failure)
    }
  }

  /// Why there is no connection, in libvirt's words.
  private func failure(_ error: any Error, _ lookup: LookupFailure?) -> LibvirtError {
    if let lookup {
      let message = "Unable to resolve address '\(host)' service '\(port)': \(lookup)"
      return LibvirtError(.systemError, .rpc, message)
    }
    return SocketFailure.system("unable to connect to server at '\(self)'", errno: Self.code(of: error))
  }

  private static func code(of error: any Error) -> CInt {
    switch error {
    case let error as IOError: error.errnoCode
    case ChannelError.connectTimeout: ETIMEDOUT
    // libvirt tells of the address that it tried last.
    case let error as NIOConnectionError: error.connectionErrors.last.map { code(of: $0.error) } ?? ETIMEDOUT
    default: ECONNREFUSED
    }
  }
}

/// An attempt to connect that can be given up: no socket of it stays behind.
private final class ConnectionAttempt: Sendable {
  private struct State {
    var isGivenUp = false
    var sockets: [any Channel] = []
  }

  private let state = Mutex(State())
  private let result: EventLoopPromise<any Channel>

  init(_ eventLoop: any EventLoop) { result = eventLoop.makePromise() }

  /// A socket is about to be connected.
  func begin(_ socket: any Channel) -> EventLoopFuture<Void> {
    let isGivenUp = state.withLock { state in
      if !state.isGivenUp { state.sockets.append(socket) }
      return state.isGivenUp
    }
    return isGivenUp ? socket.eventLoop.makeFailedFuture(CancellationError()) : socket.eventLoop.makeSucceededVoidFuture()
  }

  /// The first socket that is connected; throws `CancellationError` at once when the task is cancelled.
  func channel(_ connect: () -> EventLoopFuture<any Channel>) async throws -> any Channel {
    let connected = connect()
    connected.whenComplete { [self] outcome in
      let isGivenUp = state.withLock { state in
        state.sockets = []
        return state.isGivenUp
      }
      switch outcome {
      case .success(let channel) where isGivenUp: channel.close(promise: nil)
      case _ where isGivenUp: break
      default: result.completeWith(outcome)
      }
    }
    return try await withTaskCancellationHandler {
      try await result.futureResult.get()
    } onCancel: {
      giveUp()
    }
  }

  private func giveUp() {
    let sockets: [any Channel]? = state.withLock { state in
      // With nothing under way the result is known, or about to be.
      guard !state.isGivenUp else { return nil }
      state.isGivenUp = true
      defer { state.sockets = [] }
      return state.sockets
    }
    guard let sockets else { return }
    for socket in sockets { socket.close(promise: nil) }
    result.fail(CancellationError())
  }
}
