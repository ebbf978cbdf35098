import ConnectionURI
import Drivers
import LibvirtProtocol
import XDR

extension RemoteDriver {
  /// Proves who we are, in the way that the daemon offers and the URI allows.
  func authenticate(_ uri: ConnectionURI, offered: [AuthType], _ context: OpenContext) async throws {
    let wanted = try uri.authenticationChoice()
    switch try Self.choose(among: offered, wanted: wanted) {
    case .none: return
    case .polkit: try await authenticateByPolkit(context)
    case .sasl:
      let mechanism: String? = if case .sasl(let name) = wanted { name } else { nil }
      try await authenticateBySASL(uri, mechanism, context)
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
