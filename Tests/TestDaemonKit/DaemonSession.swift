import Drivers
import LibvirtProtocol
import NIOCore
import RemoteDriver
import TestDriver
import XDR

/// A client of the daemon: what it may do, what it has opened, and which events it wants.
actor DaemonSession {
  nonisolated let channel: any Channel
  nonisolated let daemon: TestDaemon
  var isAuthenticated = false
  var host: TestHost?
  var isReadOnly = false
  var isToldOfLoss = false
  var isClosing = false
  var callbacks: [Int32: EventSubscription] = [:]
  var nextCallback: Int32 = 0

  init(_ daemon: TestDaemon, _ channel: any Channel) {
    self.daemon = daemon
    self.channel = channel
  }

  /// Answers a call; what is returned is done when the reply has left.
  func answer(_ header: MessageHeader, _ payload: ArraySlice<UInt8>) async -> EventLoopFuture<Void> {
    await daemon.passGate(header.procedure)
    var header = header
    header.type = .reply
    var reply: [UInt8]
    do {
      reply = try await serve(header, payload)
    } catch {
      header.status = .error
      let error = error as? LibvirtError ?? .internalError("\(error)", .rpc)
      reply = (try? NetMessageError(error).encoded()) ?? []
    }
    let sent = send(header, reply)
    if isClosing { sent.whenComplete { [channel] _ in channel.close(promise: nil) } }
    return sent
  }

  /// The client has gone.
  func end() async {
    let subscriptions = callbacks.values
    callbacks = [:]
    for subscription in subscriptions { await subscription.cancel() }
  }

  func loseHypervisor(_ reason: Int32) {
    guard isToldOfLoss else { return }
    let message = Remote.connectEventConnectionClosed
    send(message, (try? message.encode(reason)) ?? [])
  }

  nonisolated func pong() { send(KeepAlive.pong, [], serial: 0) }

  /// Sends an event. libvirt's daemon gives 1 as the serial.
  nonisolated func send(_ message: some AnyEventMessage, _ payload: [UInt8], serial: UInt32 = 1) {
    let header = MessageHeader(program: message.program, procedure: message.number, type: .message, serial: serial)
    _ = send(header, payload)
  }

  @discardableResult
  private nonisolated func send(_ header: MessageHeader, _ payload: [UInt8]) -> EventLoopFuture<Void> {
    var bytes: [UInt8] = []
    guard (try? FrameWriter.append(header, payload, to: &bytes)) != nil else { return channel.close() }
    return channel.writeAndFlush(channel.allocator.buffer(bytes: bytes))
  }

  private func serve(_ header: MessageHeader, _ payload: ArraySlice<UInt8>) async throws -> [UInt8] {
    guard header.program == .remote, header.version == Program.version else {
      throw LibvirtError(.rpc, .rpc, "Cannot find program \(header.program.rawValue) version \(header.version)")
    }
    if let last = daemon.options.lastProcedure, header.procedure > last {
      throw LibvirtError(code: .rpc, domain: .rpc, message: "unknown procedure: \(header.procedure)")
    }
    let isForAuthentication = SessionCalls.authentication.contains(header.procedure)
    guard isAuthenticated || isForAuthentication else { throw LibvirtError(.rpc, .rpc, "authentication required") }
    if SessionCalls.numbers.contains(header.procedure) {
      return try await SessionCalls.table.serve(header.program, header.procedure, payload, on: self)
    }
    guard let host else { throw LibvirtError(.internalError, .rpc, "hypervisor connection not open") }
    if isReadOnly, let procedure = ChangingCalls.all[header.procedure] { throw LibvirtError.readOnly(procedure, .domain) }
    if let procedure = UnsupportedCalls.all[header.procedure] { throw LibvirtError.unsupported(procedure, .domain) }
    return try await TestHost.handlers.serve(header.program, header.procedure, payload, on: host)
  }
}
