import Glibc
import XMLTree

/// A file of a node definition.
struct DefinitionFile {
  let root: XMLElement

  /// Reads and parses one file.
  init(path: String) throws(DefinitionError) {
    guard let bytes = Self.read(path) else {
      var error = DefinitionError.xml("failed to parse xml document '\(path)'")
      error.notes = ["I/O warning : failed to load external entity \"\(path)\""]
      throw error
    }
    do {
      root = try XMLDocument(bytes, source: path, encodings: .declared).root
    } catch {
      throw .malformed(error.text)
    }
  }

  /// The element itself, or the root of the file that its attribute `file` names.
  static func resolve(_ element: XMLElement, from file: String) throws(DefinitionError) -> XMLElement {
    guard let name = element[attribute: "file"], !name.isEmpty else { return element }
    if name.hasPrefix("/") { return try Self(path: name).root }
    guard let slash = file.lastIndex(of: "/") else { return try Self(path: name).root }
    return try Self(path: file[...slash] + name).root
  }

  /// The content of a regular file of at most one byte more than a document may have; `nil` for everything else.
  private static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let limit = XMLLimits().bytes + 1
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while bytes.count < limit {
      let count = Glibc.read(descriptor, &buffer, min(buffer.count, limit - bytes.count))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes
  }
}
