import Glibc

/// A path as libvirt's library hands it to a daemon: from the root, without `.`, `..` and doubled slashes. What it names may be
/// another thing where there are symbolic links; nobody is asked about them.
func absolutePath(_ path: String) -> String {
  var parts: [Substring] = []
  for part in (path.hasPrefix("/") ? path : "\(workingFolder)/\(path)").split(separator: "/") {
    switch part {
    case ".": continue
    case "..": _ = parts.popLast()
    default: parts.append(part)
    }
  }
  return "/" + parts.joined(separator: "/")
}

/// The process's own; the root where there is none any more.
private var workingFolder: String {
  guard let path = getcwd(nil, 0) else { return "/" }
  defer { free(path) }
  return String(cString: path)
}
