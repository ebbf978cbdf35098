/// What `auth=` asks for.
public enum AuthenticationChoice: Sendable, Hashable {
  /// SASL, with the named mechanism or any; an empty name is one that no daemon has.
  case sasl(mechanism: String?)
  case polkit
}

/// A way to log in through ssh (`sshauth=`), for the transports libssh and libssh2.
public enum SSHAuthentication: String, Sendable, Hashable, CaseIterable {
  case agent
  case privateKey = "privkey"
  case password
  case keyboardInteractive = "keyboard-interactive"
}

/// What to do with an unknown host key (`known_hosts_verify=`), for the transports libssh and libssh2.
public enum KnownHostsVerification: String, Sendable, Hashable, CaseIterable {
  /// Ask.
  case normal
  /// Take and keep a new key; refuse a changed one.
  case auto
  /// Take any key.
  case ignore
}

extension ConnectionURI {
  /// `auth=`, nil when not given. libvirt looks at it only once the server has said what it offers.
  public func authenticationChoice() throws(ConnectionURIError) -> AuthenticationChoice? {
    guard let value = parameter("auth") else { return nil }
    let lowercased = PercentEncoding.asciiLowercased(value)
    if lowercased == "polkit" { return .polkit }
    if lowercased == "sasl" { return .sasl(mechanism: nil) }
    guard lowercased.hasPrefix("sasl.") else { throw .unknownAuthentication(self, value) }
    return .sasl(mechanism: String(value.dropFirst("sasl.".count)))
  }

  /// `sshauth=` in the order given, nil when not given.
  public func sshAuthentication() throws(ConnectionURIError) -> [SSHAuthentication]? {
    guard let value = parameter("sshauth") else { return nil }
    guard !value.isEmpty else { return [] }
    var methods: [SSHAuthentication] = []
    for name in value.split(separator: ",", omittingEmptySubsequences: false) {
      guard let method = SSHAuthentication(rawValue: PercentEncoding.asciiLowercased(String(name))) else {
        throw .badValue(
          self, ConnectionURIParameter("sshauth", value), .rpc, "Invalid authentication method: '\(name)'",
          choices: SSHAuthentication.allCases.map(\.rawValue))
      }
      methods.append(method)
    }
    return methods
  }

  /// `known_hosts_verify=`, nil when not given.
  public func knownHostsVerification() throws(ConnectionURIError) -> KnownHostsVerification? {
    guard let value = parameter("known_hosts_verify") else { return nil }
    guard let choice = KnownHostsVerification(rawValue: PercentEncoding.asciiLowercased(value)) else {
      throw .badValue(
        self, ConnectionURIParameter("known_hosts_verify", value), .rpc, "Invalid host key verification method: '\(value)'",
        choices: KnownHostsVerification.allCases.map(\.rawValue))
    }
    return choice
  }
}
