import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct List: Command {
  static let info = CommandInfo(
    "list", group: .monitor, abstract: "list domains",
    description: """
      List domains with their states: the active ones, unless options say otherwise. With '--columns', '--sort' and '--where' a list \
      can show more, in another order, or only some: 'list --all --columns name,memory,address --sort -memory --where state=running,\
      name~web-*'. The columns are \(DomainColumn.all.map(\.name).joined(separator: ", ")). Conditions compare by =, !=, <, >, <=, >=, \
      ~ and !~ (patterns); sizes take units.
      """,
    exclusive: [["table", "name"], ["table", "uuid"], ["table", "id"], ["columns", "name"], ["columns", "uuid"], ["columns", "id"]])
  static let options = OptionTable<Self>(
    \._inactive, \._all, \._transient, \._persistent, \._withSnapshot, \._withoutSnapshot, \._withCheckpoint, \._withoutCheckpoint,
    \._running, \._paused, \._shutoff, \._other, \._autostart, \._noAutostart, \._withManagedSave, \._withoutManagedSave, \._uuid,
    \._name, \._id, \._table, \._managedSave, \._title, \._columns, \._sort, \._filter)

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

  @Option("columns", "what to show, such as name,memory,address", positional: false, complete: "list-columns", ours: true)
  var columns: Given<String>
  @Option("sort", "by which columns, such as -memory,name", positional: false, complete: "list-sort", ours: true)
  var sort: Given<String>
  @Option("where", "only rows such as state=running,memory>2GiB,name~web-*", positional: false, complete: "list-where", ours: true)
  var filter: Given<String>

  func run(in context: Context) async throws -> Outcome {
    if columns.isGiven || sort.isGiven || filter.isGiven { return try await wide(on: context) }
    let connection = try await context.connection
    let isTable = !(uuid || name || id)
    let rows = try await Self.listing {
      try await connection.listDomains(
        flags, states: isTable, titles: title && isTable, managedSaves: managedSave && isTable)
    }
    var outcome =
      isTable
      ? Outcome.table(rows, columns: plainColumns, name: { $0.domain.name })
      : Outcome(DomainNames(rows.map(\.domain), uuid: uuid, id: id, name: name))
    outcome.diagnostics = await connection.unheard(among: rows.map(\.domain.ref)).map { Diagnostic($0) }
    return outcome
  }

  /// Runs what lists domains, with virsh's sentence for what it throws.
  static func listing<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
    do {
      return try await body()
    } catch let failure as DomainFilterFailure {
      throw CommandFailure(failure.sentence, cause: failure.cause)
    } catch let error as CancellationError {
      throw error
    } catch {
      throw CommandFailure("Failed to list domains", cause: error)
    }
  }

  private func wide(on context: Context) async throws -> Outcome {
    let names = try columns.value()?.commaSeparatedItems ?? ["id", "name", "state"]
    var shown: [DomainColumn] = []
    for name in title && !names.contains("title") ? names + ["title"] : names { shown.append(try DomainColumn.named(name)) }
    let isTable = !(uuid || name || id)
    let list = WideList(
      columns: isTable ? shown : [], condition: try filter.value().map { try ListCondition($0) } ?? .none,
      order: try sort.value().map { try ListOrder($0) } ?? .none, marksSaved: managedSave)
    let (rows, notes) = try await list.outcome(on: context.connection, flags)
    var outcome =
      isTable
      ? Outcome.table(rows, columns: shown.map(\.column), name: { $0.domain.domain.name })
      : Outcome(DomainNames(rows.map(\.domain.domain), uuid: uuid, id: id, name: name))
    outcome.diagnostics = notes
    return outcome
  }

  private var plainColumns: [Column<DomainListing>] {
    var columns: [Column<DomainListing>] = [
      Column("Id", key: "id", value: { .integer($0.domain.id) }), Column("Name", key: "name", value: { .string($0.domain.name) }),
      Column("State", key: "state", value: { .string(Self.state(of: $0)) }, role: { $0.state?.role }),
    ]
    if title { columns.append(Column("Title", key: "title", value: { .string($0.title ?? "") })) }
    return columns
  }

  private static func state(of row: DomainListing) -> String { row.hasManagedSave ? "saved" : row.state?.name ?? "no state" }

  private var flags: ConnectListAllDomainsFlags {
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
