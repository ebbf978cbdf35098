import Libvirt
import Presentation

/// Domains by UUID, number and name, in this order on a line, whichever are asked for.
struct DomainNames: Answer {
  private let keys: [String]
  private let values: [[CellValue]]

  init(_ domains: [Domain], uuid: Bool, id: Bool, name: Bool) {
    keys = (uuid ? ["uuid"] : []) + (id ? ["id"] : []) + (name ? ["name"] : [])
    // A number or UUID alone leaves out the domains that have none.
    let shown = name || id && uuid ? domains : domains.filter { id ? $0.id != nil : !$0.ref.isStandIn }
    values = shown.map { domain in
      (uuid ? [domain.ref.isStandIn ? .null : .string("\(domain.uuid)")] : []) + (id ? [.integer(domain.id)] : [])
        + (name ? [.string(domain.name)] : [])
    }
  }

  func write(on page: inout Page) {
    for row in values { page.line(row.map(\.text).joined(separator: " ")) }
  }

  var rows: Rowset? { Rowset(keys: keys, rows: values) }
  var names: [String]? { values.map { $0.map(\.text).joined(separator: " ") } }
  var parts: [any Encodable & Sendable]? { rows?.records }
  func encode(to encoder: any Encoder) throws { try rows?.records.encode(to: encoder) }
}
