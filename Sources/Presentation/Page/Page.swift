/// The human form of an answer: text in the order it was written.
public struct Page: Sendable {
  /// What the page is for.
  public let options: PageOptions
  /// UTF-8, as it goes to standard output.
  public private(set) var bytes: [UInt8] = []

  /// An empty page.
  public init(_ options: PageOptions = PageOptions()) {
    self.options = options
  }

  /// Writes text without ending the line. Control characters but newline and tab are escaped on a terminal, and where asked for.
  public mutating func write(_ text: String, _ presence: Presence = .always, as role: TextRole? = nil) {
    if presence == .extra, options.isQuiet { return }
    bytes += options.palette.painted(Array(options.escaped(text).utf8), as: role)
  }

  /// Writes a whole document: byte for byte, except on a terminal.
  public mutating func document(_ text: String) {
    bytes += (options.isTerminal ? sanitized(text) : text).utf8
  }

  /// Writes text and ends the line.
  public mutating func line(_ text: String = "", _ presence: Presence = .always, as role: TextRole? = nil) {
    if presence == .extra, options.isQuiet { return }
    write(text, as: role)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Appends bytes that are known to be safe.
  mutating func append(_ safe: some Sequence<UInt8>) {
    bytes += safe
  }

  /// What was written, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
