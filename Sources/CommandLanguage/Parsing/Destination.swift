/// Where a command's answer goes in place of standard output: through programs, into a file, or both.
public struct Destination: Sendable, Hashable {
  /// A file by its name.
  public struct File: Sendable, Hashable {
    /// The name as it was typed.
    public let path: String
    /// Whether what the file has is kept.
    public let isAppended: Bool

    /// A file.
    public init(path: String, isAppended: Bool) {
      self.path = path
      self.isAppended = isAppended
    }
  }

  /// The programs in order, each with its arguments.
  public let programs: [[String]]
  /// The file at the end.
  public let file: File?

  /// Programs, a file, or both.
  public init(programs: [[String]] = [], file: File? = nil) {
    self.programs = programs
    self.file = file
  }

  /// What the signs of a line mean together; throws where one lacks its word or has too many, or comes after a file.
  init(_ redirections: [Redirection]) throws(UsageError) {
    var programs: [[String]] = []
    var file: File?
    for redirection in redirections {
      let sign = redirection.kind.rawValue
      if let file {
        throw UsageError("'\(sign)' after the file '\(file.path)': nothing can follow a file", column: redirection.column)
      }
      guard let first = redirection.words.first, !first.text.isEmpty else {
        throw UsageError("'\(sign)' needs the name of a \(redirection.kind == .pipe ? "program" : "file")", column: redirection.column)
      }
      if redirection.kind == .pipe {
        programs.append(redirection.words.map(\.text))
      } else if redirection.words.count > 1 {
        let surplus = redirection.words[1]
        throw UsageError("unexpected data '\(surplus.text)' after the file '\(first.text)'", column: surplus.column)
      } else {
        file = File(path: first.text, isAppended: redirection.kind == .append)
      }
    }
    self.init(programs: programs, file: file)
  }
}
