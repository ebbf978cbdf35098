import Drivers
import LibvirtProtocol
import TestDriver
import Testing
import XDR

@Suite struct HostEventTests {
  /// The lifecycle events of a subscription so far: number of the event and its detail.
  private func events(_ subscription: EventSubscription, _ count: Int) async throws -> [[Int32]] {
    var events: [[Int32]] = []
    for try await event in subscription {
      let message = try #require(event.message as? DomainLifecycleEvent)
      events.append([message.event, message.detail])
      if events.count == count { break }
    }
    return events
  }

  @Test func aLifeIsTold() async throws {
    let host = HostFixture()
    let subscription = try await host.driver.subscribe(.domain(.lifecycle), nil)
    let domain = try await host.domain()
    try await host.suspend(domain)
    try await host.resume(domain)
    try await host.destroy(domain)
    _ = try await host.start(domain)
    try await host.shutdown(domain)
    try await host.undefine(domain)
    _ = try await host.define(HostFixture.xml("a", 1))
    _ = try await host.define(HostFixture.xml("a", 1, "<title>x</title>"))
    // suspended, resumed, stopped (destroyed), started, stopped (shut down), undefined, defined (added), defined (updated)
    #expect(try await events(subscription, 8) == [[3, 0], [4, 0], [5, 1], [2, 0], [5, 0], [1, 0], [0, 0], [0, 1]])
    await subscription.cancel()
  }

  @Test func oneDomainsEventsOnly() async throws {
    let host = HostFixture()
    let other = try await host.start(try await host.define(HostFixture.xml("a", 1)))
    let subscription = try await host.driver.subscribe(.domain(.lifecycle), other)
    try await host.suspend(try await host.domain())
    try await host.suspend(other)
    var iterator = subscription.makeAsyncIterator()
    #expect(try await iterator.next()?.domain.name == "a")
    await subscription.cancel()
  }

  @Test func whatFailsIsNotTold() async throws {
    let host = HostFixture()
    let subscription = try await host.driver.subscribe(.domain(.lifecycle), nil)
    let domain = try await host.domain()
    await #expect(throws: LibvirtError.self) { try await host.resume(domain) }
    try await host.suspend(domain)
    #expect(try await events(subscription, 1) == [[3, 0]])
    await subscription.cancel()
  }
}
