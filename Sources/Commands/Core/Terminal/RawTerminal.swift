/// A terminal that was lent raw: every key arrives, every byte is shown as it is.
///
/// One task reads keys, another shows; what waits goes on with `CancellationError` when its task is cancelled.
public protocol RawTerminal: Sendable {
  /// The next keys, as soon as there are any; empty once the terminal is gone.
  func keys() async throws -> [UInt8]
  /// Shows bytes; returns when the terminal has taken them.
  func show(_ bytes: [UInt8]) async throws
  /// Gives keys back that were meant for whoever reads next.
  func putBack(_ keys: [UInt8])
  /// Columns and rows, as the terminal is now; nil when it does not say.
  var size: (columns: Int, rows: Int)? { get }
}

/// The key that leaves a console.
public struct EscapeKey: Sendable, Hashable {
  /// The byte that it sends.
  public let byte: UInt8
  /// As the user wrote it: `^]`.
  public let text: String

  /// A key by its byte.
  public init(_ byte: UInt8, text: String) {
    self.byte = byte
    self.text = text
  }

  /// Ctrl-], which is what it is unless said otherwise.
  public static let usual = EscapeKey(0x1d, text: "^]")

  /// With its name for people: `^] (Ctrl + ])`.
  public var description: String { text.hasPrefix("^") ? "\(text) (Ctrl + \(text.dropFirst().prefix(1)))" : text }
}
