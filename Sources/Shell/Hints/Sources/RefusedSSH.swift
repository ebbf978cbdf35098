/// ssh's own words, and those of the program it runs on the other side.
struct RefusedSSH: HintSource {
  /// What ssh or the remote shell says, and what it means.
  private static let meanings: [(words: String, meaning: String)] = [
    ("Host key verification failed", "the host's key is not the one ssh knows, or is not known yet: run ssh to it once and compare"),
    (
      "REMOTE HOST IDENTIFICATION HAS CHANGED",
      "the host's key has changed since the last time: make sure why before you remove the old one"
    ),
    (
      "Permission denied (",
      "the host refuses the user, the key or the password: try ssh to it, and name the user in the URI: +ssh://USER@HOST/"
    ),
    ("Could not resolve hostname", "no such host name: not in DNS, /etc/hosts or ssh's own configuration"),
    ("No route to host", "the host is not on, or no network leads to it"),
    ("Connection refused", "the host is on, but no ssh server listens at that port"),
    ("Connection timed out", "nothing answers there: the host is off, or a firewall drops ssh"),
    ("virt-ssh-helper: command not found", "the host has no virt-ssh-helper: add ?proxy=netcat to the URI"),
    ("nc: command not found", "the host has no nc: install netcat-openbsd there, or libvirt 6.8 or newer for virt-ssh-helper"),
    ("nc: not found", "the host has no nc: install netcat-openbsd there, or libvirt 6.8 or newer for virt-ssh-helper"),
    ("invalid option -- 'U'", "the host's nc knows no unix sockets: install netcat-openbsd there, or name another by ?netcat=/path"),
    ("invalid option -- U", "the host's nc knows no unix sockets: install netcat-openbsd there, or name another by ?netcat=/path"),
  ]

  func concerns(_ failure: Failure, in scene: Scene) -> Bool {
    guard let transport = try? failure.attempt?.uri(in: scene.environment)?.transport() else { return false }
    return transport.isSSH && meaning(of: failure.message) != nil
  }

  func hint(about failure: Failure, in scene: Scene) -> String? { meaning(of: failure.message) }

  /// What a message of ssh's means; nil for one that says nothing of its own.
  func meaning(of message: String) -> String? { Self.meanings.first { message.contains($0.words) }?.meaning }
}
