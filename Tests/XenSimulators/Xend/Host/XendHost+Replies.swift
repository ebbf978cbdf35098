extension XendHost {
  /// The answer to a request; nil for none at all.
  func reply(to request: HTTPRequest) async -> HTTPReply? {
    if options.latency > .zero { try? await Task.sleep(for: options.latency) }
    guard ["GET", "HEAD", "POST"].contains(request.method) else { return .notImplemented(request.method) }
    let isPost = request.method == "POST"
    guard request.path.first == "xend" else { return unknown(request) }
    switch (request.path.dropFirst().first, request.path.count) {
    case (nil, _): return .value(.list(["ls", "", "node", "domain", "vnet"].map { .text($0) }))
    case ("vnet", 2): return .value(.list([]))
    case ("node", 2): return isPost ? nodeOperation(request) : .value(nodeDocument)
    case ("node", 3) where request.path[2] == "dmesg":
      guard isPost else { return .text("(XEN) Xen version \(release.rawValue)\n(XEN) System RAM: \(options.memory)MB\n") }
      return withOperation(request) { $0 == "clear" ? .done : .notImplemented($0) }
    case ("node", 3) where request.path[2] == "log": return .text("[xend] INFO (SrvDaemon) Xend Daemon started\n")
    case ("domain", 2): return isPost ? await directoryOperation(request) : list(request)
    case ("domain", 3): return await domainReply(request)
    default: return unknown(request)
    }
  }

  private func unknown(_ request: HTTPRequest) -> HTTPReply { .notFound("Not found: \(request.path.last ?? "/")") }

  /// Runs what needs exactly one operation.
  private func withOperation(_ request: HTTPRequest, _ body: (String) -> HTTPReply) -> HTTPReply {
    guard let operation = request.operation else { return .noOperation }
    return body(operation)
  }

  private func nodeOperation(_ request: HTTPRequest) -> HTTPReply {
    withOperation(request) { ["shutdown", "reboot"].contains($0) ? .value(.integer(0)) : .notImplemented($0) }
  }

  private func list(_ request: HTTPRequest) -> HTTPReply {
    list(isDetailed: request.query.only("detail") == "1", filter: request.query.only("state"))
  }

  /// Names in order, or whole domains in none. From 3.0.4 on only those in one state, running ones where none is named.
  func list(isDetailed: Bool, filter: String?) -> HTTPReply {
    let filter = (filter ?? "running").lowercased()
    guard release < .v3_0_4 || ["all", "unknown"].contains(filter) || DomainState(name: filter) != nil else {
      return .failure("Invalid state: \(filter)", status: 500, reason: "Request failed: list")
    }
    let found = domains.values.filter { release < .v3_0_4 ? $0.isLive : $0.state.passes(filter) }.sorted { $0.name < $1.name }
    guard isDetailed else { return .value(.list(found.map { .text($0.name) })) }
    var shuffling = SeededGenerator(options.seed, for: "list")
    return .value(.list(found.shuffled(using: &shuffling).map { $0.document(release: release, seed: options.seed) }))
  }

  private func directoryOperation(_ request: HTTPRequest) async -> HTTPReply? {
    guard let name = request.operation else { return .noOperation }
    if name == "list" { return list(isDetailed: true, filter: nil) }
    guard let operation = XendOperation.ofDirectory[name], release >= operation.since else { return .notImplemented(name) }
    return await perform(operation, name, on: "", request)
  }

  private func domainReply(_ request: HTTPRequest) async -> HTTPReply? {
    guard let uuid = find(request.path[2]), let domain = domains[uuid] else {
      let name = String(decoding: PythonValue.quoted(Array(request.path[2].utf8)), as: UTF8.self)
      return .notFound(release >= .v3_0_4 ? "<Fault 3: \(name)>" : "No such domain \(request.path[2])")
    }
    guard request.method == "POST" else {
      if request.query.only("op") == "vcpuinfo" { return .value(domain.vcpuDocument(cpus: options.cpus)) }
      return .value(domain.document(release: release, seed: options.seed))
    }
    guard let name = request.operation else { return .noOperation }
    guard let operation = XendOperation.ofDomain[name], release >= operation.since else { return .notImplemented(name) }
    return await perform(operation, name, on: uuid, request)
  }

  private func perform(_ operation: XendOperation, _ name: String, on uuid: String, _ request: HTTPRequest) async -> HTTPReply? {
    do {
      return try await operation.run(self, uuid, OperationArguments(request.arguments))
    } catch let error as XendError {
      if operation.isThreaded {
        // Nobody answers, and nobody closes the connection.
        guard error.isForeseen else { return nil }
        return .failure(error.message, status: operation.threadStatus, reason: operation.threadStatus == 202 ? "Accepted" : "OK")
      }
      return .failure(error.message, status: 500, reason: "Request failed: \(name)")
    } catch {
      // It is being stopped.
      return nil
    }
  }
}
