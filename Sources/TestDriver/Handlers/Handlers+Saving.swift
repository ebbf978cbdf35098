import Drivers
import LibvirtProtocol

extension TestHost {
  static func addSaving(to table: inout HandlerTable<TestHost>) {
    table.on(Remote.domainSave) { try await $0.save($1, $2, nil, 0) }
    table.on(Remote.domainSaveFlags) { try await $0.save($1, $2, $3, $4) }
    table.on(Remote.domainRestore) { try await $0.restore($1, nil, 0) }
    table.on(Remote.domainRestoreFlags) { try await $0.restore($1, $2, $3) }
    table.on(Remote.domainSaveImageGetXmlDesc) { try await $0.savedXML($1, $2) }
    table.on(Remote.domainSaveImageDefineXml) { try await $0.defineSaved($1, $2, $3) }
    table.on(Remote.domainManagedSave) { try await $0.managedSave($1, $2) }
    table.on(Remote.domainHasManagedSaveImage) { try await $0.hasManagedSave($1, $2) }
    table.on(Remote.domainManagedSaveRemove) { try await $0.removeManagedSave($1, $2) }
    table.on(Remote.domainCoreDump) { try await $0.dump($1, $2, format: 0, $3) }
    table.on(Remote.domainCoreDumpWithFormat) { try await $0.dump($1, $2, format: $3, $4) }
  }
}
