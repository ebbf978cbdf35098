import Glibc

/// What the file system says about a path.
struct FileFacts: Sendable, Hashable {
  /// The path that was asked about.
  let path: String
  /// Type and permission bits (`st_mode`).
  let mode: UInt32
  /// The owner.
  let owner: UInt32
  /// The group.
  let group: UInt32

  /// What is at a path, links followed; nil if there is nothing or nobody may look.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.path = path
    mode = status.st_mode
    owner = status.st_uid
    group = status.st_gid
  }

  var isSocket: Bool { mode & S_IFMT == S_IFSOCK }

  /// `root:libvirt, mode 0770`
  var ownership: String { "\(UserAccount.name(of: owner)):\(UserAccount.groupName(of: group)), mode \(permissions)" }

  /// The permission bits as `chmod` has them.
  var permissions: String {
    let digits = String(mode & 0o7777, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Whether the mode grants all of `rights` (4 read, 2 write, 1 search) to a user with these groups. Root may always.
  func grants(_ rights: UInt32, to user: UInt32, in groups: Set<UInt32>) -> Bool {
    guard user != 0 else { return true }
    let granted = user == owner ? mode >> 6 : groups.contains(group) ? mode >> 3 : mode
    return granted & rights == rights
  }
}
