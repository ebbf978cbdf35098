import ConnectionURI
import Drivers
import LibvirtProtocol
import Testing
import XDR

@Suite("Calls of an in-process driver")
struct CallTests {
  @Test("a thousand calls are carried out in the order they were sent")
  func order() async throws {
    let driver = CounterDriver()
    let replies = (0..<1000).map { driver.send(Remote.domainLookupById, Int32($0)) }
    let last = try await replies[999].value
    #expect(last.name == "domain-999")
    for (number, reply) in replies.enumerated() { #expect(try await reply.value.id == Int32(number)) }
    #expect(await driver.host.asked == (0..<1000).map(Int32.init))
  }

  @Test("a slow call holds back the later ones, and all are answered")
  func slow() async throws {
    let driver = CounterDriver()
    let slow = driver.send(Remote.domainLookupByName, "x")
    let quick = driver.send(Remote.domainLookupById, 7)
    #expect(try await quick.value.id == 7)
    #expect(slow.settled != nil)
    #expect(try await slow.value.name == "x")
  }

  @Test("a batch gives a reply or an error for each, in order")
  func batch() async {
    let results = await CounterDriver().send(Remote.domainLookupById, forEach: [3, -1, 5]).results
    #expect(results.count == 3)
    #expect((try? results[0].get())?.id == 3)
    #expect(throws: LibvirtError(.noDomain, .test)) { try results[1].get() }
    #expect((try? results[2].get())?.id == 5)
  }

  @Test("a batch hands on the arguments behind the first")
  func batchArguments() async throws {
    let domains = [1, 2].map { DomainRef(name: "d", uuid: UUID(high: 0, low: 0), id: $0) }
    let states = try await CounterDriver().send(Remote.domainGetState, forEach: domains, 9).values
    #expect(states == [DomainState(state: 1, reason: 9), DomainState(state: 2, reason: 9)])
  }

  @Test("a procedure without a handler is libvirt's own error")
  func unsupported() async {
    await #expect(throws: LibvirtError.unsupported("virDomainSuspend")) {
      try await CounterDriver().call(Remote.domainSuspend, DomainRef(name: "x", uuid: UUID(high: 0, low: 0), id: 1))
    }
  }

  @Test("closing carries out what was sent and says that it was our own wish")
  func close() async {
    let driver = CounterDriver()
    let reply = driver.send(Remote.domainLookupById, 1)
    await driver.close()
    #expect(reply.settled != nil)
    #expect(driver.closure.reason == .client)
    #expect(await driver.closure.wait() == .client)
  }
}

@Suite("Replies that are given up")
struct PendingReplyTests {
  @Test("a cancelled read ends in CancellationError, a cancelled change in an unknown outcome")
  func cancel() async {
    let calls = [(CallDescription(Remote.domainLookupByName), true), (CallDescription(Remote.domainSuspend), false)]
    for (call, isRead) in calls {
      let reply = PendingReply<Int>(call)
      let task = Task { await reply.result }
      task.cancel()
      switch await task.value {
      case .success: Issue.record("nobody answered")
      case .failure(let error): #expect(isRead ? error is CancellationError : error is OutcomeUnknown)
      }
      reply.settle(.success(1))
      #expect(reply.settled != nil && (try? reply.settled?.get()) == nil, "a late reply is dropped")
    }
  }

  @Test("many may wait for one reply")
  func many() async {
    let reply = PendingReply<Int>(CallDescription(Remote.connectGetVersion))
    let sum = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<50 { group.addTask { (try? await reply.value) ?? 0 } }
      group.addTask {
        reply.settle(.success(2))
        return 0
      }
      return await group.reduce(0, +)
    }
    #expect(sum == 100)
  }
}

@Suite("Serving a handler table")
struct ServingTests {
  @Test("bytes in, bytes out")
  func bytes() async throws {
    let arguments = try Remote.domainLookupById.encode(4)
    let answer = try await Counter.handlers.serve(.remote, Remote.domainLookupById.number, arguments[...], on: Counter())
    #expect(try DomainRef(decoding: answer).name == "domain-4")
  }

  @Test("an unknown procedure and bad arguments are libvirt's errors")
  func refusals() async {
    let host = Counter()
    await #expect(throws: LibvirtError(code: .rpc, domain: .rpc, message: "unknown procedure: 9999")) {
      try await Counter.handlers.serve(.remote, 9999, [], on: host)
    }
    await #expect(throws: LibvirtError(code: .rpc, domain: .rpc, message: "Unable to decode message payload")) {
      try await Counter.handlers.serve(.remote, Remote.domainLookupById.number, [1, 2], on: host)
    }
  }
}

