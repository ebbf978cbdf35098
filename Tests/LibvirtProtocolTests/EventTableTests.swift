import LibvirtProtocol
import Testing
import XDR

@Suite struct EventTableTests {
  static let declared: [(program: String, member: String, event: any AnyEventMessage)] =
    Declared.events.map { ("remote", $0.key, $0.value) } + Declared.qemuEvents.map { ("qemu", $0.key, $0.value) }
    + Declared.keepAlive.map { ("keepalive", $0.key, $0.value) }

  @Test(arguments: [("remote", 51), ("qemu", 1), ("keepalive", 2)])
  func `nothing is missing and nothing is extra`(program: String, count: Int) throws {
    let members = Self.declared.filter { $0.program == program }.map(\.member)
    let facts = try #require(Facts.program(program)).procedures.filter { $0.kind == "event" }
    #expect(members.count == count)
    #expect(Set(members) == Set(facts.map(\.name)))
  }

  @Test func `program, number, name and payload are libvirt's`() throws {
    for entry in Self.declared {
      let program = try #require(Facts.program(entry.program))
      let fact = try #require(program.procedures.first { $0.name == entry.member })
      #expect(entry.event.program.rawValue == program.id)
      #expect(entry.event.number == fact.number)
      #expect(entry.event.name == entry.member)
      guard let msg = fact.msg else {
        #expect("\(entry.event.messageType)" == "Nothing")
        continue
      }
      var comparison = ShapeComparison()
      comparison.structure(entry.event.messageType, msg, entry.member)
      #expect(comparison.differences == [])
    }
  }
}
