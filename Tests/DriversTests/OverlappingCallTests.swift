import Drivers
import LibvirtProtocol
import Synchronization
import Testing
import XDR

/// A host whose answers come when the test lets them.
actor Slowcoach {
  private(set) var events: [String] = []
  private var gates: [String: CheckedContinuation<Void, Never>] = [:]
  private var opened: Set<String> = []
  private var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []

  func work(_ name: String) async throws {
    note("+\(name)")
    if opened.remove(name) == nil { await withCheckedContinuation { gates[name] = $0 } }
    try Task.checkCancellation()
    note("-\(name)")
  }

  func open(_ name: String) {
    if let gate = gates.removeValue(forKey: name) { gate.resume() } else { opened.insert(name) }
  }

  /// Waits until so many things have happened.
  func reached(_ count: Int) async -> [String] {
    if events.count < count { await withCheckedContinuation { watchers.append((count, $0)) } }
    return events
  }

  func begin(_ name: String) { note("+\(name)") }

  private func note(_ event: String) {
    events.append(event)
    for watcher in watchers where watcher.count <= events.count { watcher.continuation.resume() }
    watchers.removeAll { $0.count <= events.count }
  }

  static let handlers: HandlerTable<Slowcoach> = {
    var table = HandlerTable<Slowcoach>()
    table.on(Remote.domainLookupByName) { host, name in
      try await host.work(name)
      return DomainRef(name: name, uuid: UUID(), id: Int32(truncatingIfNeeded: CallOrder.current))
    }
    table.on(Remote.domainDefineXml) { host, name in
      try await host.work(name)
      return DomainRef(name: name, uuid: UUID(), id: -1)
    }
    table.on(Remote.domainRestore) { host, name in try await host.work(name) }
    table.on(Remote.domainSuspend) { (_, _) -> Void in throw AnswerNeverCame(LibvirtError(.operationTimeout, .xend, "silence")) }
    table.on(Remote.domainResume) { (host, domain) -> Void in
      await host.begin(domain.name)
      try await Task.sleep(for: .seconds(3600))
    }
    table.on(Remote.domainGetOsType) { (_, _) -> String in throw AnswerNeverCame(LibvirtError(.operationTimeout, .xend, "silence")) }
    return table
  }()
}

@Suite("Calls whose answers have to be waited for", .timeLimit(.minutes(20)))
struct OverlappingCallTests {
  private let host = Slowcoach()
  private let calls = OverlappingCalls(Slowcoach.handlers) { $0.number == Remote.domainRestore.number }

  private func read(_ name: String) -> PendingReply<DomainRef> { calls.send(to: host, Remote.domainLookupByName, name) }
  private func change(_ name: String) -> PendingReply<DomainRef> { calls.send(to: host, Remote.domainDefineXml, name) }

  @Test("many calls are carried out, each once, in order")
  func many() async throws {
    let names = (0..<1000).map { "\($0)" }
    for name in names { await host.open(name) }
    var replies: [PendingReply<DomainRef>] = []
    for name in names { replies.append(change(name)) }
    for (name, reply) in zip(names, replies) { #expect(try await reply.value.name == name) }
    #expect(await host.events.filter { $0.hasPrefix("-") } == names.map { "-\($0)" })
  }
  private func restore(_ name: String) -> PendingReply<Nothing> { calls.send(to: host, Remote.domainRestore, name) }

  @Test("what only reads is carried out together, and nothing begins before an answer is awaited")
  func together() async throws {
    let replies = ["a", "b", "c"].map(read)
    #expect(await host.events.isEmpty)
    async let last = replies[2].value
    #expect(Set(await host.reached(3)) == ["+a", "+b", "+c"])
    await host.open("c")
    #expect(try await last.name == "c")
    #expect(replies[0].settled == nil)
    for name in ["a", "b"] { await host.open(name) }
    #expect(try await replies[0].value.id == 1)
    #expect(try await replies[1].value.id == 2)
  }

  @Test("a change waits for what was sent before, and what was sent after waits for it")
  func alone() async throws {
    let (first, change, last) = (read("first"), change("change"), read("last"))
    async let done = last.value
    #expect(await host.reached(1) == ["+first"])
    await host.open("first")
    #expect(await host.reached(3) == ["+first", "-first", "+change"])
    await host.open("change")
    #expect(await host.reached(5) == ["+first", "-first", "+change", "-change", "+last"])
    await host.open("last")
    #expect(try await done.name == "last")
    #expect(first.settled != nil && change.settled != nil)
  }

  @Test("what takes long keeps its place, and nobody waits for it")
  func ahead() async throws {
    let (change, long, read) = (change("change"), restore("long"), read("read"))
    async let seen = read.value
    #expect(await host.reached(1) == ["+change"])
    await host.open("change")
    #expect(Set(await host.reached(4)) == ["+change", "-change", "+long", "+read"])
    await host.open("read")
    #expect(try await seen.name == "read")
    #expect(change.settled != nil && long.settled == nil)
    await host.open("long")
    _ = try await long.value
  }

  @Test("what was given up before it began is never begun; what is under way is cancelled")
  func givenUp() async throws {
    let (first, second, third) = (change("first"), change("second"), read("third"))
    async let done = third.value
    #expect(await host.reached(1) == ["+first"])
    second.abandon()
    first.abandon()
    #expect(throws: OutcomeUnknown(procedure: "virDomainDefineXML")) { try first.settled?.get() }
    await host.open("first")
    await host.open("third")
    #expect(try await done.name == "third")
    #expect(await host.events == ["+first", "+third", "-third"])
  }

  @Test("a change that ends because it was given up is in the dark too, whoever is first to say so")
  func endedByGivingUp() async throws {
    for number in 1...2000 {
      let reply = calls.send(to: host, Remote.domainResume, DomainRef(name: "d", uuid: UUID(), id: 1))
      await calls.advance()
      _ = await host.reached(number)
      reply.abandon()
      #expect(throws: OutcomeUnknown(procedure: "virDomainResume")) { try reply.settled?.get() }
    }
  }

  @Test("an answer that never came leaves a change in the dark, and is an error of what only reads")
  func silence() async {
    let domain = DomainRef(name: "d", uuid: UUID(), id: 1)
    await #expect(throws: OutcomeUnknown(procedure: "virDomainSuspend", reason: "Timed out during operation: silence")) {
      try await calls.send(to: host, Remote.domainSuspend, domain).value
    }
    await #expect(throws: LibvirtError(.operationTimeout, .xend, "silence")) {
      try await calls.send(to: host, Remote.domainGetOsType, domain).value
    }
  }

  @Test("finishing waits for everything that was sent, awaited or not")
  func finish() async throws {
    let replies = [read("a"), change("b"), read("c")]
    for name in ["a", "b", "c"] { await host.open(name) }
    await calls.finish()
    #expect(replies.allSatisfy { $0.settled != nil })
    #expect(await host.events == ["+a", "-a", "+b", "-b", "+c", "-c"])
  }

  @Test("a thousand calls sent and given up at random settle all the same")
  func storm() async throws {
    var random = SystemRandomNumberGenerator()
    let replies = (0..<1000).map { $0 % 7 == 0 ? change("x\($0)") : read("x\($0)") }
    async let finished: Void = calls.finish()
    for (number, reply) in replies.enumerated() {
      if Bool.random(using: &random) { reply.abandon() }
      await host.open("x\(number)")
    }
    await finished
    #expect(replies.allSatisfy { $0.settled != nil })
  }
}
