import Glibc

/// Names of files, for completion.
enum FileNames {
  /// The names of one folder that begin with `prefix`; folders end in a slash.
  static func beginning(with prefix: String) -> [String] {
    let slash = prefix.lastIndex(of: "/")
    let folder = slash.map { String(prefix[...$0]) } ?? ""
    let start = slash.map { prefix[prefix.index(after: $0)...] } ?? prefix[...]
    guard let directory = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      guard name.hasPrefix(start), name != ".", name != "..", !start.isEmpty || !name.hasPrefix(".") else { continue }
      names.append(folder + name + (isFolder(folder + name, type: Int32(entry.pointee.d_type)) ? "/" : ""))
    }
    return names.sorted()
  }

  /// The programs in the folders of `PATH` whose names begin with `prefix`; with a slash in it, files.
  static func programs(beginning prefix: String) -> [String] {
    if prefix.contains("/") { return beginning(with: prefix) }
    // All that there are would be thousands.
    guard !prefix.isEmpty, let path = getenv("PATH") else { return [] }
    var names: Set<String> = []
    for folder in String(cString: path).split(separator: ":") {
      for file in beginning(with: "\(folder)/\(prefix)") where !file.hasSuffix("/") && access(file, X_OK) == 0 {
        names.insert(String(file.dropFirst(folder.count + 1)))
      }
    }
    return names.sorted()
  }

  /// Most file systems say in the folder what an entry is, which spares thousands of calls; a link has to be followed.
  private static func isFolder(_ path: String, type: Int32) -> Bool {
    guard type == Int32(DT_UNKNOWN) || type == Int32(DT_LNK) else { return type == Int32(DT_DIR) }
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
