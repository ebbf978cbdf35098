/// Where ssh goes.
public struct SSHDestination: Sendable, Hashable {
  /// The user; nil leaves it to ssh.
  public let user: String?
  /// The host: a name, an address without brackets, or one of the names in ssh's configuration.
  public let host: String
}

extension ConnectionURI {
  /// The user and host for ssh; this host when none is named.
  ///
  /// Throws for names that ssh or a shell could take for options or commands: ssh's own configuration may hand them to shells
  /// (`ProxyCommand`, `Match exec`), and older versions of ssh do not look at them.
  public func sshDestination() throws(ConnectionURIError) -> SSHDestination {
    let host = host.flatMap { $0.isEmpty ? nil : $0 } ?? "localhost"
    guard Self.isSafe(host, besides: []) else { throw .unsafeForSSH(self, .host, host) }
    if let user {
      // Windows domains are written in front of a user's name.
      guard Self.isSafe(user, besides: ["\\"]), !user.hasSuffix("\\") else { throw .unsafeForSSH(self, .user, user) }
    }
    return SSHDestination(user: user, host: host)
  }

  private static let shellCharacters = Set("'`\"$\\;&<>|(){}[]*?!#~=^".unicodeScalars)

  private static func isSafe(_ name: String, besides allowed: Set<Unicode.Scalar>) -> Bool {
    guard !name.hasPrefix("-") else { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      if scalar.properties.isWhitespace { return false }
      switch scalar.properties.generalCategory {
      case .control, .format, .unassigned, .privateUse, .surrogate, .lineSeparator, .paragraphSeparator: return false
      default: return !shellCharacters.contains(scalar) || allowed.contains(scalar)
      }
    }
  }
}
