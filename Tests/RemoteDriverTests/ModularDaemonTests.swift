import ConnectionURI
import Drivers
import Glibc
import TestDaemonKit
import Testing

@testable import RemoteDriver

/// A driver's own daemon beside, or in place of, libvirtd.
@Suite(.timeLimit(.minutes(20))) struct ModularDaemonTests {
  @Test(arguments: [
    (["virttestd"], "", "virttestd"), (["virttestd"], "?mode=direct", "virttestd"), (["virttestd", "libvirt"], "", "virttestd"),
    (["virttestd", "libvirt"], "?mode=legacy", "libvirt"), (["libvirt"], "?mode=auto", "libvirt"),
  ])
  func itsSocketIsUsedAndNamed(present: [String], mode: String, used: String) async throws {
    let folder = try SocketFolder()
    mkdir(folder.socket("libvirt"), 0o700)
    var daemons: [TestDaemon] = []
    for name in present { daemons.append(try await TestDaemon.start(at: folder.socket("libvirt/\(name)-sock"))) }
    // A user's own sockets; nothing is started where there is one.
    let environment = ConnectionEnvironment(variables: ["XDG_RUNTIME_DIR": folder.path], effectiveUserID: 1000) { access($0, F_OK) == 0 }
    let driver = try await RemoteDriver.open(ConnectionURI(parsing: "test+unix:///default\(mode)"), OpenContext(environment: environment))
    #expect((driver as? RemoteDriver)?.endpoint == folder.socket("libvirt/\(used)-sock"))
    await driver.close()
    for daemon in daemons {
      #expect(daemon.received.isEmpty == !daemon.path.hasSuffix("/\(used)-sock"))
      await daemon.stop()
      unlink(daemon.path)
    }
    rmdir(folder.socket("libvirt"))
    folder.remove()
  }
}