@Suite("Events")
struct EventHubTests {
  private func event(_ name: String, _ number: UInt64) -> DriverEvent {
    let domain = DomainRef(name: name, uuid: UUID(high: 1, low: number), id: 1)
    return DriverEvent(kind: .domain(.lifecycle), domain: domain, message: DomainLifecycleEvent(dom: domain, event: 2, detail: 0))
  }

  @Test("each listener gets what it asked for, until the hub ends")
  func filters() async throws {
    let hub = EventHub()
    let all = hub.subscribe(.domain(.lifecycle), nil)
    let one = hub.subscribe(.domain(.lifecycle), event("b", 2).domain)
    let other = hub.subscribe(.domain(.reboot), nil)
    hub.publish(event("a", 1))
    hub.publish(event("b", 2))
    hub.finish()
    var names: [[String]] = []
    for subscription in [all, one, other] {
      var seen: [String] = []
      for try await event in subscription { seen.append(event.domain.name) }
      names.append(seen)
    }
    #expect(names == [["a", "b"], ["b"], []])
  }

  @Test("a slow reader loses the oldest events and is told how many")
  func bounded() async throws {
    let hub = EventHub()
    let subscription = hub.subscribe(.domain(.lifecycle), nil)
    for number in 0..<EventSubscription.capacity + 10 { hub.publish(event("d\(number)", UInt64(number))) }
    hub.finish()
    var iterator = subscription.makeAsyncIterator()
    #expect(try await iterator.next()?.domain.name == "d10")
    #expect(subscription.droppedCount == 10)
  }

  @Test("the driver hears when the last listener has gone, and a lost connection ends the sequence with its error")
  func end() async throws {
    let hub = EventHub()
    let first = hub.subscribe(.domain(.lifecycle), nil) { _ in Issue.record("one still listens") }
    await confirmation { gone in
      let second = hub.subscribe(.domain(.lifecycle), nil) { _ in gone() }
      await first.cancel()
      #expect(hub.isWanted(.domain(.lifecycle)))
      await second.cancel()
      #expect(!hub.isWanted(.domain(.lifecycle)))
    }
    let third = hub.subscribe(.domain(.lifecycle), nil)
    hub.finish(throwing: LibvirtError.internalError("client socket is closed"))
    await #expect(throws: LibvirtError.self) { for try await _ in third {} }
  }
}

@Suite("Choosing a driver, and the rules in front of it")
struct ConnectionTests {
  private let context = OpenContext(environment: ConnectionEnvironment(variables: [:], effectiveUserID: 0) { _ in false })

  @Test("a scheme of this process wins only without transport and host")
  func registry() async throws {
    var registry = DriverRegistry()
    registry.register(scheme: "counter") { _, _ in CounterDriver() }
    registry.register(transport: .unix) { uri, _ in throw LibvirtError(.noConnect, .none, "unix \(uri)") }
    #expect(try await registry.open(ConnectionURI(parsing: "counter:///x"), context) is CounterDriver)
    // As in libvirt capital letters make another name, which a daemon may know.
    await #expect(throws: LibvirtError(.noConnect, .none, "unix COUNTER:///x")) {
      _ = try await registry.open(ConnectionURI(parsing: "COUNTER:///x"), context)
    }
    await #expect(throws: LibvirtError(.noConnect, .none, "unix counter+unix:///x")) {
      _ = try await registry.open(ConnectionURI(parsing: "counter+unix:///x"), context)
    }
    let refusal = await #expect(throws: ConnectionURIError.self) {
      _ = try await registry.open(ConnectionURI(parsing: "counter://host/x"), context)
    }
    #expect(refusal?.libvirtMessage == "no connection driver available for counter://host/x")
    await #expect(throws: ConnectionURIError.self) { _ = try await registry.open(ConnectionURI(parsing: "counter+carrier://h/"), context) }
  }

  @Test("a read-only connection lets reads through and refuses changes before they leave")
  func readOnly() async throws {
    let connection = Connection(CounterDriver(), uri: try ConnectionURI(parsing: "counter:///"), isReadOnly: true)
    let domain = try await connection.call(Remote.domainLookupById, 1)
    await #expect(throws: LibvirtError.readOnly(Remote.domainSuspend)) { try await connection.call(Remote.domainSuspend, domain) }
    let refused = await connection.send(Remote.domainSuspend, forEach: [domain, domain]).results
    #expect(refused.allSatisfy { if case .failure(let error as LibvirtError) = $0 { error.code == .operationDenied } else { false } })
    #expect(connection.callCount == 1)
  }
}
