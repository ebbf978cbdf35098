import Drivers
import Libvirt
import LibvirtProtocol
import XMLTree

/// Processors and memory of the host.
extension Completer {
  static let hostResources: [String: CompletionSource] = [
    "domain-cpulist": .asking(isList: true) { completer, _ in
      let connection = try await completer.connection
      if let map = try? await connection.call(Remote.nodeGetCpuMap, 0, 0, 0) { return numbers(below: Int(map.ret)) }
      return numbers(below: Int(try await connection.nodeInfo().cpus))
    },
    "node-cpu": .asking { completer, _ in
      let map = try await completer.connection.call(Remote.nodeGetCpuMap, 1, 0, 0).cpumap.bytes
      return numbers(below: map.count * 8).filter { number in
        Int(number).map { map[$0 / 8] & 1 << UInt8($0 % 8) != 0 } ?? false
      }
    },
    "cellno": .asking { completer, _ in
      let host = try await completer.capabilities()
      return (host.descendant("topology", "cells")?.elements("cell") ?? []).compactMap { $0[attribute: "id"] }
    },
    "allocpages-pagesize": .asking("cellno") { completer, question in
      let host = try await completer.capabilities()
      let cells = host.descendant("topology", "cells")?.elements("cell") ?? []
      let place = cells.first { $0[attribute: "id"] == question.raw("cellno") } ?? host[child: "cpu"]
      return (place?.elements("pages") ?? []).compactMap(pageSize)
    },
    "cpu-model": .asking("virttype", "arch", "emulator", "machine") { completer, question in
      let text = try await completer.connection.call(
        Remote.connectGetDomainCapabilities, question.raw("emulator"), question.raw("arch"), question.raw("machine"),
        question.raw("virttype"), 0)
      let root = try XMLDocument(text, source: "(domain_capabilities)").root
      let modes = root[child: "cpu"]?.elements("mode") ?? []
      return modes.filter { $0[attribute: "name"] == "custom" }.flatMap { $0.elements("model") }.map(\.text)
    },
  ]

  /// The part of the capabilities that is about the host.
  private func capabilities() async throws -> XMLElement {
    let text = try await connection.capabilities()
    guard let host = try XMLDocument(text, source: "(capabilities)").root[child: "host"] else { throw NothingNamed() }
    return host
  }

  /// `<pages unit='KiB' size='2048'/>` is `2MiB`.
  private static func pageSize(_ pages: XMLElement) -> String? {
    guard pages[attribute: "unit"] ?? "KiB" == "KiB", var size = pages[attribute: "size"].flatMap({ UInt64($0) }) else { return nil }
    var units = ["KiB", "MiB", "GiB", "TiB"][...]
    while units.count > 1, size > 0, size.isMultiple(of: 1024) {
      size /= 1024
      units.removeFirst()
    }
    return units.first.map { "\(size)\($0)" }
  }
}
