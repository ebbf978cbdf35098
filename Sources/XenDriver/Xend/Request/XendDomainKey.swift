import LibvirtProtocol

/// How a request says which domain it is about: by name, or by UUID. Never by id, which a domain with a number for a name hides.
struct XendDomainKey: Sendable, Hashable, CustomStringConvertible {
  /// What stands in the path, not encoded.
  let text: String
  /// Whether it is the domain's UUID.
  let isUUID: Bool

  /// A domain by its UUID, which xend of format 3 and newer looks up.
  init(uuid: UUID) {
    self.init(text: uuid.description, isUUID: true)
  }

  private init(text: String, isUUID: Bool) {
    self.text = text
    self.isUUID = isUUID
  }

  /// A domain by its name; by its UUID where the name will not do and there is one. Give none to a xend of format 1 or 2: it does not look
  /// them up.
  ///
  /// A name that reads like an id or a UUID means another domain once its own is gone; so it is the UUID that is used for those. Where
  /// there is none, compare the name in xend's answer before anything is changed.
  /// - Throws: `LibvirtError` for a name that no path can hold.
  init(name: String, uuid: UUID? = nil) throws(LibvirtError) {
    let trouble = Self.trouble(with: name)
    if let uuid, trouble != nil || Self.isMistakable(name) {
      self.init(uuid: uuid)
      return
    }
    if let trouble { throw .invalidArgument("xend cannot be asked for a domain by a name that \(trouble)", .xend) }
    self.init(text: name, isUUID: false)
  }

  /// `name 'web1'` or `uuid '…'`, fit to be shown.
  var description: String { "\(isUUID ? "uuid" : "name") '\(XendWords.clean(text.utf8, limit: 200))'" }

  private static func trouble(with name: String) -> String? {
    if name.isEmpty { return "is empty" }
    if name == "." || name == ".." { return "is '\(name)'" }
    // xend takes the path apart before, and its objects after decoding.
    if name.utf8.contains(UInt8(ascii: "/")) { return "contains '/'" }
    if name.utf8.contains(0) { return "contains a NUL" }
    return nil
  }

  /// Whether xend would take the name for an id or a UUID when there is no domain of that name.
  private static func isMistakable(_ name: String) -> Bool {
    let trimmed = name.utf8.filter { $0 > 0x20 }
    let digits = trimmed.first == UInt8(ascii: "+") || trimmed.first == UInt8(ascii: "-") ? trimmed.dropFirst() : trimmed[...]
    return digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } || UUID(name) != nil
  }
}
