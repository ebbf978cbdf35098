extension XendRequest {
  /// Saves a domain's memory to a file of xend's host and ends it.
  static func save(_ domain: XendDomainKey, to file: String) -> Self { post("save", to: domain, ["file": .text(file)], isLong: true) }

  /// Makes a domain from a file of xend's host; it runs afterwards.
  static func restore(from file: String) -> Self { post("restore", to: "/xend/domain/", ["file": .text(file)], isLong: true) }

  /// Writes a domain's memory to a file of xend's host. Format 3 and newer.
  static func dump(_ domain: XendDomainKey, to file: String, live: Bool, crash: Bool, reset: Bool = false) -> Self {
    // Xen 3.4 fails where `reset` is not said.
    post(
      "dump", to: domain, ["file": .text(file), "live": .flag(live), "crash": .flag(crash), "reset": .flag(reset)], isLong: true)
  }

  /// Moves a domain to another host. Port 0 is the usual one, 8002.
  ///
  /// The arguments are those of all versions: each fails where its own are not said, and ignores the others'.
  static func migrate(_ domain: XendDomainKey, to host: String, port: UInt16, live: Bool) -> Self {
    post(
      "migrate", to: domain,
      [
        "destination": .text(host), "live": .flag(live), "port": .number(port), "resource": "0", "node": "-1", "ssl": "0",
        "change_home_server": "0",
      ], isLong: true)
  }
}
