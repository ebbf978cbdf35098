/// The host that a simulated xend manages, and what it heard.
actor XendHost {
  let options: XendSimulatorOptions
  var domains: [String: SimulatedDomain] = [:]
  private(set) var requests: [XendRequestRecord] = []
  private var open = 0
  private var faults: [XendFault]
  private var nextID = 1
  private var madeUp = 0
  var generator: SeededGenerator
  /// Guests on their way down.
  var guests: [Task<Void, Never>] = []

  init(_ options: XendSimulatorOptions) {
    self.options = options
    faults = options.faults
    generator = SeededGenerator(options.seed)
    if let privileged = try? SimulatedDomain.privileged(cpus: options.cpus, release: options.release) {
      domains[privileged.uuid] = privileged
    }
  }

  var release: XenRelease { options.release }

  func stop() {
    for guest in guests { guest.cancel() }
    guests = []
  }

  // MARK: - What it heard

  /// A request is complete.
  func began(_ request: HTTPRequest?, _ bytes: [UInt8]) {
    open += 1
    let record = XendRequestRecord(number: requests.count + 1, bytes: bytes, open: open, request: request)
    requests.append(record)
    options.heard(record)
  }

  /// A request ends without an answer of ours.
  func ended() { open -= 1 }

  /// A request has its answer, which is this on the wire.
  func ended(_ reply: HTTPReply, for request: HTTPRequest?) -> [UInt8] {
    open -= 1
    return reply.bytes(for: request, using: &generator)
  }

  func forgetRequests() { requests = [] }

  // MARK: - What goes wrong

  func add(_ fault: XendFault) { faults.append(fault) }
  func removeFaults() { faults = [] }

  /// The first fault that concerns the request.
  func takeFault(for request: HTTPRequest) -> XendFault? {
    guard let index = faults.firstIndex(where: { $0.concerns(request) }) else { return nil }
    if let count = faults[index].count { faults[index].count = count - 1 }
    return faults[index]
  }

  // MARK: - Domains

  func takeID() -> Int {
    defer { nextID += 1 }
    return nextID
  }

  func makeUUID() -> String {
    var digits = [UInt8](repeating: 0, count: 16).map { _ in UInt8.random(in: 0...255, using: &generator) }
    digits[6] = digits[6] & 0x0f | 0x40
    digits[8] = digits[8] & 0x3f | 0x80
    let text = digits.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return SimulatedDomain.dashed(text) ?? text
  }

  func addMadeUpDomains(_ count: Int) {
    for _ in 0..<count {
      madeUp += 1
      let configuration = SimulatedDomain.madeUp(madeUp, uuid: makeUUID(), release: release)
      guard var domain = try? SimulatedDomain(configuration, release: release, uuid: makeUUID()) else { continue }
      guard !domains.values.contains(where: { $0.name == domain.name }) else { continue }
      (domain.id, domain.state, domain.isManaged) = (takeID(), .running, release.format >= 3)
      domains[domain.uuid] = domain
    }
  }

  var names: [String] { domains.values.map(\.name).sorted() }

  func state(of name: String) -> String? { domains.values.first { $0.name == name }?.state.name }

  func setState(of name: String, to state: String) -> Bool {
    guard let uuid = domains.values.first(where: { $0.name == name })?.uuid, let state = DomainState(name: state) else { return false }
    domains[uuid]?.state = state
    if state == .halted {
      domains[uuid]?.id = nil
      domains[uuid]?.isManaged = true
    } else if domains[uuid]?.id == nil {
      domains[uuid]?.id = takeID()
    }
    return true
  }

  /// The uuid of the domain that a path means: a live name, a managed name, an id, a uuid.
  func find(_ text: String) -> String? {
    let all = domains.values
    if let domain = all.first(where: { $0.name == text && $0.isLive }) ?? all.first(where: { $0.name == text }) { return domain.uuid }
    if let id = Int(text), let domain = all.first(where: { $0.id == id }) { return domain.uuid }
    guard release >= .v3_0_4, let uuid = SimulatedDomain.dashed(text) else { return nil }
    return domains[uuid]?.uuid
  }

  /// Nobody else has the name.
  func checkName(_ domain: SimulatedDomain) throws(XendError) {
    if let other = domains.values.first(where: { $0.name == domain.name && $0.uuid != domain.uuid }) {
      throw XendError("VM name '\(domain.name)' already exists" + (other.id.map { " as domain \($0)" } ?? ""))
    }
  }

  /// Nobody else has the name or the uuid.
  func checkUnique(_ domain: SimulatedDomain) throws(XendError) {
    try checkName(domain)
    if let other = domains[domain.uuid], other.name != domain.name, other.isLive {
      throw XendError("VM UUID '\(domain.uuid)' already exists as domain \(other.name)")
    }
  }

  /// In MiB.
  var freeMemory: Int { max(options.memory - domains.values.filter(\.isLive).map(\.memory).reduce(0, +), 0) }
}
