// The errors, one function each; the messages were taken down from libvirt 9.0.0.
extension ConnectionURIError {
  static func unparsable(
    _ uri: String, _ part: Part, at offset: Int, _ explanation: String, hint: String?
  ) -> ConnectionURIError {
    ConnectionURIError(
      uri, part, at: offset, .internalError, .uri, "internal error: Unable to parse URI \(uri)",
      explanation: "\(part.rawValue) at character \(offset + 1): \(explanation)", hint: hint)
  }

  /// Neither a URI nor an alias. libvirt's text has what the program passed to it, which is nothing when the library chose.
  public static func noDriverName(
    _ uri: String, givenBy source: DefaultConnectionName.Source = .explicit, as name: String? = nil
  ) -> ConnectionURIError {
    let hint =
      switch uri {
      case "system", "session": "qemu:///\(uri)"
      case "test": "test:///default"
      default:
        (KnownDriver(rawValue: uri) ?? KnownDriver.nearest(to: uri)).map { "\($0.rawValue):///system" } ?? "qemu:///system"
      }
    let isLibrarys = source == .libvirtVariable || source == .configuration
    let explanation =
      if let name, name != uri {
        "the alias '\(name)' stands for '\(uri)', which is no connection URI"
      } else if isLibrarys {
        "\(source.rawValue) is '\(uri)', which is neither a URI nor an alias"
      } else {
        "a connection URI begins with a driver's name and a colon"
      }
    return ConnectionURIError(
      uri, .scheme, at: 0, .noConnection, .none,
      "no connection driver available for URI '\(isLibrarys ? "(null)" : name ?? uri)' does not include a driver name",
      explanation: explanation, hint: "maybe you want \(hint)")
  }

  /// xend has one place for all: old libvirt's words.
  static func unexpectedXenPath(_ uri: ConnectionURI) -> ConnectionURIError {
    ConnectionURIError(
      uri.description, .path, .internalError, .none, "internal error: unexpected Xen URI path '\(uri.path)', try xen:///",
      explanation: "http://HOST:PORT/ is the address of Xen's daemon xend, without a path",
      hint: "maybe you want \(ConnectionURI(scheme: uri.scheme, user: uri.user, host: uri.host, port: uri.port, path: "/"))")
  }

  /// xend knows no users. The name may have a password in it: it is not shown.
  static func userForXend(_ uri: ConnectionURI) -> ConnectionURIError {
    let plain = ConnectionURI(scheme: uri.scheme, host: uri.host, port: uri.port, path: "/")
    return ConnectionURIError(
      plain.description, .user, .invalidArgument, .none, "invalid argument: a URI of xend has no user",
      explanation: "Xen's daemon xend asks nobody for a name or a password", hint: "maybe you want \(plain)")
  }

  /// What to say when nothing serves the URI: libvirt's text, with the drivers there are.
  public static func noDriver(for uri: ConnectionURI) -> ConnectionURIError {
    let names = KnownDriver.allCases.map(\.rawValue).joined(separator: ", ")
    let suggestion = KnownDriver(rawValue: uri.driver) == nil ? KnownDriver.nearest(to: uri.driver) : nil
    return ConnectionURIError(
      uri.description, .scheme, at: 0, .noConnection, .none, "no connection driver available for \(uri)",
      explanation: "no driver is called '\(uri.driver)'; known drivers: \(names)",
      hint: suggestion.map { "maybe you want \($0.rawValue)\(uri.description.dropFirst(uri.driver.count))" })
  }

  /// `qemu://system` names a host "system"; libvirt refuses it for the drivers that need a path.
  static func missingSlash(_ text: String, _ uri: ConnectionURI) -> ConnectionURIError? {
    guard let host = uri.host, host == "system" || host == "session", ["qemu", "vbox", "vz"].contains(uri.scheme) else {
      return nil
    }
    let wanted = "\(uri.scheme):///\(host)"
    return ConnectionURIError(
      text, .host, at: uri.scheme.utf8.count + 3, .internalError, .none,
      "internal error: invalid URI \(text) (maybe you want \(wanted))",
      explanation: "with two slashes '\(host)' is the name of a host", hint: "maybe you want \(wanted)")
  }

  static func unknownTransport(_ uri: ConnectionURI, _ name: String) -> ConnectionURIError {
    ConnectionURIError(
      uri.description, .transport, at: uri.driver.utf8.count + 1, .invalidArgument, .remote,
      "invalid argument: remote_open: transport in URL not recognised (should be tls|unix|ssh|ext|tcp|libssh2|libssh)",
      explanation: "no transport is called '\(name)'; known transports: "
        + ConnectionTransport.allCases.map(\.rawValue).joined(separator: ", "),
      hint: "for a host over ssh: \(uri.driver)+ssh://\(uri.host ?? "HOST")\(uri.path)")
  }

