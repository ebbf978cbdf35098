import ConnectionURI
import Drivers
import Glibc
import LibvirtProtocol

/// What the parameters of `+libssh` and `+libssh2` are as options of ssh.
struct LibraryOptions {
  /// The options, each with its `-o`.
  let words: [String]

  init(_ uri: ConnectionURI, _ parameters: ConnectionParameters, _ context: OpenContext) throws {
    var options: [String]
    switch try uri.knownHostsVerification() ?? .normal {
    case .ignore:
      // Nothing is looked up and nothing is kept; ssh's word that it was kept would be wrong.
      options = ["StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "GlobalKnownHostsFile=/dev/null", "LogLevel=ERROR"]
    case .normal: options = ["StrictHostKeyChecking=ask", try Self.knownHosts(parameters, context)]
    case .auto: options = ["StrictHostKeyChecking=accept-new", try Self.knownHosts(parameters, context)]
    }
    if let methods = try uri.sshAuthentication() { options += try Self.authentication(methods) }
    words = options.flatMap { ["-o", $0] }
  }

  /// The file of known hosts: the URI's, else libvirt's own.
  private static func knownHosts(_ parameters: ConnectionParameters, _ context: OpenContext) throws -> String {
    let file: String
    if let given = parameters.knownHosts {
      file = given
    } else {
      file = "\(context.environment.configurationDirectory)/libvirt/known_hosts"
    }
    // ssh has no way to write these in the value of an option.
    guard !file.contains("\""), !file.contains("${"), !file.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw LibvirtError(.invalidArg, .rpc, "the name of the known hosts file '\(file)' is not usable with ssh") }
    return "UserKnownHostsFile=\"\(file.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%"))\""
  }

  /// Makes the folder of libvirt's own file of known hosts: ssh makes none but its own.
  static func makeFolder(in environment: ConnectionEnvironment) {
    mkdir(environment.configurationDirectory, 0o700)
    mkdir("\(environment.configurationDirectory)/libvirt", 0o700)
  }

  /// `sshauth=`: which ways to log in, in this order. An agent's keys and those in files are one way to ssh.
  private static func authentication(_ methods: [SSHAuthentication]) throws -> [String] {
    guard !methods.isEmpty else { throw LibvirtError(.invalidArg, .rpc, "sshauth= names no way to log in") }
    var names: [String] = []
    for method in methods {
      let name =
        switch method {
        case .agent, .privateKey: "publickey"
        case .password: "password"
        case .keyboardInteractive: "keyboard-interactive"
        }
      if !names.contains(name) { names.append(name) }
    }
    var options = ["PreferredAuthentications=\(names.joined(separator: ","))"]
    if names.contains("publickey") {
      if !methods.contains(.agent) { options.append("IdentityAgent=none") }
      if !methods.contains(.privateKey) { options.append("IdentityFile=none") }
    }
    return options
  }
}
