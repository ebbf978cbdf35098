extension XendRequest {
  /// The host: `(node …)`.
  static let node = get("/xend/node/")
  /// The hypervisor's messages, a text.
  static let dmesg = get("/xend/node/dmesg", isText: true)
  /// xend's own log, a text.
  static let log = get("/xend/node/log", isText: true)
  /// Empties the hypervisor's messages.
  static let clearDmesg = post("clear", to: "/xend/node/dmesg")
}
