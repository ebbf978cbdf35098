import Glibc

/// Operations of a thread: they answer when they are over.
extension XendHost {
  /// What a saved domain's file begins with.
  private static let magic = Array("Simulated save record\n".utf8)

  func save(_ uuid: String, _ arguments: OperationArguments) async throws -> HTTPReply {
    let path = try arguments.text("file")
    let domain = try liveGuest(uuid, to: "save")
    try await Task.sleep(for: options.longOperations)
    try write(Self.magic + domain.document(release: release, seed: options.seed).written + [UInt8(ascii: "\n")], to: path)
    // It may have ended meanwhile.
    if domains[uuid]?.id == domain.id { end(uuid) }
    return .accepted
  }

  func restore(_ arguments: OperationArguments) async throws -> HTTPReply {
    let path = try arguments.text("file")
    let bytes = try read(path)
    try await Task.sleep(for: options.longOperations)
    guard bytes.starts(with: Self.magic), let saved = try? ExpressionReader.values(Array(bytes.dropFirst(Self.magic.count))).first else {
      throw XendError("not a valid guest state file: found '\(String(decoding: bytes.prefix(8), as: UTF8.self))'")
    }
    var domain = try SimulatedDomain(saved, release: release, uuid: makeUUID())
    try checkUnique(domain)
    let known = domains[domain.uuid]
    guard known?.isLive != true else { throw XendError("Domain '\(domain.name)' is already running") }
    (domain.id, domain.state, domain.isManaged) = (takeID(), .running, known?.isManaged ?? false)
    domains[domain.uuid] = domain
    return HTTPReply(status: 201, reason: "Created")
  }

  func dump(_ uuid: String, _ arguments: OperationArguments) async throws -> HTTPReply {
    let path = try arguments.text("file")
    _ = try arguments.number("live")
    let crashes = try arguments.number("crash") != 0
    if release >= .v3_4 { _ = try arguments.number("reset") }
    let domain = try liveGuest(uuid, to: "dump core of")
    try await Task.sleep(for: options.longOperations)
    try write(Array("\u{7f}ELF simulated core of \(domain.name)\n".utf8), to: path)
    if crashes, domains[uuid]?.id == domain.id { end(uuid) }
    return .accepted
  }

  /// The domain leaves. No host whose name ends in `.invalid` can be reached.
  func migrate(_ uuid: String, _ arguments: OperationArguments) async throws -> HTTPReply {
    let destination = try arguments.text("destination")
    for name in ["live", "port"] { _ = try arguments.number(name) }
    if release <= .v3_2 { _ = try arguments.number("resource") }
    if release >= .v3_3 { for name in ["node", "ssl"] { _ = try arguments.number(name) } }
    if release >= .v4_0 { _ = try arguments.number("change_home_server") }
    let domain = try liveGuest(uuid, to: "migrate")
    try await Task.sleep(for: options.longOperations)
    guard !destination.isEmpty, !destination.hasSuffix(".invalid") else { throw XendError("can't connect: Name or service not known") }
    if domains[uuid]?.id == domain.id { end(uuid) }
    return .done
  }

  private func write(_ bytes: [UInt8], to path: String) throws(XendError) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Self.failure(of: path) }
    defer { close(file) }
    guard Glibc.write(file, bytes, bytes.count) == bytes.count else { throw Self.failure(of: path) }
  }

  private func read(_ path: String) throws(XendError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Self.failure(of: path) }
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    let count = Glibc.read(file, &buffer, buffer.count)
    guard count >= 0 else { throw Self.failure(of: path) }
    return Array(buffer.prefix(count))
  }

  private static func failure(of path: String) -> XendError {
    XendError("[Errno \(errno)] \(String(cString: strerror(errno))): '\(path)'")
  }
}
