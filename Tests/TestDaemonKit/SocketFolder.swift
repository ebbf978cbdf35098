import Glibc

/// A folder of its own for the sockets of a test.
public struct SocketFolder: Sendable {
  /// The folder's path, short enough for sockets in it.
  public let path: String

  /// Makes a new folder under /tmp; throws when that is impossible.
  public init() throws {
    var template = Array("/tmp/virtsh-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw CannotMakeFolder(errno: errno) }
    path = String(decoding: template.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The path of a socket in the folder.
  public func socket(_ name: String) -> String { "\(path)/\(name)" }

  /// Removes sockets and folder.
  public func remove(_ names: String...) {
    for name in names { unlink(socket(name)) }
    rmdir(path)
  }

  /// Why there is no folder.
  public struct CannotMakeFolder: Error {
    let errno: Int32
  }
}
