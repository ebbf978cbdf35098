/// Something to say on standard error.
public struct Diagnostic: Sendable, Hashable {
  /// How bad it is. The raw value is the word in front of the text, and the key in JSON.
  public enum Severity: String, Sendable, Hashable {
    case error, warning, hint, note
    /// What a library printed by itself, shown without a word in front.
    case output

    var role: TextRole? {
      switch self {
      case .error: .error
      case .warning: .warning
      case .hint: .hint
      case .note, .output: nil
      }
    }
  }

  /// How bad it is.
  public let severity: Severity
  /// What it is; may have several lines.
  public let text: String
  /// libvirt's error code, if it is libvirt's error.
  public let code: Int?
  /// The part of libvirt it came from, by number.
  public let domain: Int?
  /// More for programs.
  public let details: [String: CellValue]

  /// Something to say.
  public init(
    _ text: String, severity: Severity = .error, code: Int? = nil, domain: Int? = nil, details: [String: CellValue] = [:]
  ) {
    self.severity = severity
    self.text = text
    self.code = code
    self.domain = domain
    self.details = details
  }

  /// What a library printed by itself: shown as it is, without `error: `.
  public init(verbatim text: String) { self.init(text, severity: .output) }

  /// For people: `error: TEXT`, only the first line having the prefix. Control characters are escaped.
  public var bytes: [UInt8] { bytes(in: .plain) }

  /// The same with the first word painted.
  public func bytes(in palette: Palette) -> [UInt8] {
    let word = severity == .output ? [] : palette.painted(Array("\(severity.rawValue):".utf8), as: severity.role) + [UInt8(ascii: " ")]
    return word + Array("\(sanitized(text))\n".utf8)
  }

  /// For programs: one line, `{"error":{"message":…}}`, with `code`, `domain` and `details` where there are any.
  public var json: [UInt8] {
    (try? JSONText.encode([severity.rawValue: Body(diagnostic: self)])) ?? bytes
  }

  private struct Body: Encodable {
    let diagnostic: Diagnostic

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: AnswerKey.self)
      try container.encode(diagnostic.text, forKey: AnswerKey("message"))
      try container.encodeIfPresent(diagnostic.code, forKey: AnswerKey("code"))
      try container.encodeIfPresent(diagnostic.domain, forKey: AnswerKey("domain"))
      if !diagnostic.details.isEmpty { try container.encode(diagnostic.details, forKey: AnswerKey("details")) }
    }
  }
}
