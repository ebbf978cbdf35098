import LibvirtProtocol
import Testing

@Suite struct ProcedureTableTests {
  /// Every declared procedure with the program whose facts it is compared with.
  static let declared: [(program: String, member: String, procedure: any AnyProcedure)] =
    Declared.domain.map { ("remote", $0.key, $0.value) } + Declared.host.map { ("remote", $0.key, $0.value) }
    + Declared.qemu.map { ("qemu", $0.key, $0.value) } + Declared.lxc.map { ("lxc", $0.key, $0.value) }

  static func facts(_ program: String) throws -> [String: Facts.Procedure] {
    let procedures = try #require(Facts.program(program)).procedures.filter { $0.kind == "call" }
    return Dictionary(uniqueKeysWithValues: procedures.map { ($0.name, $0) })
  }

  @Test(arguments: [("remote", 392), ("qemu", 6), ("lxc", 1)])
  func `nothing is missing and nothing is extra`(program: String, count: Int) throws {
    let members = Self.declared.filter { $0.program == program }.map(\.member)
    #expect(members.count == count)
    #expect(Set(members) == Set(try Self.facts(program).keys))
  }

  @Test func `program numbers and versions are libvirt's`() throws {
    for (name, program) in [("remote", Program.remote), ("qemu", .qemu), ("lxc", .lxc), ("keepalive", .keepAlive)] {
      let facts = try #require(Facts.program(name))
      #expect(facts.id == program.rawValue)
      #expect(facts.version == Program.version)
    }
    for entry in Self.declared {
      #expect(entry.procedure.program.rawValue == Facts.program(entry.program)?.id, "\(entry.member)")
    }
  }

  @Test func `number, priority and stream direction are libvirt's`() throws {
    for program in ["remote", "qemu", "lxc"] {
      let facts = try Self.facts(program)
      for entry in Self.declared where entry.program == program {
        let fact = try #require(facts[entry.member])
        #expect(entry.procedure.number == fact.number, "\(entry.member)")
        #expect("\(entry.procedure.priority)" == fact.priority, "\(entry.member)")
        #expect("\(entry.procedure.stream)" == fact.stream, "\(entry.member)")
      }
    }
  }

  @Test func `arguments and replies have libvirt's types and bounds`() throws {
    for entry in Self.declared {
      let fact = try #require(try Self.facts(entry.program)[entry.member])
      var comparison = ShapeComparison()
      let fields = fact.args.flatMap { Facts.types[$0]?.fields } ?? []
      #expect(entry.procedure.argumentTypes.count == fields.count, "\(entry.member)")
      for (type, field) in zip(entry.procedure.argumentTypes, fields) { comparison.field(type, field, entry.member) }
      if let ret = fact.ret {
        comparison.structure(entry.procedure.replyType, ret, "\(entry.member) reply")
      } else {
        #expect("\(entry.procedure.replyType)" == "Nothing", "\(entry.member)")
      }
      #expect(comparison.differences == [], "\(entry.member)")
    }
  }

  @Test func `names are those of libvirt's API`() throws {
    let withoutPublicName = [
      "authList": "remoteAuthList", "authPolkit": "remoteAuthPolkit", "authSaslInit": "remoteAuthSASLInit",
      "authSaslStart": "remoteAuthSASLStart", "authSaslStep": "remoteAuthSASLStep",
      "connectDomainEventCallbackDeregisterAny": "virConnectDomainEventDeregisterAny",
      "connectDomainEventCallbackRegisterAny": "virConnectDomainEventRegisterAny",
      "connectDomainMonitorEventDeregister": "virConnectDomainQemuMonitorEventDeregister",
      "connectDomainMonitorEventRegister": "virConnectDomainQemuMonitorEventRegister",
    ]
    for entry in Self.declared {
      let fact = try #require(try Self.facts(entry.program)[entry.member])
      let expected = fact.api ?? withoutPublicName[entry.member] ?? "vir" + entry.member.prefix(1).uppercased() + entry.member.dropFirst()
      #expect(entry.procedure.name == expected)
    }
  }
}
