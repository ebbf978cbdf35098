import Glibc
import LineEditor

/// This host, as far as hints ask about it, on a thread of its own: a dead network file system holds up nothing but the hint.
actor LocalHost {
  private nonisolated let executor = ThreadExecutor(startsLazily: true)
  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
  private let programFolders: [String]
  private let unitFolders: [String]

  /// The host; its folders of programs and systemd units can be others in a test.
  init(
    programFolders: [String] = ["/usr/sbin", "/usr/local/sbin", "/sbin", "/usr/bin", "/usr/local/bin"],
    unitFolders: [String] = ["/etc/systemd/system", "/run/systemd/system", "/usr/lib/systemd/system", "/lib/systemd/system"]
  ) {
    self.programFolders = programFolders
    self.unitFolders = unitFolders
  }

  deinit { executor.stop() }

  /// What is at a path.
  func file(_ path: String) -> FileFacts? { FileFacts(path) }

  /// Whether somebody listens at a socket and lets us in.
  func accepts(_ path: String) -> Bool {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let fits = withUnsafeMutableBytes(of: &address.sun_path) { buffer in
      guard path.utf8.count < buffer.count else { return false }
      buffer.copyBytes(from: path.utf8)
      return true
    }
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
    guard fits, descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
    } == 0
  }

  /// The first folder on the way to a path that a user may not search; nil if there is none.
  ///
  /// What lies behind a folder that even we may not search is unknown; then that folder is it.
  func barrier(to path: String, for user: UInt32, in groups: Set<UInt32>) -> FileFacts? {
    let parts = path.split(separator: "/")
    for depth in parts.indices {
      guard let facts = FileFacts("/" + parts[..<depth].joined(separator: "/")) else { return nil }
      if !facts.grants(1, to: user, in: groups) { return facts }
    }
    return nil
  }

  /// Where a program is; nil if it is not installed.
  func program(_ name: String) -> String? {
    programFolders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// Whether systemd runs this host and has a unit of that name.
  func hasUnit(_ name: String) -> Bool {
    access("/run/systemd/system", F_OK) == 0 && unitFolders.contains { access("\($0)/\(name)", F_OK) == 0 }
  }

  /// Names of users and groups; a directory service may take long to tell them.
  func ownership(of file: FileFacts) -> String { file.ownership }

  /// A user with the name, if there is one: `uid 64055 (libvirt-qemu)`.
  func description(ofUser id: UInt32) -> String {
    let name = UserAccount.name(of: id)
    return name == "\(id)" ? "uid \(id)" : "uid \(id) (\(name))"
  }

  /// The name of a user, or the number.
  func userName(of id: UInt32) -> String { UserAccount.name(of: id) }

  /// The name of a group, or the number.
  func groupName(of id: UInt32) -> String { UserAccount.groupName(of: id) }

  /// The group of a name.
  func group(named name: String) -> UInt32? { UserAccount.group(named: name) }

  /// The groups that a user has by the databases.
  func groups(of user: UInt32) -> Set<UInt32> { UserAccount.groups(of: user) }

  /// The file of polkit's rules about libvirt that came with a package; nil if there is none.
  func polkitRule(naming word: String) -> String? {
    guard let folder = opendir("/usr/share/polkit-1/rules.d") else { return nil }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name.hasSuffix("\(word).rules") { return name }
    }
    return nil
  }

  /// Whether a security module that could stand in the way is active: its name.
  func securityModule() -> String? {
    if access("/sys/fs/selinux/enforce", F_OK) == 0 { return "SELinux" }
    return access("/sys/kernel/security/apparmor/profiles", F_OK) == 0 ? "AppArmor" : nil
  }
}