  static func hostWithUnix(_ uri: ConnectionURI, _ host: String) -> ConnectionURIError {
    ConnectionURIError(
      uri.description, .host, at: nil, .invalidArgument, .remote,
      "invalid argument: using unix socket and remote server '\(host)' is not supported.",
      explanation: "a unix socket is on this host only",
      hint: "local: \(uri.driver)+unix://\(uri.path); remote: \(uri.driver)+ssh://\(host)\(uri.path)")
  }

  static func badNumber(_ uri: ConnectionURI, _ parameter: ConnectionURIParameter) -> ConnectionURIError {
    badValue(
      uri, parameter, .remote, "Failed to parse value of URI component \(parameter.name)",
      explanation: "\(parameter.name)= takes a number, not '\(parameter.value)'", hint: "\(parameter.name)=1 turns it on, 0 off")
  }

  static func badValue(
    _ uri: ConnectionURI, _ parameter: ConnectionURIParameter, _ domain: Domain, _ message: String,
    explanation: String? = nil, choices: [String] = [], hint: String? = nil
  ) -> ConnectionURIError {
    ConnectionURIError(
      uri.description, .query, .invalidArgument, domain, "invalid argument: \(message)",
      explanation: explanation ?? "\(parameter.name)= does not know '\(parameter.value)'",
      hint: hint ?? "\(parameter.name)= takes \(choices.joined(separator: ", "))")
  }

  static func directWithoutURI() -> ConnectionURIError {
    ConnectionURIError(
      "", .query, .operationUnsupported, .remote, "Operation not supported: Cannot use direct socket mode if no URI is set",
      explanation: "remote_mode in libvirt.conf is direct, and no URI says which driver's socket that is", hint: "name a URI")
  }

  /// The refusal of `driver:///embed`: only libvirt's own library can run a driver inside the program. Nil for other URIs.
  public static func embedded(_ uri: ConnectionURI) -> ConnectionURIError? {
    guard uri.path == "/embed" else { return nil }
    let (code, message): (Code, String) =
      if uri.transportName != nil {
        (.noConnection, "no connection driver available for URI scheme '\(uri.scheme)' for embedded driver is not valid")
      } else if uri.parameter("root") == nil {
        (.invalidArgument, "invalid argument: Missing URI parameter 'root'")
      } else {
        (.noConnection, "no connection driver available for \(uri)")
      }
    return ConnectionURIError(
      uri.description, .path, code, .none, message, explanation: "only libvirt's own library can run a driver inside the program",
      hint: "by a daemon: \(uri.driver):///system")
  }

  /// The transports over ssh know no mode but libvirtd's own socket.
  public static func directOverSSH(_ uri: ConnectionURI) -> ConnectionURIError {
    ConnectionURIError(
      uri.description, .query, .operationUnsupported, .remote,
      "Operation not supported: Cannot use direct socket mode for ssh transport",
      explanation: "mode=direct is for unix sockets of this host",
      hint: "leave out mode=; with proxy=native the remote side finds the right socket")
  }

  static func commandRequired(_ uri: ConnectionURI) -> ConnectionURIError {
    ConnectionURIError(
      uri.description, .query, .invalidArgument, .remote,
      "invalid argument: remote_open: for 'ext' transport, command is required",
      explanation: "the ext transport runs a program that carries the connection", hint: "add ?command=/path/of/program")
  }

  /// `netcat=` was given, and so was virt-ssh-helper.
  public static func netcatWithNativeProxy(_ uri: ConnectionURI) -> ConnectionURIError {
    ConnectionURIError(
      uri.description, .query, .invalidArgument, .rpc, "invalid argument: netcat path not valid with native proxy mode",
      explanation: "proxy=native runs virt-ssh-helper on the remote host and no netcat", hint: "leave out netcat= or proxy=")
  }

  static func unknownAuthentication(_ uri: ConnectionURI, _ value: String) -> ConnectionURIError {
    ConnectionURIError(
      uri.description, .query, .authenticationFailed, .remote,
      "authentication failed: unknown authentication type \(value)",
      explanation: "auth= does not know '\(value)'", hint: "auth= takes sasl, sasl.MECHANISM, polkit")
  }

  static func unsafeForSSH(_ uri: ConnectionURI, _ part: Part, _ name: String) -> ConnectionURIError {
    ConnectionURIError(
      uri.description, part, .invalidArgument, .rpc, "invalid argument: \(part.rawValue) name '\(name)' is not usable with ssh",
      explanation: "ssh and the shells on the way could take it for an option or a command",
      hint: "a \(part.rawValue) name does not begin with '-', and has no blanks, quotes or other characters that shells know")
  }
}
