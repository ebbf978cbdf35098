import LibvirtProtocol

/// A change in a session that refuses changes: how it can be had without leaving. A script's options are its author's own.
struct ReadOnlySession: HintSource {
  func concerns(_ failure: Failure, in scene: Scene) -> Bool {
    failure.code == .operationDenied && failure.message.hasPrefix("operation forbidden: read only access")
      && scene.context?.isInteractive == true && scene.connection?.isReadOnly == true
  }

  func hint(about failure: Failure, in scene: Scene) async throws -> String? {
    "this session refuses changes: 'connect --readwrite' opens it for them"
  }
}
