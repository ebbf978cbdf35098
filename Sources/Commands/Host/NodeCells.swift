import Drivers
import Libvirt
import XMLTree

/// What the host's capabilities say of its NUMA cells and pages.
struct NodeCells {
  private let root: XMLElement

  /// Asks the host; throws virsh's sentences.
  init(of connection: Connection) async throws {
    let text = try await explaining("unable to get node capabilities") { try await connection.capabilities() }
    root = try await explaining("unable to parse node capabilities") { try XMLDocument(text, source: "(capabilities)").root }
  }

  private var cells: [XMLElement] { root.descendant("host", "topology", "cells")?.elements("cell") ?? [] }

  /// The numbers of the cells; throws for one that is none, in the words of `complaint`.
  func numbers(_ complaint: (String) -> String) throws -> [Int32] {
    try cells.map { cell in
      let text = cell[attribute: "id"] ?? ""
      guard let number = Int32(text), number >= 0 else { throw CommandFailure(complaint(text)) }
      return number
    }
  }

  /// The sizes of pages, in KiB, ascending. Some hypervisors tell them cell by cell only.
  func pageSizes() throws -> [UInt32] {
    let pages = root.descendant("host", "cpu")?.elements("pages") ?? []
    let texts = (pages.isEmpty ? cells.flatMap { $0.elements("pages") } : pages).map { $0[attribute: "size"] ?? "" }
    return try Set(
      texts.map { text in
        guard let size = UInt32(text) else { throw CommandFailure("unable to parse page size: \(text)") }
        return size
      }
    ).sorted()
  }
}
