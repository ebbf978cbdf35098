import ConnectionURI
import Drivers
import LibvirtProtocol
import XDR

extension RemoteDriver {
  /// Proves who we are, in the way that the daemon offers and the URI allows.
  func authenticate(_ uri: ConnectionURI, _ context: OpenContext) async throws {
    let wanted = try uri.authenticationChoice()
    switch try await offeredAuthentication(wanted) {
    case .none: return
    case .polkit: try await authenticateByPolkit(context)
    case .sasl:
      let mechanism: String? = if case .sasl(let name) = wanted { name } else { nil }
      try await authenticateBySASL(uri, mechanism, context)
    case let other:
      throw LibvirtError(.authFailed, .remote, "unsupported authentication type \(other.rawValue)")
    }
  }

  /// The way to be used: the one that is wanted if the daemon has it, else the daemon's first.
  private func offeredAuthentication(_ wanted: AuthenticationChoice?) async throws -> AuthType {
    let offered: [AuthType]
    do {
      offered = Array(try await call(Remote.authList))
    } catch let error as LibvirtError where error.isUnsupported {
      return .none
    }
    guard let wanted, !offered.isEmpty else { return offered.first ?? .none }
    let (type, name): (AuthType, String) =
      switch wanted {
      case .sasl: (.sasl, "sasl")
      case .polkit: (.polkit, "polkit")
      }
    guard offered.contains(type) else {
      throw LibvirtError(.authFailed, .remote, "requested authentication type \(name) rejected")
    }
    return type
  }
}
