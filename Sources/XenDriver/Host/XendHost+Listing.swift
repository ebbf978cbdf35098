import Drivers
import LibvirtProtocol
import SExpressions
import XDR

extension XendHost {
  /// How many domains a list may have, in libvirt too.
  static let listLimit = 16384

  /// What is wanted of all domains there are, nil for nothing of one. They are asked for one by one: xend's own list with details leaves out
  /// what does not run.
  ///
  /// One request for the names, then all others together. A domain that went away in between is left out. One of which xend says nothing,
  /// or nothing that makes sense, is what `unheard` makes of it; without that, and where it is so with many, all fails.
  func domains<Answer: Sendable>(
    _ tell: @escaping @Sendable (XenDomain) -> Answer?, unheard: (@Sendable (DomainRef) -> Answer)? = nil
  ) async throws -> [Answer] {
    let names = try await elements(format.hasDefinedDomains ? .names(.all) : .names).compactMap(\.text)
    try checkCount(names.count)
    let asked = Set(names).sorted().compactMap { try? XendDomainKey(name: $0) }
    // What cannot be asked for by name is looked for in the list with details.
    let isWhole = names.allSatisfy { (try? XendDomainKey(name: $0)) != nil }
    async let others = isWhole ? [] : detailed().filter { (try? XendDomainKey(name: $0.name)) == nil }.compactMap(tell)
    let silences = SilenceCount(limit: unheard == nil ? 1 : min(asked.count, Self.requestLimit))
    let told = try await inParallel(asked) { key -> Answer? in
      do {
        // Where a domain went away, xend finds what has its name for a number.
        let domain = try await self.listed(key)
        await self.noteHeard(key)
        return domain.flatMap { $0.name == key.text ? tell($0) : nil }
      } catch {
        guard let unheard, self.closure.reason == nil, let reason = LibvirtError(behind: error), silences.allowsAnother() else {
          throw error
        }
        await self.noteUnheard(key, reason)
        return unheard(.standIn(key.text))
      }
    }
    return try await told.compactMap(\.self) + others + definitions(beside: names).compactMap(tell)
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

  /// The domains of the list with details; xend may leave out what does not run.
  func detailed() async throws -> [XenDomain] {
    let documents = try await elements(format.hasDefinedDomains ? .domains(.all) : .domains)
    try checkCount(documents.count)
    return try documents.map { try XenDomain(document: $0, format: format) }
  }

  /// What is in the list that xend is asked for.
  private func elements(_ request: XendRequest) async throws -> [SExpression] {
    guard let elements = try await document(request).elements else {
      throw LibvirtError(.getFailed, Self.errorDomain, "xend's answer to \(request) is no list")
    }
    return elements
  }

  private nonisolated func checkCount(_ count: Int) throws {
    guard count > Self.listLimit else { return }
    throw LibvirtError(.rpc, Self.errorDomain, "Too many domains '\(count)' for limit '\(Self.listLimit)'")
  }

  /// All domains that the flags let through.
  func list(needResults: Int32, _ flags: UInt32) async throws -> Listing<16384, DomainRef, UInt32> {
    try LibvirtError.refuse(flags, allowed: 0xFFFF, in: "xenUnifiedConnectListAllDomains", Self.errorDomain)
    let wanted = ConnectListAllDomainsFlags(rawValue: flags)
    // Whether the flags let through what nothing is known of is not known either.
    let refs = try await domains({ [self] in traits(of: $0).passes(wanted) ? $0.ref : nil }, unheard: { $0 })
    return Listing(refs.sorted { ($0.id, $0.name) < ($1.id, $1.name) }, needResults: needResults)
  }

  func ids() async throws -> [Int32] { try await domains(\.id).sorted() }

  func inactiveNames() async throws -> [String] { try await domains { $0.isActive ? nil : $0.name }.sorted() }

  /// What a listing can ask for. Whether a running domain stays is not in its document; unless xend's folder tells, it does.
  private nonisolated func traits(of domain: XenDomain) -> DomainTraits {
    let isPersistent = format.hasDefinedDomains && (!domain.isActive || client.address.keepsDefinition(of: domain.uuid) ?? true)
    return DomainTraits(
      isActive: domain.isActive, isPersistent: isPersistent, state: domain.state.rawValue, isAutostarted: domain.isAutostarted)
  }

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
    let tell: @Sendable (XenDomain) -> DomainStatsRecord? = { [self] domain in
      traits(of: domain).passes(passing) ? DomainStatsRecord(dom: domain.ref, params: Bounded(domain.stats(wanted))) : nil
    }
    if refs.isEmpty {
      let records = try await domains(tell, unheard: { DomainStatsRecord(dom: $0, params: []) })
      return Bounded(records.sorted { ($0.dom.id, $0.dom.name) < ($1.dom.id, $1.dom.name) })
    }
    let records = try await inParallel(refs) { ref in
      do {
        return tell(try await self.domain(ref))
      } catch let error as LibvirtError where error.code == .noDomain {
        // As libvirt: what is gone is left out.
        return nil
      }
    }
    return Bounded(records.compactMap(\.self))
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
