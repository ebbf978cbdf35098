import ConnectionURI
import Drivers
import LibvirtProtocol

extension XendHost {
  /// Opens a host: xend must answer what it is.
  ///
  /// `uri` is what opens it again. Throws `LibvirtError` where nobody listens, or something else than xend answers.
  static func open(
    _ address: XendAddress, uri: String, transportName: String? = nil, _ context: OpenContext
  ) async throws -> XenDriver<XendHost> {
    context.progress("asking xend at \(address)")
    let client = XendClient(address, quickLimit: context.keepalive.patience)
    // Opening has a deadline of its own.
    let opening = XendClient(
      address, quickLimit: context.deadline.map { ContinuousClock.now.duration(to: $0) } ?? context.keepalive.patience)
    do {
      guard case .expression(let document) = try await opening.send(.node) else {
        throw LibvirtError(.getFailed, errorDomain, "what answers at \(address) is not xend")
      }
      let host = XendHost(client, node: try XenNode(document: document), uri: uri, definitions: XMFolder(in: context.environment))
      return XenDriver(host, calls: host.calls, transportName: transportName)
    } catch let silence as XendSilence {
      throw silence.openingError(at: address)
    } catch let error as LibvirtError where error.code == .systemError {
      throw error.noting(address.remedy(error.int1))
    }
  }
}

extension KeepaliveSettings {
  /// How long a peer may be silent: as long as keepalive would let it. Without keepalive there is no bound.
  public var patience: Duration? { interval > 0 ? .seconds(interval * max(1, count)) : nil }
}
