import ConnectionURI

/// A URI with a host and no transport means TLS, which hardly anyone who writes it wants.
struct ImplicitTLS: HintSource {
  func concerns(_ failure: Failure, in scene: Scene) -> Bool { failure.attempt != nil }

  func hint(about failure: Failure, in scene: Scene) throws -> String? { try failure.attempt?.uri(in: scene.environment)?.implicitTLSHint }
}
