import Drivers
import LibvirtProtocol
import NIOCore
import Sockets
import XDR

/// A connection to a libvirt daemon, in libvirt's own protocol.
///
/// The actor runs on the event loop of its channel. Calls are enqueued from any thread and leave in program order.
public actor RemoteDriver: Driver {
  /// The connection's end; closed by this side, by the daemon, or by what became of the socket.
  public nonisolated let closure: ConnectionClosure
  /// What the transport reached.
  public nonisolated let endpoint: String?
  /// How safe the channel is by itself.
  nonisolated let security: ChannelSecurity
  nonisolated let link: RPCLink
  nonisolated let events: RemoteEvents
  nonisolated let loss: LossRecord
  private nonisolated let executor: any SerialExecutor
  /// The event loop of the channel, where replies are decoded.
  public nonisolated let callerExecutor: (any TaskExecutor)?
  /// The daemon's promise to tell when it loses its hypervisor; nil before it was asked for.
  private var closeCallback: PendingReply<Nothing>?

  /// The event loop of the channel.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Puts the protocol on a channel that does not read yet. Nothing is sent.
  init(
    _ channel: any Channel, endpoint: String = "a channel", peer: String = "the remote", security: ChannelSecurity = .plain
  ) async throws {
    self.endpoint = endpoint
    self.security = security
    let closure = ConnectionClosure()
    let events = RemoteEvents()
    let loss = LossRecord()
    let delegate = RPCLinkDelegate(
      event: { events.deliver($0, $1, $2) },
      ending: { reason in
        loss.note(reason)
        closure.close(reason.closeReason)
      },
      closed: { reason in
        loss.note(reason)
        closure.close(reason.closeReason)
        events.finish(throwing: reason == .client ? nil : reason.libvirtError)
      })
    self.loss = loss
    self.closure = closure
    self.events = events
    do { link = try await RPCLink.make(on: channel, peer: peer, delegate: delegate) } catch { throw SocketFailure.reading(error) }
    executor = channel.eventLoop.executor
    callerExecutor = EventLoopTaskExecutor(channel.eventLoop)
  }

  deinit { link.perform { $0.drop(.client) } }

  /// Encodes a call and hands it to the event loop; an argument over its bound is an error at once and nothing is sent.
  public nonisolated func send<Reply, each Argument>(
    _ procedure: Procedure<Reply, repeat each Argument>, _ argument: repeat each Argument
  ) -> PendingReply<Reply> {
    let (reply, call) = prepare(procedure, repeat each argument)
    if let call { link.submit([.call(call)]) }
    return reply
  }

  /// Hands all calls to the event loop together; they leave in one write, as far as their priority lets them.
  public nonisolated func send<Reply, First, each Rest>(
    _ procedure: Procedure<Reply, First, repeat each Rest>, forEach first: [First], window: BatchWindow, _ rest: repeat each Rest
  ) -> PendingBatch<Reply> {
    var replies: [PendingReply<Reply>] = []
    var requests: [LinkRequest] = []
    replies.reserveCapacity(first.count)
    requests.reserveCapacity(first.count)
    for argument in first {
      let (reply, call) = prepare(procedure, window: window.count, argument, repeat each rest)
      replies.append(reply)
      if let call { requests.append(.call(call)) }
    }
    if !requests.isEmpty { link.submit(requests) }
    return PendingBatch(replies)
  }

  /// Registers with the daemon unless that was done before; throws what the daemon says.
  public func subscribe(_ kind: EventKind, _ domain: DomainRef?) async throws -> EventSubscription {
    try await events.subscribe(kind, domain, on: self)
  }

  /// Opens a stream on this connection. One that nobody reads stalls all other calls, so bulk transfers want their own.
  public func open(_ stream: StreamRequest) async throws -> any DriverStream {
    try await RemoteStream.open(stream, on: self)
  }

  /// Sends connectClose once all calls are answered that somebody waits for; the daemon then has 2 seconds.
  public func close() async {
    let isRegistered = if case .success = closeCallback?.settled { true } else { false }
    // Nobody else waits for what was asked on our own behalf.
    closeCallback?.abandon()
    events.stopAsking()
    link.perform { $0.close(unregisteringCallback: isRegistered) }
    _ = await closure.wait()
  }

  /// Asks to be told when the daemon loses its hypervisor; a daemon or driver that cannot tell is no worse for it.
  func registerCloseCallback() { closeCallback = send(Remote.connectRegisterCloseCallback) }

  /// Encodes a call. What cannot be sent is answered at once.
  private nonisolated func prepare<Reply, each Argument>(
    _ procedure: Procedure<Reply, repeat each Argument>, window: Int? = nil, _ argument: repeat each Argument
  ) -> (PendingReply<Reply>, OutgoingCall?) {
    let description = CallDescription(procedure, token: link.makeToken())
    if DescriptorCalls.contains(procedure) || procedure.program == .xen {
      return (PendingReply(description, settled: .failure(LibvirtError.unsupported(procedure))), nil)
    }
    let payload: [UInt8]
    do {
      payload = try procedure.encode(repeat each argument)
    } catch {
      let refusal = LibvirtError(.rpc, .rpc, "Unable to encode message payload").noting("\(error)")
      return (PendingReply(description, settled: .failure(refusal)), nil)
    }
    let reply = PendingReply<Reply>(description, from: link)
    let call = OutgoingCall(
      token: description.token, program: procedure.program, number: procedure.number, payload: payload,
      options: RPCCallOptions(procedure, window: window)
    ) { answer in
      reply.settle(
        answer.mapError { $0.error(of: description) }.flatMap { answer in
          var reader = XDRReader(answer.payload)
          return Result { try Reply(from: &reader) }.mapError { LibvirtError.undecodablePayload.noting("\($0)") }
        })
    }
    return (reply, call)
  }
}

/// The procedures that come to nothing without passing file descriptors.
private enum DescriptorCalls {
  static func contains(_ procedure: some AnyProcedure) -> Bool {
    switch procedure.program {
    case .remote: remote.contains(procedure.number)
    case .qemu: procedure.number == Qemu.domainMonitorCommandWithFiles.number
    default: false
    }
  }

  private static let remote: Set<Int32> = [
    Remote.domainCreateXmlWithFiles.number, Remote.domainCreateWithFiles.number, Remote.domainOpenGraphics.number,
    Remote.domainOpenGraphicsFd.number, Remote.domainFdAssociate.number,
  ]
}
