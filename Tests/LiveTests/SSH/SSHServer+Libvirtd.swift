import Glibc
import TestDaemonKit

extension SSHServer {
  /// An sshd whose sessions see a private libvirtd as that of the machine: virt-ssh-helper finds its sockets where it looks for them.
  static func beside(_ daemon: RestartableLibvirtd) async throws -> SSHServer {
    for name in ["libvirt-sock", "libvirt-sock-ro"] { symlink("\(daemon.folder)/\(name)", "\(daemon.folder)/run/\(name)") }
    // Any user may look.
    chmod(daemon.folder, 0o755)
    guard let process = pid_t("\(daemon.folder)/libvirtd.pid".contents.filter(\.isNumber)) else { throw CannotStart(reason: "no libvirtd") }
    return try await SSHServer(namespaceOf: process)
  }

  /// What the libraries of ssh need to know, which read no configuration of ssh.
  var libraryOptions: String { "&known_hosts=\(path("known_hosts"))&keyfile=\(path("user"))&sshauth=privkey" }

  /// The path of a new program, which is a line for a shell.
  func program(_ name: String, _ line: String) throws -> String {
    try script("#!/bin/sh\n\(line)\n", name)
    return path(name)
  }
}
