import ConnectionURI
import Drivers
import LibvirtProtocol

extension RemoteDriver {
  /// The transport that a URI asks for; throws when it is wrong or not there.
  static func transport(
    for uri: ConnectionURI, _ parameters: ConnectionParameters, _ context: OpenContext
  ) throws -> any Transport {
    // A mistake in the configuration counts for every transport, also for those that have no use for it.
    if parameters.proxy == nil { _ = try context.configuration.remoteProxy }
    switch parameters.transport {
    case .unix:
      // What the URI says itself makes the configuration not count, and no mistake in it either.
      let mode = parameters.mode == nil ? try context.configuration.remoteMode : nil
      return UnixTransport(
        path: try .resolve(uri, readOnly: context.isReadOnly, in: context.environment, configuredMode: mode),
        daemon: try SessionDaemon(for: uri, in: context.environment, configuredMode: mode), progress: context.progress)
    case .tcp: return TCPTransport(uri, .tcp)
    case .tls: return try TLSTransport(uri, parameters, context)
    case .ssh, .libssh, .libssh2:
      let command = try SSHCommand(uri, parameters, context)
      if parameters.transport != .ssh, parameters.knownHosts == nil { LibraryOptions.makeFolder(in: context.environment) }
      return .ssh(command, context.dialogue)
    case .ext: return .program(parameters.command ?? "", context.dialogue)
    }
  }
}

extension Transport where Self == ProgramTransport {
  /// A daemon on another host, by way of ssh.
  static func ssh(_ command: SSHCommand, _ dialogue: any Dialogue) -> ProgramTransport {
    let host = command.destination.host
    let meaning = SSHMeaning(command)
    return ProgramTransport(
      words: command.words, target: "\(host) over ssh", peer: host, security: .local, dialogue: dialogue,
      unshown: "Permission denied, please try again."
    ) { meaning.meaning(of: $0) }
  }

  /// A daemon that a program reaches.
  static func program(_ name: String, _ dialogue: any Dialogue) -> ProgramTransport {
    // Nothing is known of where it leads.
    ProgramTransport(words: [name], target: name, peer: name, security: .plain, dialogue: dialogue) { .plain(of: $0, program: name) }
  }
}
