import CSASL
import LibvirtProtocol
import Synchronization

/// This side of a negotiation: begun on any thread, as its steps may take long, and then used by the channel for its security layer.
final class SASLClient: Sendable {
  private let connection: Mutex<SASLConnection>

  /// Cyrus SASL, made ready once in the process; it stays so.
  private static let readiness: CInt = csasl_client_init()

  /// Loads Cyrus SASL if nobody has, and begins a conversation with the daemon of a host. May read many files.
  init(host: String, addresses: SASLAddresses?, security: ChannelSecurity) throws(LibvirtError) {
    switch Self.readiness {
    case SASL_OK: break
    case CSASL_NO_LIBRARY: throw .noSASLLibrary
    case let code: throw .sasl("failed to initialize SASL library", code)
    }
    connection = Mutex(try SASLConnection(host: host, addresses: addresses, security: security))
  }

  /// Does something with the conversation; others wait.
  func with<Result: Sendable>(_ body: (inout sending SASLConnection) throws(LibvirtError) -> sending Result) throws(LibvirtError) -> Result
  {
    try connection.withLock { connection throws(LibvirtError) in try body(&connection) }
  }
}
