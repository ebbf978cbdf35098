import Glibc

/// Where a program is that libvirt would start.
enum ProgramSearch {
  /// The path of a program: a whole path stands for itself, whatever is there; a relative one counts from here and must be
  /// executable; a name is looked for in the folders of `PATH` among `variables`. Nil when it is nowhere.
  static func path(of program: String, in variables: [String]) -> String? {
    if program.hasPrefix("/") { return program }
    if program.contains("/") {
      guard refusal(of: program) == nil, let whole = realpath(program, nil) else { return nil }
      defer { free(whole) }
      return String(cString: whole)
    }
    let folders = variables.first { $0.hasPrefix("PATH=") }?.dropFirst("PATH=".count) ?? ""
    return folders.split(separator: ":").lazy.map { "\($0)/\(program)" }.first { refusal(of: $0) == nil }
  }

  /// Why a file cannot be run, as the system's number; nil if it can be.
  static func refusal(of path: String) -> CInt? {
    var status = stat()
    guard stat(path, &status) == 0, access(path, X_OK) == 0 else { return errno }
    return status.st_mode & S_IFMT == S_IFREG ? nil : EACCES
  }
}
