import Glibc

/// Why a program cannot be run, as the system says.
public struct ProgramFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// The system's number, such as `ENOENT`.
  public let code: Int32
  /// The system's text.
  public var description: String { String(cString: strerror(code)) }

  /// A failure for the system's reason.
  public init(code: Int32) { self.code = code }
}

/// Where programs are.
public enum ProgramPath {
  /// The path of a program: a name without slash is looked for in `PATH`, as `execvp` does; another is a path already.
  ///
  /// Throws when there is no such program, or it may not be run.
  public static func find(_ name: String) throws(ProgramFailure) -> String {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return try find(name, in: path.split(separator: ":", omittingEmptySubsequences: false).map { $0.isEmpty ? "." : $0 })
  }

  /// The same with other folders than those of our `PATH`.
  public static func find(_ name: String, in folders: [Substring]) throws(ProgramFailure) -> String {
    if name.utf8.contains(UInt8(ascii: "/")) {
      guard let code = refusal(of: name) else { return name }
      throw ProgramFailure(code: code)
    }
    guard !name.isEmpty else { throw ProgramFailure(code: ENOENT) }
    var code = ENOENT
    for folder in folders {
      let path = "\(folder)/\(name)"
      guard let refusal = refusal(of: path) else { return path }
      if refusal == EACCES { code = refusal }
    }
    throw ProgramFailure(code: code)
  }

  private static func refusal(of path: String) -> Int32? {
    var status = stat()
    guard stat(path, &status) == 0, access(path, X_OK) == 0 else { return errno }
    return status.st_mode & S_IFMT == S_IFREG ? nil : EACCES
  }
}
