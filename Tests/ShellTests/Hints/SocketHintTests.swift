import Commands
import ConnectionURI
import Glibc
import LibvirtProtocol
import Testing

@testable import Shell

/// Hints about a daemon's socket, with real sockets in a folder of their own.
@Suite(.timeLimit(.minutes(20))) struct SocketHintTests {
  /// A folder with an unprivileged user's view of it: the sockets of her session are in its `libvirt`.
  private final class Place {
    let path: String
    private var descriptors: [Int32] = []

    init() throws {
      var template = Array("/tmp/virtsh-hint-XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else { throw WorkFolder.Failure(step: "mkdtemp", errno: errno) }
      path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      chmod(path, 0o755)
      for folder in ["libvirt", "bin", "closed"] { mkdir("\(path)/\(folder)", 0o755) }
    }

    deinit {
      for descriptor in descriptors { close(descriptor) }
      for folder in ["libvirt", "bin", "closed"] {
        for name in ["libvirt-sock", "virtqemud-sock", "other", "other-ro", "libvirtd"] { unlink("\(path)/\(folder)/\(name)") }
        rmdir("\(path)/\(folder)")
      }
      rmdir(path)
    }

    /// A socket with a mode; nobody listens once it is abandoned.
    func socket(_ name: String, mode: mode_t = 0o777, group: gid_t = 0, isAbandoned: Bool = false) {
      let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: "\(path)/\(name)".utf8) }
      let result = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
      }
      #expect(result == 0)
      chmod("\(path)/\(name)", mode)
      chown("\(path)/\(name)", 0, group)
      if isAbandoned { close(descriptor) } else { listen(descriptor, 8) }
      if !isAbandoned { descriptors.append(descriptor) }
    }

    /// The hint for a URI whose socket failed in this way.
    func hint(_ uri: String, _ code: Int32, user: UInt32 = 65534, readOnly: Bool = false) async -> String? {
      let environment = ConnectionEnvironment(variables: ["XDG_RUNTIME_DIR": path], effectiveUserID: user) { access($0, F_OK) == 0 }
      let error = LibvirtError(code: .systemError, domain: .rpc, message: "Failed to connect socket to 'x'", int1: code)
      let host = LocalHost(programFolders: ["\(path)/bin"], unitFolders: [])
      let advisor = Advisor(environment: environment, registry: .builtIn, host: host, limit: .seconds(60))
      let failure = Failure(CommandFailure("failed to connect", cause: ConnectError(error, to: uri, readOnly: readOnly)))
      return await advisor.hint(about: failure, in: Scene(environment: environment, host: host))
    }
  }

  @Test func noDaemonAtAll() async throws {
    let place = try Place()
    #expect(
      await place.hint("qemu:///session", ENOENT)
        == "neither \(place.path)/libvirt/virtqemud-sock nor \(place.path)/libvirt/libvirt-sock exists; "
        + "no libvirt daemon is installed here; for another host: qemu+ssh://HOST/system")
  }

  @Test func aDaemonThatCouldBeStarted() async throws {
    let place = try Place()
    symlink("/bin/true", "\(place.path)/bin/libvirtd")
    #expect(
      await place.hint("qemu:///session", ENOENT)?.hasSuffix(
        "; libvirtd is installed and does not run: \(place.path)/bin/libvirtd --daemon --timeout 120") == true)
  }

  @Test(arguments: [("virtqemud", "libvirt", "legacy"), ("libvirt", "virtqemud", "direct")])
  func theOtherKindOfDaemon(present: String, tried: String, mode: String) async throws {
    let place = try Place()
    place.socket("libvirt/\(present)-sock")
    let folder = "\(place.path)/libvirt"
    #expect(
      await place.hint("qemu:///session?mode=\(mode)", ENOENT)
        == "nothing is at \(folder)/\(tried)-sock, but a daemon listens at \(folder)/\(present)-sock: leave mode= out of the URI")
  }

  @Test func aSocketOfTheUsersOwn() async throws {
    let place = try Place()
    let folder = "\(place.path)/libvirt"
    #expect(await place.hint("qemu:///session?socket=\(folder)/other", ENOENT) == "\(folder) exists, but has no socket of that name")
    #expect(await place.hint("qemu:///session?socket=\(folder)/no/x", ENOENT) == "the folder \(folder)/no does not exist")
    #expect(await place.hint("qemu:///session?socket=/no-such-socket", ENOENT) == "/ exists, but has no socket of that name")
  }

  @Test func leftBehind() async throws {
    let place = try Place()
    place.socket("libvirt/other", isAbandoned: true)
    let path = "\(place.path)/libvirt/other"
    #expect(
      await place.hint("qemu:///session?socket=\(path)", ECONNREFUSED)
        == "\(path) was left behind by a daemon that has ended: nobody listens")
    #expect(await place.hint("qemu:///session?socket=\(place.path)/bin", ECONNREFUSED) == "\(place.path)/bin is not a socket")
  }

  @Test(.enabled(if: geteuid() == 0, "needs root"))
  func whoMayConnect() async throws {
    let place = try Place()
    let path = "\(place.path)/libvirt/other"
    let uri = "qemu:///session?socket=\(path)"
    place.socket("libvirt/other", mode: 0o600)
    #expect(await place.hint(uri, EACCES) == "\(path) belongs to root:root, mode 0600: only its owner may connect")
    // Daemon, user 1, has group 1 by the databases; this process has not.
    chmod(path, 0o660)
    chown(path, 0, 1)
    let group = UserAccount.groupName(of: 1)
    #expect(
      await place.hint(uri, EACCES, user: 65534)
        == "\(path) belongs to root:\(group), mode 0660; you (\(UserAccount.name(of: 65534))) are not in the group \(group): "
        + "usermod -aG \(group) \(UserAccount.name(of: 65534)) as root, then log in again")
    if !UserAccount.groupsOfSession().contains(1) {
      #expect(
        await place.hint(uri, EACCES, user: 1)
          == "\(path) belongs to root:\(group), mode 0660; you are in the group \(group), but this login is older than that: "
          + "log in again, or newgrp \(group)")
    }
    place.socket("libvirt/other-ro")
    #expect(await place.hint(uri, EACCES)?.hasSuffix("; looking only is allowed: -r, or connect --readonly") == true)
    #expect(await place.hint(uri, EACCES, readOnly: true)?.contains("looking only") == false)
    chmod("\(place.path)/libvirt", 0o700)
    #expect(await place.hint(uri, EACCES)?.hasPrefix("the folder \(place.path)/libvirt (root:root, mode 0700) keeps you out") == true)
  }

  @Test func aDaemonThatHangsUp() async throws {
    let place = try Place()
    place.socket("libvirt/other")
    #expect(await place.hint("qemu:///session?socket=\(place.path)/libvirt/other", ECONNRESET)?.contains("ends them at once") == true)
  }
}
