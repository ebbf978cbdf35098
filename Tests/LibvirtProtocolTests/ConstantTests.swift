import LibvirtProtocol
import Testing

@Suite struct ConstantTests {
  /// `ACPI_POWER_BTN` as Swift writes it.
  private static func camelCase(_ name: Substring) -> String {
    let words = name.lowercased().split(separator: "_")
    return words.dropFirst().reduce(String(words.first ?? "")) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
  }

  @Test(arguments: Enumeration.all)
  func `an enumeration has libvirt's names and numbers`(enumeration: Enumeration) throws {
    let facts = try #require(Facts.enums[enumeration.name])
    var expected = Dictionary(uniqueKeysWithValues: facts.map { (Self.camelCase($0.key.dropFirst(enumeration.prefix.count)), $0.value) })
    #expect(facts.keys.allSatisfy { $0.hasPrefix(enumeration.prefix) })
    if enumeration.name == "virDomainQemuAgentCommandTimeoutValues" { expected["min"] = nil }  // another name for `block`
    #expect(enumeration.members == expected)
  }

  private static let constants = Constants.domain + Constants.disks + Constants.host + Constants.errors

  @Test func `a flag or code has libvirt's number, and none is missing`() throws {
    for constants in Self.constants {
      #expect(Facts.enums[constants.enumeration] == constants.members, "\(constants.enumeration)")
    }
  }

  @Test func `what is left out of libvirt's enumerations is left out on purpose`() {
    let covered = Set(Enumeration.all.map(\.name)).union(Self.constants.map(\.enumeration))
    let leftOut: Set = [
      // Old names for the numbers of typed parameters.
      "virBlkioParameterType", "virMemoryParameterType", "virSchedParameterType", "virTypedParameterFlags",
      // For the C library's own event loop and streams, and for the administration of daemons.
      "virEventHandleType", "virStreamEventType", "virStreamFlags", "virStreamRecvFlagsValues", "virClientTransport",
      // One number each: -1 for all.
      "virNodeGetCPUStatsAllCPUs", "virNodeGetMemoryStatsAllCells",
    ]
    #expect(Set(Facts.enums.keys).subtracting(covered) == leftOut)
  }

  @Test func `limits are libvirt's`() throws {
    let constants = try #require(Facts.program("rpc")).constants
    #expect(MessageLimits.lengthWord == constants["VIR_NET_MESSAGE_LEN_MAX"])
    #expect(MessageLimits.header == constants["VIR_NET_MESSAGE_HEADER_MAX"])
    #expect(MessageLimits.message == constants["VIR_NET_MESSAGE_MAX"])
    #expect(MessageLimits.payload == constants["VIR_NET_MESSAGE_PAYLOAD_MAX"])
    #expect(MessageLimits.initialBuffer == constants["VIR_NET_MESSAGE_INITIAL"])
    #expect(MessageLimits.streamPacket == constants["VIR_NET_MESSAGE_LEGACY_PAYLOAD_MAX"])
    #expect(MessageLimits.string == constants["VIR_NET_MESSAGE_STRING_MAX"])
    #expect(MessageLimits.fileDescriptors == constants["VIR_NET_MESSAGE_NUM_FDS_MAX"])
  }

  @Test func `unknown numbers stay what they are`() {
    #expect(DomainRunState(rawValue: 99) == nil)
    #expect(DomainCreateFlags(rawValue: 1 << 31).rawValue == 1 << 31)
    #expect(VirErrorNumber(rawValue: 4711).rawValue == 4711)
    #expect(AuthType(rawValue: 9).rawValue == 9)
  }
}
