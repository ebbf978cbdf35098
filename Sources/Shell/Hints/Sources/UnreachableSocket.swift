import ConnectionURI
import Glibc
import LibvirtProtocol

/// A daemon's unix socket that is not there, that nobody listens at, or that lets us not in.
struct UnreachableSocket: HintSource {
  func concerns(_ failure: Failure, in scene: Scene) -> Bool {
    failure.attempt != nil && failure.code == .systemError
      && [ENOENT, ECONNREFUSED, EACCES, EPERM, ENOTSOCK, EPIPE, ECONNRESET].contains(failure.systemError)
  }

  func hint(about failure: Failure, in scene: Scene) async throws -> String? {
    guard let attempt = failure.attempt, let (socket, uri) = try attempt.socket(in: scene.environment) else { return nil }
    guard case .path(let path) = socket else { return nil }
    let daemons = DaemonFacts(for: uri, readOnly: attempt.isReadOnly, in: scene)
    switch failure.systemError {
    case ENOENT: return await missing(path, daemons, scene)
    case EACCES, EPERM: return await denied(path, isReadOnly: attempt.isReadOnly, scene)
    case ECONNREFUSED: return await abandoned(path, daemons, scene)
    default:
      guard await scene.host.accepts(path) else { return nil }
      return "the daemon at \(path) takes connections and ends them at once: it may have too many clients; its log says why"
    }
  }

  /// There is no such socket: the other kind of daemon may have one, or none runs.
  private func missing(_ path: String, _ daemons: DaemonFacts, _ scene: Scene) async -> String? {
    let isStandard = daemons.sockets.contains(path)
    for other in daemons.sockets where other != path {
      guard await scene.host.accepts(other) else { continue }
      return "nothing is at \(path), but a daemon listens at \(other): "
        + (isStandard ? "leave mode= out of the URI" : "leave socket= out of the URI")
    }
    guard isStandard else {
      let folder = "/" + path.split(separator: "/").dropLast().joined(separator: "/")
      return await scene.host.file(folder) == nil
        ? "the folder \(folder) does not exist" : "\(folder) exists, but has no socket of that name"
    }
    return "neither \(daemons.sockets.joined(separator: " nor ")) exists; \(await daemons.remedy())"
  }

  private func abandoned(_ path: String, _ daemons: DaemonFacts, _ scene: Scene) async -> String? {
    guard let file = await scene.host.file(path) else { return nil }
    guard file.isSocket else { return "\(path) is not a socket" }
    let remedy = daemons.sockets.contains(path) ? "; \(await daemons.remedy())" : ""
    return "\(path) was left behind by a daemon that has ended: nobody listens\(remedy)"
  }

  /// We may not connect: to whom the socket belongs, whether a group would help, and whether looking is allowed.
  private func denied(_ path: String, isReadOnly: Bool, _ scene: Scene) async -> String? {
    let user = scene.environment.effectiveUserID
    let access = await GroupAccess(to: path, for: user, on: scene.host)
    guard let explanation = access?.explanation else { return nil }
    return explanation + (await looking(path, isReadOnly, scene))
  }

  /// What is said where the socket for looking only lets us in.
  private func looking(_ path: String, _ isReadOnly: Bool, _ scene: Scene) async -> String {
    guard !isReadOnly, await scene.host.accepts("\(path)-ro") else { return "" }
    return "; looking only is allowed: -r, or connect --readonly"
  }
}
