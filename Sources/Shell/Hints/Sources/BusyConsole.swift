/// A console that another session has. libvirt only says that one exists.
struct BusyConsole: HintSource {
  func concerns(_ failure: Failure, in scene: Scene) -> Bool {
    failure.code == .operationFailed && failure.message.contains("Active console session exists")
  }

  func hint(about failure: Failure, in scene: Scene) async throws -> String? {
    guard let name = scene.command?.raw("domain") else { return nil }
    return "another session has it; 'console \(name) --force' takes it away from there"
  }
}
