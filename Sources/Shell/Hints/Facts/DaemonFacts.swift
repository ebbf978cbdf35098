import ConnectionURI

/// The daemons that could serve a URI on this host, and what there is of them.
struct DaemonFacts: Sendable {
  /// The names of their programs: the driver's own, then libvirtd.
  let programs: [String]
  /// The sockets that they have by default, in the same order.
  let sockets: [String]
  private let isSession: Bool
  private let host: LocalHost

  /// The daemons for a URI; without one, any.
  init(for uri: ConnectionURI?, readOnly: Bool, in scene: Scene) {
    let driver = uri.map(\.driver).flatMap { KnownDriver(rawValue: $0) == .remote ? nil : $0 } ?? "qemu"
    isSession = uri?.isSession(in: scene.environment) ?? (scene.environment.effectiveUserID != 0)
    programs = ["virt\(driver)d", "libvirtd"]
    let session = isSession
    sockets = ["virt\(driver)d", "libvirt"].map {
      UnixSocketPath.standard($0, session: session, readOnly: readOnly, in: scene.environment)
    }
    host = scene.host
  }

  /// How to get one to run: what is installed, and the command that starts it.
  func remedy() async -> String {
    for program in programs {
      if !isSession, await host.hasUnit("\(program).socket") {
        return "\(program) is installed and does not run: systemctl start \(program).socket"
      }
    }
    for program in programs {
      guard let path = await host.program(program) else { continue }
      return "\(program) is installed and does not run: \(path) --daemon\(isSession ? " --timeout 120" : "")"
    }
    return "no libvirt daemon is installed here; for another host: \(programs.first == "virtqemud" ? "qemu" : "DRIVER")+ssh://HOST/system"
  }
}
