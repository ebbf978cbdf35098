import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct List: Command {
  static let info = CommandInfo(
    "list", group: .monitor, abstract: "list domains",
    description: "List domains with their states: the active ones, unless options say otherwise.",
    exclusive: [["table", "name"], ["table", "uuid"], ["table", "id"]])
  static let options = OptionTable<Self>(
    \._inactive, \._all, \._transient, \._persistent, \._withSnapshot, \._withoutSnapshot, \._withCheckpoint, \._withoutCheckpoint,
    \._running, \._paused, \._shutoff, \._other, \._autostart, \._noAutostart, \._withManagedSave, \._withoutManagedSave, \._uuid,
    \._name, \._id, \._table, \._managedSave, \._title)

  @Flag("inactive", "inactive domains") var inactive
  @Flag("all", "active and inactive domains") var all
  @Flag("transient", "only what is gone when it ends") var transient
  @Flag("persistent", "only what stays when it ends") var persistent
  @Flag("with-snapshot", "only with snapshots") var withSnapshot
  @Flag("without-snapshot", "only without snapshots") var withoutSnapshot
  @Flag("with-checkpoint", "only with checkpoints") var withCheckpoint
  @Flag("without-checkpoint", "only without checkpoints") var withoutCheckpoint
  @Flag("state-running", "only running ones") var running
  @Flag("state-paused", "only paused ones") var paused
  @Flag("state-shutoff", "only those that are shut off") var shutoff
  @Flag("state-other", "only in other states") var other
  @Flag("autostart", "only those that start with the host") var autostart
  @Flag("no-autostart", "only those that do not start with the host") var noAutostart
  @Flag("with-managed-save", "only with a saved state") var withManagedSave
  @Flag("without-managed-save", "only without a saved state") var withoutManagedSave
  @Flag("uuid", "print UUIDs, not a table") var uuid
  @Flag("name", "print names, not a table") var name
  @Flag("id", "print ids, not a table") var id
  @Flag("table", "print a table, as without this option") var table
  @Flag("managed-save", "mark inactive domains that have a saved state") var managedSave
  @Flag("title", "show titles as well") var title

  func run(in context: Context) async throws -> Outcome {
    let connection = try await context.connection
    let isTable = !(uuid || name || id)
    let rows = try await explaining("Failed to list domains") {
      try await connection.listDomains(
        filter, states: isTable, titles: title && isTable, managedSaves: managedSave && isTable)
    }
    guard isTable else { return Outcome(DomainNames(rows.map(\.domain), uuid: uuid, id: id, name: name)) }
    return .table(rows, columns: columns, name: { $0.domain.name })
  }

  private var columns: [Column<DomainListing>] {
    var columns: [Column<DomainListing>] = [
      Column("Id", key: "id", value: { .integer($0.domain.id) }), Column("Name", key: "name", value: { .string($0.domain.name) }),
      Column("State", key: "state", value: { .string(Self.state(of: $0)) }, role: { $0.state?.role }),
    ]
    if title { columns.append(Column("Title", key: "title", value: { .string($0.title ?? "") })) }
    return columns
  }

  private static func state(of row: DomainListing) -> String { row.hasManagedSave ? "saved" : row.state?.name ?? "no state" }

  private var filter: ConnectListAllDomainsFlags {
    var filter: ConnectListAllDomainsFlags = inactive || shutoff ? .inactive : .active
    if all { filter = [.active, .inactive] }
    let choices: [(Bool, ConnectListAllDomainsFlags)] = [
      (transient, .transient), (persistent, .persistent), (withSnapshot, .hasSnapshot), (withoutSnapshot, .noSnapshot),
      (withCheckpoint, .hasCheckpoint), (withoutCheckpoint, .noCheckpoint), (running, .running), (paused, .paused),
      (shutoff, .shutoff), (other, .other), (autostart, .autostart), (noAutostart, .noAutostart),
      (withManagedSave, .managedsave), (withoutManagedSave, .noManagedsave),
    ]
    for (isChosen, flag) in choices where isChosen { filter.insert(flag) }
    return filter
  }
}
