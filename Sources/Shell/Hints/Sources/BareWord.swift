import ConnectionURI

/// A single word in place of a URI: perhaps an alias with a typing error, perhaps a host's name.
struct BareWord: HintSource {
  func concerns(_ failure: Failure, in scene: Scene) -> Bool { word(of: failure) != nil }

  func hint(about failure: Failure, in scene: Scene) throws -> String? {
    guard let word = word(of: failure) else { return nil }
    if let alias = try ConnectionConfiguration.ofUser(in: scene.environment).alias(like: word) {
      return "no alias in libvirt.conf is called '\(word)'; maybe you want \(alias)"
    }
    // What looks like a driver is explained by the error itself.
    guard KnownDriver.nearest(to: word) == nil, word != "system", word != "session" else { return nil }
    return "'\(word)' is neither a connection URI nor an alias in libvirt.conf; for a host over ssh: qemu+ssh://\(word)/system"
  }

  /// The word that the user gave; nil for everything that is more than a word.
  private func word(of failure: Failure) -> String? {
    guard let error = failure.error as? ConnectionURIError, error.part == .scheme, error.code == .noConnection, !error.uri.isEmpty,
      failure.attempt?.name == error.uri, error.uri.utf8.allSatisfy(Self.isOfName)
    else { return nil }
    return error.uri
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
