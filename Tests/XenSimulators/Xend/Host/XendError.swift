/// What xend refuses, in its words or ours.
struct XendError: Error {
  let message: String
  /// Whether xend foresees it: a thread that fails otherwise answers nothing.
  let isForeseen: Bool

  init(_ message: String, isForeseen: Bool = true) {
    self.message = message
    self.isForeseen = isForeseen
  }

  /// Names may have only some characters.
  static func check(name: String) throws(XendError) {
    let isValid =
      !name.isEmpty
      && name.unicodeScalars.allSatisfy { $0.isASCII && ($0.properties.isAlphabetic || "0123456789_.:/+-".unicodeScalars.contains($0)) }
    guard isValid else { throw XendError("Invalid VM Name: \(name)") }
  }
}
