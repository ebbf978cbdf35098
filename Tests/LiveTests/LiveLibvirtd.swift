import ConnectionURI
import Drivers
import Glibc
import RemoteDriver
import TestDaemonKit

/// The real libvirtd that Tests/run has started: its socket is in VIRTSH_TEST_LIBVIRTD_SOCKET.
enum LiveLibvirtd {
  /// Where it listens; nil when there is none, and the tests that need it are skipped.
  static let socket: String? = getenv("VIRTSH_TEST_LIBVIRTD_SOCKET").map { String(cString: $0) }

  /// Runs a test with a host of its own, which no other connection sees: two domains, `one` and `two`, both running.
  static func withHost(
    socket: String? = socket, readOnly: Bool = false, _ body: (any Driver) async throws -> Void
  ) async throws {
    let folder = try SocketFolder()
    let path = folder.socket("node.xml")
    let domain = "<memory>8192</memory><os><type>hvm</type></os></domain>"
    try write(
      "<node><domain type='test'><name>one</name>\(domain)<domain type='test'><name>two</name>\(domain)</node>", to: path)
    let result: Result<Void, any Error>
    do {
      let driver = try await open("test+unix://\(path)", socket: socket, readOnly: readOnly)
      try await body(driver)
      await driver.close()
      result = .success(())
    } catch {
      result = .failure(error)
    }
    folder.remove("node.xml")
    try result.get()
  }

  /// Opens a URI at the live daemon.
  static func open(_ uri: String, socket: String? = socket, readOnly: Bool = false) async throws -> any Driver {
    try await open(at: "\(uri)?socket=\(socket ?? "")", readOnly: readOnly)
  }

  /// Opens a URI, wherever it leads, in an environment of these variables.
  static func open(at uri: String, readOnly: Bool = false, variables: [String] = []) async throws -> any Driver {
    let uri = try ConnectionURI(parsing: uri)
    let environment = ConnectionEnvironment(
      variables: Dictionary(
        variables.compactMap { variable in
          variable.firstIndex(of: "=").map { (String(variable[..<$0]), String(variable[variable.index(after: $0)...])) }
        }, uniquingKeysWith: { $1 }),
      effectiveUserID: geteuid()
    ) { access($0, F_OK) == 0 }
    // Asked for, and too seldom to be counted among the messages of a test.
    let keepalive = KeepaliveSettings(interval: 600)
    return try await RemoteDriver.open(uri, OpenContext(isReadOnly: readOnly, environment: environment, keepalive: keepalive))
  }

  static func write(_ text: String, to path: String) throws {
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw CannotWrite(path: path) }
    defer { Glibc.close(descriptor) }
    let bytes = Array(text.utf8)
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw CannotWrite(path: path) }
  }

  struct CannotWrite: Error {
    let path: String
  }
}
