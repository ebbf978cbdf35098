import Libvirt
import LibvirtProtocol
import XMLTree

/// A guest may not open one of its files: which one, and what stands in the way.
struct DeniedFile: HintSource {
  func concerns(_ failure: Failure, in scene: Scene) -> Bool {
    scene.connection != nil && failure.attempt == nil && Self.path(in: failure) != nil
  }

  func hint(about failure: Failure, in scene: Scene) async throws -> String? {
    guard let path = Self.path(in: failure) else { return nil }
    guard scene.isLocal else {
      return "denied is \(path) on \(scene.connection?.uri.host ?? "the other host"): look there at its mode and at its folders'"
    }
    guard let user = await user(in: failure, scene) else { return nil }
    let name = await scene.host.description(ofUser: user.id)
    if let folder = await scene.host.barrier(to: path, for: user.id, in: user.groups) {
      return "\(path): the folder \(folder.path) (\(await scene.host.ownership(of: folder))) keeps \(name) out, as whom the guest runs"
    }
    guard let file = await scene.host.file(path) else { return nil }
    let start = "\(path) (\(await scene.host.ownership(of: file)))"
    if !file.grants(4, to: user.id, in: user.groups) { return "\(start) may not be read by \(name), as whom the guest runs" }
    if !file.grants(2, to: user.id, in: user.groups) { return "\(start) may not be written by \(name), as whom the guest runs" }
    guard let module = await scene.host.securityModule() else { return nil }
    return "\(start) and its folders let \(name) in, as whom the guest runs: \(module) may forbid it"
  }

  /// The path that the last line of the message says is denied: QEMU's whole command line may stand before it.
  static func path(in failure: Failure) -> String? {
    guard let line = failure.message.split(separator: "\n").last(where: { $0.contains("Permission denied") }),
      let end = line.firstRange(of: "Permission denied")
    else { return nil }
    let parts = line[..<end.lowerBound].split(separator: "'", omittingEmptySubsequences: false)
    return parts.enumerated().last { $0.offset % 2 == 1 && $0.element.hasPrefix("/") }.map { String($0.element) }
  }

  /// As whom the guest runs: as libvirt says in its message, else as the definition or the host's default has it.
  private func user(in failure: Failure, _ scene: Scene) async -> (id: UInt32, groups: Set<UInt32>)? {
    if let id = Self.number(after: "uid:", in: failure.message) {
      return await account(id, Self.number(after: "gid:", in: failure.message), scene)
    }
    guard let label = await label(scene) else { return nil }
    let ids = label.split(separator: ":").map { UInt32($0.drop { $0 == "+" }) }
    guard let id = ids.first ?? nil else { return nil }
    return await account(id, ids.count > 1 ? ids[1] : nil, scene)
  }

  private func account(_ id: UInt32, _ group: UInt32?, _ scene: Scene) async -> (UInt32, Set<UInt32>) {
    (id, await scene.host.groups(of: id).union(group.map { [$0] } ?? []))
  }

  /// `+UID:+GID` by the security model that works with owners and modes.
  private func label(_ scene: Scene) async -> String? {
    if let xml = try? await scene.domain().xml(.inactive), let root = (try? XMLDocument(xml, source: "(domain_definition)"))?.root,
      let label = root.elements("seclabel").first(where: { $0[attribute: "model"] == "dac" })?[child: "label"]?.text
    {
      return label
    }
    guard let xml = try? await scene.openConnection().call(Remote.connectGetCapabilities),
      let host = (try? XMLDocument(xml, source: "(capabilities)"))?.root[child: "host"],
      let model = host.elements("secmodel").first(where: { $0[child: "model"]?.text == "dac" })
    else { return nil }
    return model[child: "baselabel"]?.text
  }

  private static func number(after mark: String, in text: String) -> UInt32? {
    text.firstRange(of: mark).flatMap { UInt32(text[$0.upperBound...].prefix { $0.isNumber }) }
  }
}
