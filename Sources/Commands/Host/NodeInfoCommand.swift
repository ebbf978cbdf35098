import CommandLanguage
import Libvirt
import Presentation

struct NodeInfoCommand: Command {
  static let info = CommandInfo(
    "nodeinfo", group: .host, abstract: "show the host's processors and memory",
    description: "Show what processors and how much memory the host has.")
  static let options = OptionTable<Self>.none

  func run(in context: Context) async throws -> Outcome {
    let connection = try await context.connection
    let node = try await explaining("failed to get node information") { try await connection.nodeInfo() }
    return .fields(
      [
        Field("CPU model", key: "cpuModel", .string(node.model.text)), Field("CPU(s)", key: "cpus", .integer(node.cpus)),
        Field("CPU frequency", key: "cpuMHz", .integer(node.mhz), text: "\(node.mhz) MHz"),
        Field("CPU socket(s)", key: "sockets", .integer(node.sockets)), Field("Core(s) per socket", key: "cores", .integer(node.cores)),
        Field("Thread(s) per core", key: "threads", .integer(node.threads)), Field("NUMA cell(s)", key: "cells", .integer(node.nodes)),
        Field("Memory size", key: "memory", .bytes(kibibytes: node.memory), text: "\(node.memory) KiB"),
      ], layout: .column(21))
  }
}
