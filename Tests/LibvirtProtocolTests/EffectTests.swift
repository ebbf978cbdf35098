import LibvirtProtocol
import Testing

@Suite struct EffectTests {
  /// Permissions that only let look.
  private static func looksOnly(_ permission: Substring) -> Bool {
    ["getattr", "read", "read_secure"].contains(permission) || permission.hasPrefix("search_")
  }

  /// Whether a procedure always needs a permission to do more than look. `object:permission:FLAG` is needed for some flags only.
  private static func needsMore(_ procedure: Facts.Procedure) -> Bool {
    (procedure.acl ?? []).contains { entry in
      let parts = entry.split(separator: ":", omittingEmptySubsequences: false)
      return parts.count == 2 && !looksOnly(parts[1])
    }
  }

  @Test func `libvirt refuses on a read-only connection whatever is no plain question`() throws {
    let refused: [String] = try Facts.load("write-apis")
    let changing = Set(ProcedureTableTests.declared.filter { $0.procedure.effect != .reads }.map(\.procedure.name))
    // Public functions that are carried out by several procedures, none of which bears the name.
    let composed: Set = ["virDomainMigrate3", "virDomainMigrateToURI3"]
    #expect(refused.count > 100)
    #expect(Set(refused).subtracting(composed).subtracting(changing) == [])
  }

  @Test func `anything else that is no plain question needs a permission to do more than look`() throws {
    let refused = Set(try Facts.load("write-apis") as [String])
    // libvirt asks for the right to migrate and yet answers both on a read-only connection.
    let answered: Set = ["virDomainMigrateGetCompressionCache", "virDomainMigrateGetMaxDowntime"]
    for entry in ProcedureTableTests.declared {
      let fact = try #require(try ProcedureTableTests.facts(entry.program)[entry.member])
      let changes = refused.contains(entry.procedure.name) || Self.needsMore(fact) && !answered.contains(entry.procedure.name)
      #expect((entry.procedure.effect != .reads) == changes, "\(entry.member)")
    }
  }

  @Test func `what is refused there and yet changes nothing`() {
    let disclosing = Set(ProcedureTableTests.declared.filter { $0.procedure.effect == .discloses }.map(\.procedure.name))
    #expect(
      disclosing == [
        "virConnectDomainXMLFromNative", "virConnectDomainXMLToNative", "virConnectFindStoragePoolSources",
        "virDomainAuthorizedSSHKeysGet", "virDomainBlockPeek", "virDomainGetFSInfo", "virDomainGetGuestInfo",
        "virDomainGetGuestVcpus", "virDomainGetHostname", "virDomainGetTime", "virDomainMemoryPeek",
        "virDomainMigrateGetMaxSpeed", "virDomainSaveImageGetXMLDesc", "virDomainScreenshot", "virNodeGetSEVInfo",
        "virSecretGetValue",
      ])
  }
}
