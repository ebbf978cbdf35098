import LibvirtProtocol
import Sockets

/// Why a connection ended.
public enum RPCCloseReason: Error, Sendable, Hashable {
  /// This side closed it.
  case client
  /// The peer hung up.
  case endOfFile
  /// The program that carried the connection ended; the error has its last words.
  case programEnded(LibvirtError)
  /// Reading or writing failed.
  case error(LibvirtError)
  /// The peer did not answer keepalive messages.
  case keepalive
  /// The peer sent what is not the protocol.
  case protocolViolation(RPCProtocolViolation)

  /// libvirt's number (`virConnectCloseReason`): 0 error, 1 end of file, 2 keepalive, 3 client.
  public var number: Int32 {
    switch self {
    case .error, .protocolViolation: 0
    case .endOfFile, .programEnded: 1
    case .keepalive: 2
    case .client: 3
    }
  }

  /// The error that libvirt gives to the calls that were under way.
  public var libvirtError: LibvirtError {
    switch self {
    case .client: .clientSocketClosed
    case .endOfFile: SocketFailure.endOfFile
    case .error(let error), .programEnded(let error): error
    case .keepalive: LibvirtError(.internalError, .rpc, "connection closed due to keepalive timeout")
    case .protocolViolation(let violation): violation.libvirtError
    }
  }
}

/// What a peer sent that is not the protocol.
public struct RPCProtocolViolation: Error, Sendable, Hashable {
  /// The error in libvirt's words.
  public let libvirtError: LibvirtError
  /// What it means and what to do, where that is known.
  public let explanation: String?

  init(_ message: String, explanation: String? = nil) {
    libvirtError = LibvirtError(.rpc, .rpc, message)
    self.explanation = explanation
  }

  init(internal message: String) {
    libvirtError = LibvirtError(.internalError, .rpc, message)
    explanation = nil
  }

  init(_ error: FrameError, received: ArraySlice<UInt8>, from peer: String = "the remote") {
    switch error {
    case .tooShort(let length) where length < MessageLimits.lengthWord:
      self.init("packet \(length) bytes received from server too small, want \(MessageLimits.lengthWord)")
    case .tooShort: self.init("Unable to decode message header")
    case .tooLong(let length): self.init(Self.tooLarge(length))
    case .text:
      let text = ForeignText(received)
      self.init(
        Self.tooLarge(Self.length(received)),
        explanation: "\(peer) printed text before the protocol: «\(text.shown)»: \(text.meaning)")
    case .tls:
      self.init(
        Self.tooLarge(Self.length(received)),
        explanation: "\(peer) speaks TLS at this port: use a URI with +tls, or the port for plain TCP")
    case .unknownType(let program, let version, let procedure, let type):
      self.init("got unexpected RPC call prog \(program) vers \(version) proc \(procedure) type \(type)")
    case .unknownStatus(let status): self.init("Unexpected message status \(status)")
    }
  }

  static func unexpected(_ header: MessageHeader) -> RPCProtocolViolation {
    RPCProtocolViolation(
      "got unexpected RPC call prog \(header.program.rawValue) vers \(header.version) proc \(header.procedure) "
        + "type \(header.type.rawValue)")
  }

  static func noCall(_ header: MessageHeader) -> RPCProtocolViolation {
    RPCProtocolViolation(
      "no call waiting for reply with prog \(header.program.rawValue) vers \(header.version) serial \(header.serial)")
  }

  private static func length(_ received: ArraySlice<UInt8>) -> Int {
    received.prefix(MessageLimits.lengthWord).reduce(0) { $0 << 8 | Int($1) }
  }

  private static func tooLarge(_ length: Int) -> String {
    "packet \(length - MessageLimits.lengthWord) bytes received from server too large, want \(MessageLimits.message)"
  }
}
