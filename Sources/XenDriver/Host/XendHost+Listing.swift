import Drivers
import LibvirtProtocol
import SExpressions
import XDR

extension XendHost {
  /// All domains there are, asked for one by one: xend's own list with details leaves out what does not run.
  ///
  /// One request for the names, then all others together. A domain that went away in between is left out.
  func domains() async throws -> [XenDomain] {
    let names = try await document(format.hasDefinedDomains ? .names(.all) : .names).elements?.compactMap(\.text) ?? []
    let asked = names.compactMap { try? XendDomainKey(name: $0) }
    // What cannot be asked for by name is looked for in the list with details, which has what runs.
    async let others = asked.count == names.count ? [] : detailed().filter { (try? XendDomainKey(name: $0.name)) == nil }
    let live = try await inParallel(asked) { try await self.listed($0) }.compactMap(\.self) + others
    return live + definitions(beside: live)
  }

  /// What xend has under a name that it listed; an error says which of them it was.
  private func listed(_ key: XendDomainKey) async throws -> XenDomain? {
    let note = "xend was asked about the domain with \(key)"
    do { return try await found(key) } catch var error as LibvirtError {
      error.notes.append(note)
      throw error
    } catch let silence as AnswerNeverCame {
      var error = silence.error
      error.notes.append(note)
      throw AnswerNeverCame(error)
    }
  }

  private func detailed() async throws -> [XenDomain] {
    try await document(.domains).elements?.map { try XenDomain(document: $0, format: format) } ?? []
  }

  /// All domains that the flags let through.
  func list(needResults: Int32, _ flags: UInt32) async throws -> Listing<16384, DomainRef, UInt32> {
    try LibvirtError.refuse(flags, allowed: 0xFFFF, in: "xenUnifiedConnectListAllDomains", Self.errorDomain)
    let wanted = ConnectListAllDomainsFlags(rawValue: flags)
    let refs = try await domains().filter { $0.traits.passes(wanted) }.map(\.ref)
    return Listing(refs.sorted { ($0.id, $0.name) < ($1.id, $1.name) }, needResults: needResults)
  }

  func ids() async throws -> [Int32] { try await domains().compactMap(\.id).sorted() }

  func inactiveNames() async throws -> [String] { try await domains().filter { !$0.isActive }.map(\.name).sorted() }

  /// Statistics: what a domain's document tells, in one go for all.
  func stats(_ refs: [DomainRef], _ types: UInt32, _ flags: UInt32) async throws -> Bounded<16384, DomainStatsRecord> {
    let known: DomainStatsTypes = [.state, .cpuTotal, .balloon, .vcpu]
    let unknown = types & ~known.rawValue
    if flags & ConnectGetAllDomainStatsFlags.enforceStats.rawValue != 0, unknown != 0 {
      throw LibvirtError(
        .argumentUnsupported, Self.errorDomain, "Stats types bits 0x\(String(unknown, radix: 16)) are not supported by this daemon")
    }
    let wanted = types == 0 ? known : DomainStatsTypes(rawValue: types)
    let passing = ConnectListAllDomainsFlags(rawValue: flags & 0xFF)
    let found =
      refs.isEmpty
      ? try await domains().sorted { ($0.ref.id, $0.name) < ($1.ref.id, $1.name) }
      : try await inParallel(refs) { try? await self.domain($0) }.compactMap(\.self)
    return Bounded(found.filter { $0.traits.passes(passing) }.map { DomainStatsRecord(dom: $0.ref, params: Bounded($0.stats(wanted))) })
  }
}

/// Does something for each element, a few at a time, and keeps the order.
func inParallel<Element: Sendable, Result: Sendable>(
  _ elements: [Element], width: Int = XendHost.requestLimit, _ body: @escaping @Sendable (Element) async throws -> Result
) async throws -> [Result] {
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var results: [Result?] = Array(repeating: nil, count: elements.count)
    var next = 0
    func begin() {
      guard next < elements.count else { return }
      group.addTask { [next] in (next, try await body(elements[next])) }
      next += 1
    }
    for _ in 0..<width { begin() }
    while let (index, result) = try await group.next() {
      results[index] = result
      begin()
    }
    return results.compactMap(\.self)
  }
}

extension XenDomain {
  /// What a listing can ask for. Whether a running domain stays is not in its document.
  var traits: DomainTraits { DomainTraits(isActive: isActive, isPersistent: true, state: state.rawValue, isAutostarted: isAutostarted) }

  fileprivate func stats(_ types: DomainStatsTypes) -> [TypedParameter] {
    var parameters: [TypedParameter] = []
    func add(_ field: String, _ value: TypedParameterValue) { parameters.append(TypedParameter(field: field, value: value)) }
    if types.contains(.state) {
      add("state.state", .int(state.rawValue))
      add("state.reason", .int(0))
    }
    if types.contains(.cpuTotal), isActive { add("cpu.time", .ullong(cpuTime)) }
    if types.contains(.balloon) {
      add("balloon.current", .ullong(memory))
      add("balloon.maximum", .ullong(maxMemory))
    }
    if types.contains(.vcpu) {
      add("vcpu.current", .uint(UInt32(clamping: vcpus)))
      add("vcpu.maximum", .uint(UInt32(clamping: maxVcpus)))
    }
    return parameters
  }
}
