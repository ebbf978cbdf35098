import CommandLanguage
import LibvirtProtocol

/// A guest's network is defined and does not run.
struct InactiveNetwork: HintSource {
  func concerns(_ failure: Failure, in scene: Scene) -> Bool {
    failure.code == .operationInvalid && failure.domain == .network && failure.quoted.count == 1 && scene.connection != nil
  }

  func hint(about failure: Failure, in scene: Scene) async throws -> String? {
    guard let name = failure.quoted.first else { return nil }
    let connection = try scene.openConnection()
    let network = try await connection.call(Remote.networkLookupByName, name)
    let activity = connection.send(Remote.networkIsActive, network)
    let autostart = connection.send(Remote.networkGetAutostart, network)
    guard try await activity.value == 0 else { return nil }
    var hint = "the network '\(name)' is defined, but not running"
    let word = name.escapedForLine(in: nil)
    if scene.hasCommand("net-start") { hint += ": net-start \(word)" }
    if try await autostart.value == 0 {
      hint +=
        scene.hasCommand("net-autostart")
        ? ", and net-autostart \(word) to start it with the host" : ", and does not start with the host"
    }
    return hint
  }
}
