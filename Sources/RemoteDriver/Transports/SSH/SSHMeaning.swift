import ConnectionURI
import Processes

/// What the end of ssh, or of what it ran on the other side, means to the user.
struct SSHMeaning {
  private let host: String
  private let login: String
  private let remote: RemoteCommand

  init(_ command: SSHCommand) {
    host = command.destination.host
    login = command.destination.user.map { "user \($0)" } ?? "your user"
    remote = command.remote
  }

  /// What ssh itself says when it is not let in, and what it means. The first counts: ssh says more than one of them at times.
  private static let refusals: [(words: String, meaning: String)] = [
    (
      "REMOTE HOST IDENTIFICATION HAS CHANGED",
      "the host's key has changed since the last time: make sure why before you remove the old one"
    ),
    ("Host key verification failed", "the host's key is not known yet, or not the one ssh knows: run ssh to it once and compare"),
    (
      "Permission denied (",
      "the host refuses the user, the key or the password: try ssh to it, and name the user in the URI: +ssh://USER@HOST/"
    ),
    (
      "Too many authentication failures",
      "the host has seen too many keys before the right one: name it by ?keyfile=, or set IdentitiesOnly in ssh's configuration"
    ),
  ]

  /// The same where nobody was refused.
  private static let obstacles: [(words: String, meaning: String)] = [
    ("Could not resolve hostname", "no such host name: not in DNS, /etc/hosts or ssh's own configuration"),
    ("No route to host", "the host is not on, or no network leads to it"),
    ("Connection refused", "the host is on, but no ssh server listens at that port"),
    ("Connection timed out", "nothing answers there: the host is off, or a firewall drops ssh"),
    ("Bad configuration option", "ssh's own configuration has a mistake"),
  ]

  /// What the end means.
  func meaning(of end: ProgramEnd) -> ProgramMeaning {
    if end.status == .exited(Self.failed) {
      if let own = Self.refusals.first(where: { end.words.contains($0.words) }) {
        return ProgramMeaning(text: own.meaning, isRefusal: true)
      }
      if let own = Self.obstacles.first(where: { end.words.contains($0.words) }) { return ProgramMeaning(text: own.meaning) }
    }
    return ProgramMeaning(text: end.hasSpoken ? nil : farSide(end))
  }

  /// What went wrong on the other side.
  private func farSide(_ end: ProgramEnd) -> String? {
    switch end.status {
    case .exited(Self.notFound): return notFound(end.words)
    case _ where end.words.contains("requires an argument") || end.words.contains("invalid option -- 'U'"),
      _ where end.words.contains("invalid option -- U"):
      return "\(remote.netcat) on \(host) knows no unix sockets: install netcat-openbsd there, or name another by ?netcat=/path"
    case _ where says(end, "No such file or directory"):
      return "no libvirt daemon listens on \(host) at that socket: start libvirtd or the driver's own daemon there"
    case _ where says(end, "Connection refused"): return "the libvirt daemon on \(host) does not run: start it there"
    case _ where says(end, "Permission denied"):
      return "\(login) may not use libvirt's socket on \(host): add the user to the group libvirt there, or connect as root"
    case .exited(Self.failed) where end.words.isEmpty: return "ssh to \(host) ended without a word: try ssh to it with -v"
    case .killed(let signal): return "ssh was ended by signal \(signal)"
    default: return nil
    }
  }

  /// Whether the program on the other side complains about the socket.
  private func says(_ end: ProgramEnd, _ reason: String) -> Bool {
    // virt-ssh-helper names a socket; netcat names the path, and some versions of it nothing.
    end.words.contains(reason)
      && (end.words.contains("socket") || end.words.contains("\(remote.socket): ") || end.words.contains("unix connect failed: "))
  }

  /// Something was not found, and what is said names it, or says something else.
  private func notFound(_ words: String) -> String? {
    if words.contains("error while loading shared libraries") {
      return "a program on \(host) lacks a library that it needs: install its package anew there"
    }
    guard let name = MissingProgram.name(in: words) else { return words.isEmpty ? missing : nil }
    if name == remote.netcat || name == "virt-ssh-helper" { return missing }
    return "\(name) was not found: by the shell on \(host), or here by the program that ?command= names"
  }

  /// The shell on the other side did not find what it was to run.
  private var missing: String {
    switch remote.proxy {
    case .native: "\(host) has no virt-ssh-helper: install libvirt 6.8 or newer there, or add ?proxy=netcat to the URI"
    case .netcat where remote.netcat != "nc": "\(host) has no \(remote.netcat): ?netcat= must name a program there"
    case .netcat: "\(host) has no nc: install netcat-openbsd there, or name another by ?netcat=/path"
    case .auto:
      "\(host) has neither virt-ssh-helper nor nc: install netcat-openbsd there, or libvirt 6.8 or newer, which has virt-ssh-helper"
    }
  }

  /// The exit status of ssh for its own failures.
  private static let failed: Int32 = 255
  /// The exit status of a shell that does not find a program.
  private static let notFound: Int32 = 127
}
