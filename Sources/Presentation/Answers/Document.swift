/// A text of its own standing, usually XML, written as it is.
public struct Document: Answer {
  /// The text.
  public let text: String
  /// Its key in JSON.
  public let key: String
  /// Whether a newline follows. virsh adds one to most XML, but not to the results of `--xpath`.
  public let endsLine: Bool

  /// A document.
  public init(_ text: String, key: String = "xml", endsLine: Bool = true) {
    self.text = text
    self.key = key
    self.endsLine = endsLine
  }

  /// Writes the text as it is.
  public func write(on page: inout Page) {
    page.document(text)
    if endsLine { page.line() }
  }

  /// An object with the text under its key.
  public func encode(to encoder: any Encoder) throws {
    try Record(keys: [key], values: [.string(text)]).encode(to: encoder)
  }
}
