/// What xend refuses, in its words or ours.
struct XendError: Error {
  let message: String

  init(_ message: String) { self.message = message }

  /// Names may have only some characters.
  static func check(name: String) throws(XendError) {
    let isValid =
      !name.isEmpty
      && name.unicodeScalars.allSatisfy { $0.isASCII && ($0.properties.isAlphabetic || "0123456789_.:/+-".unicodeScalars.contains($0)) }
    guard isValid else { throw XendError("Invalid VM Name: \(name)") }
  }
}
