import Glibc

/// Lines from a descriptor that is no terminal: its own buffer, one `read` per wake-up, a line as soon as it is whole.
///
/// Memory is bounded by the longest line, and that by ``limit``.
public struct LineSource: ~Copyable {
  /// The longest line that is accepted, in bytes.
  public static let limit = 16 << 20

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var head = 0
  private var scanned = 0
  private var isAtEnd = false

  /// Lines from a descriptor, which stays open.
  public init(descriptor: Int32) { self.descriptor = descriptor }

  /// The next line without its newline; nil at the end. Blocks only when ``isLineReady`` is false.
  ///
  /// Throws when a line is longer than ``limit``, or reading fails.
  public mutating func next() throws(LineSourceError) -> String? {
    while true {
      if let line = takeLine() { return line }
      if isAtEnd { return takeRest() }
      if buffer.count - head > Self.limit { throw .tooLong }
      try fill()
    }
  }

  /// Whether a whole line is buffered, so that ``next()`` will not wait.
  public mutating func isLineReady() -> Bool {
    if scanned < head { scanned = head }
    while scanned < buffer.count {
      if buffer[scanned] == UInt8(ascii: "\n") { return true }
      scanned += 1
    }
    return isAtEnd && head < buffer.count
  }

  private mutating func takeLine() -> String? {
    guard isLineReady(), scanned < buffer.count else { return nil }
    defer {
      head = scanned + 1
      scanned = head
    }
    return String(decoding: buffer[head..<scanned], as: UTF8.self)
  }

  private mutating func takeRest() -> String? {
    guard head < buffer.count else { return nil }
    defer { head = buffer.count }
    return String(decoding: buffer[head...], as: UTF8.self)
  }

  private mutating func fill() throws(LineSourceError) {
    if head > 0 {
      buffer.removeFirst(head)
      scanned -= head
      head = 0
    }
    let old = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: 65536))
    var count = -1
    repeat {
      count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress.map { $0 + old }, 65536) }
    } while count < 0 && errno == EINTR
    buffer.removeLast(65536 - max(count, 0))
    if count == 0 { isAtEnd = true }
    if count < 0 { throw .unreadable(errno) }
  }
}

/// Why no more lines can be had.
public enum LineSourceError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A line is longer than ``LineSource/limit``.
  case tooLong
  /// `read` failed with this error number.
  case unreadable(Int32)

  /// A short sentence for the user.
  public var description: String {
    switch self {
    case .tooLong: "a line is longer than \(LineSource.limit >> 20) MiB"
    case .unreadable(let number): "cannot read: \(String(cString: strerror(number)))"
    }
  }
}
