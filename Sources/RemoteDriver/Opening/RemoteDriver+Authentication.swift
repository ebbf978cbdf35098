import ConnectionURI
import Drivers
import LibvirtProtocol
import XDR

extension RemoteDriver {
  /// Proves who we are, in the way that the daemon offers and the URI allows.
  ///
  /// polkit asks the user on the daemon's side, so its call may last long; its errors are the daemon's.
  func authenticate(_ uri: ConnectionURI, offered: [AuthType], _ context: OpenContext) async throws {
    switch try Self.choose(among: offered, wanted: uri.authenticationChoice()) {
    case .none: return
    case .polkit:
      context.progress("waiting for polkit")
      try await call(Remote.authPolkit)
    case .sasl:
      throw LibvirtError(.authUnavailable, .remote, "the daemon asks for SASL, which is not supported yet")
    case let other:
      throw LibvirtError(.authFailed, .remote, "unsupported authentication type \(other.rawValue)")
    }
  }

  /// The ways that the daemon offers; its answer is the first sign of it. An old daemon that does not know the question asks for nothing.
  func offeredAuthentication() async throws -> [AuthType] {
    do {
      return Array(try await call(Remote.authList))
    } catch let error as LibvirtError where error.isUnsupported {
      return []
    }
  }

  /// The way to be used: the one that is wanted if the daemon has it, else the daemon's first.
  private static func choose(among offered: [AuthType], wanted: AuthenticationChoice?) throws -> AuthType {
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
