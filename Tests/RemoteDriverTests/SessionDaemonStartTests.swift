import ConnectionURI
import Drivers
import Glibc
import LibvirtProtocol
import TestDaemonKit
import Testing

@testable import RemoteDriver

/// Starting a daemon from within one process: what it waits for, and what it leaves behind.
@Suite(.serialized, .timeLimit(.minutes(20))) struct SessionDaemonStartTests {
  /// A user's folders, with a script in place of libvirtd.
  private struct Place {
    let folder: SocketFolder

    init(_ script: String) throws {
      folder = try SocketFolder()
      let text = Array("#!/bin/sh\necho started >>'\(folder.path)/starts'\n\(script)\n".utf8)
      let descriptor = Glibc.open(folder.socket("libvirtd"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o755)
      defer { close(descriptor) }
      #expect(write(descriptor, text, text.count) == text.count)
    }

    var lockFile: String { folder.socket("run/libvirt/libvirtd.lock") }

    var starts: Int {
      let descriptor = Glibc.open(folder.socket("starts"), O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return 0 }
      defer { close(descriptor) }
      var bytes = [UInt8](repeating: 0, count: 1024)
      let count = read(descriptor, &bytes, bytes.count)
      return bytes.prefix(max(0, count)).filter { $0 == 0x0a }.count
    }

    /// Opens the session as a user without rights would.
    func open(by deadline: ContinuousClock.Instant? = nil) async throws {
      let environment = ConnectionEnvironment(
        variables: ["XDG_RUNTIME_DIR": folder.socket("run"), "VIRTD_PATH": folder.path, "PATH": "/usr/bin:/bin"], effectiveUserID: 1000
      ) { access($0, F_OK) == 0 }
      let context = OpenContext(environment: environment, deadline: deadline)
      await (try RemoteDriver.open(ConnectionURI(parsing: "test+unix:///default"), context)).close()
    }

    /// Waits until a daemon was started.
    func waitForStart() async throws {
      _ = try await Patience.waits { starts > 0 }
    }

    func remove() {
      for name in ["run/libvirt/libvirt-sock", "libvirtd", "starts"] { unlink(folder.socket(name)) }
      for name in ["run/libvirt", "run"] { rmdir(folder.socket(name)) }
      folder.remove()
    }
  }

  /// Children of ours that have ended and that nobody has waited for.
  private static func zombies() -> [String] {
    var found: [String] = []
    guard let processes = opendir("/proc") else { return [] }
    defer { closedir(processes) }
    while let entry = readdir(processes) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      guard name.allSatisfy(\.isNumber), let file = fopen("/proc/\(name)/stat", "re") else { continue }
      defer { fclose(file) }
      var bytes = [CChar](repeating: 0, count: 512)
      guard fgets(&bytes, Int32(bytes.count), file) != nil else { continue }
      let line = String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      if line.contains(") Z \(getpid()) ") { found.append(line) }
    }
    return found
  }

  @Test func givingUpLeavesNothing() async throws {
    let place = try Place("exec sleep 60")
    let opening = Task { try await place.open() }
    try await place.waitForStart()
    opening.cancel()
    let error = await thrown { try await opening.value }
    #expect(error is CancellationError)
    #expect(place.starts == 1 && access(place.lockFile, F_OK) != 0)
    #expect(!Self.zombies().contains { $0.contains("(sh)") })
    place.remove()
  }

  @Test func theDeadlineHolds() async throws {
    let place = try Place("exec sleep 60")
    let error = await thrown { try await place.open(by: .now + .seconds(3)) } as? LibvirtError
    let path = place.folder.socket("run/libvirt/libvirt-sock")
    #expect(error?.message == "Failed to connect socket to '\(path)': No such file or directory")
    #expect(error?.str3?.hasPrefix("\(place.folder.path)/libvirtd --timeout=120 was started for it and does not listen") == true)
    #expect(access(place.lockFile, F_OK) != 0)
    place.remove()
  }

  /// A POSIX lock knows no two holders within a process; our own list does.
  @Test func twoOfOneProcessStartOne() async throws {
    let place = try Place("exec sleep 60")
    let first = Task { try await place.open() }
    try await place.waitForStart()
    let error = await thrown { try await place.open(by: .now + .seconds(3)) } as? LibvirtError
    #expect(error?.str3?.hasPrefix("another program starts the daemon, and is not done: it holds \(place.lockFile)") == true)
    #expect(access(place.lockFile, F_OK) == 0 && place.starts == 1)
    first.cancel()
    _ = await thrown { try await first.value }
    #expect(access(place.lockFile, F_OK) != 0)
    place.remove()
  }

  /// The lock is given back, and the next one may try.
  @Test func aDaemonThatFailedCanBeTriedAgain() async throws {
    let place = try Place("exit 1")
    for round in 1...2 {
      let error = await thrown { try await place.open() } as? LibvirtError
      #expect(error?.code == .systemError && place.starts == round)
    }
    place.remove()
  }
}
