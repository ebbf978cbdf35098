import Drivers
import LibvirtProtocol
import Synchronization
import Testing
import XDR

@Suite("What a table of handlers has wired")
struct HandlerTableTests {
  /// Which sections were wired, in order.
  private final class Log: Sendable {
    private let state = Mutex<[Int]>([])
    var wired: [Int] { state.withLock { $0 } }
    func add(_ section: Int) { state.withLock { $0.append(section) } }
  }

  private static func table(_ log: Log) -> HandlerTable<Counter> {
    HandlerTable(sections: [
      { table in
        log.add(0)
        table.on(Remote.domainLookupById) { try await $0.ask($1) }
      },
      { table in
        log.add(1)
        table.on(Remote.connectGetUri) { _ in "first" }
        table.on(Remote.domainLookupById) { _, _ in throw LibvirtError(.noDomain, .test) }
      },
      { table in
        log.add(2)
        table.on(Remote.connectGetHostname) { _ in "third" }
      },
    ])
  }

  @Test("a section is wired when something is looked for in it, and once")
  func sections() async throws {
    let log = Log()
    let (queue, host) = (CallQueue(Self.table(log)), Counter())
    #expect(log.wired == [])
    #expect(try await queue.send(to: host, Remote.domainLookupById, 4).value.id == 4)
    #expect(log.wired == [0])
    #expect(try await queue.send(to: host, Remote.connectGetUri).value == "first")
    #expect(try await queue.send(to: host, Remote.domainLookupById, 5).value.id == 5)
    #expect(log.wired == [0, 1])
    await #expect(throws: LibvirtError.self) { try await queue.send(to: host, Remote.connectGetType).value }
    #expect(try await queue.send(to: host, Remote.connectGetHostname).value == "third")
    #expect(log.wired == [0, 1, 2])
  }

  @Test("a table's own line goes before those of its sections, also for bytes")
  func own() async throws {
    let log = Log()
    var table = Self.table(log)
    table.on(Remote.connectGetUri) { _ in "own" }
    let host = Counter()
    #expect(try await CallQueue(table).send(to: host, Remote.connectGetUri).value == "own")
    #expect(log.wired == [])
    let payload = try await table.serve(.remote, Remote.connectGetHostname.number, [], on: host)
    var reader = XDRReader(payload[...])
    #expect(try Remote.connectGetHostname.decodeReply(&reader) == "third")
    await #expect(throws: LibvirtError.self) { try await table.serve(.remote, 9999, [], on: host) }
  }
}
