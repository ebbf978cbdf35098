import Glibc

/// Users and groups as the system's databases have them.
enum UserAccount {
  /// A user's name, or the number of one without a name.
  static func name(of id: UInt32) -> String {
    var entry = passwd()
    return lookUp({ getpwuid_r(id, &entry, $0, $1, &$2) }) { $0.pointee.pw_name } ?? "\(id)"
  }

  /// A group's name, or the number of one without a name.
  static func groupName(of id: UInt32) -> String {
    var entry = Glibc.group()
    return lookUp({ getgrgid_r(id, &entry, $0, $1, &$2) }) { $0.pointee.gr_name } ?? "\(id)"
  }

  /// The group of a name.
  static func group(named name: String) -> UInt32? {
    var entry = Glibc.group()
    var buffer = [CChar](repeating: 0, count: 16384)
    var found: UnsafeMutablePointer<Glibc.group>?
    return getgrnam_r(name, &entry, &buffer, buffer.count, &found) == 0 ? found?.pointee.gr_gid : nil
  }

  /// All groups that a user has by the databases; those of the next login.
  static func groups(of user: UInt32) -> Set<UInt32> {
    var entry = passwd()
    var buffer = [CChar](repeating: 0, count: 16384)
    var found: UnsafeMutablePointer<passwd>?
    guard getpwuid_r(user, &entry, &buffer, buffer.count, &found) == 0, let found, let name = found.pointee.pw_name else { return [] }
    var count: Int32 = 1024
    var groups = [gid_t](repeating: 0, count: Int(count))
    guard getgrouplist(name, found.pointee.pw_gid, &groups, &count) >= 0 else { return [found.pointee.pw_gid] }
    return Set(groups.prefix(Int(count)))
  }

  /// The groups of this process.
  static func groupsOfSession() -> Set<UInt32> {
    var groups = [gid_t](repeating: 0, count: 65536)
    let count = getgroups(Int32(groups.count), &groups)
    return Set(groups.prefix(Int(max(0, count)))).union([getegid()])
  }

  private static func lookUp<Entry>(
    _ ask: (UnsafeMutablePointer<CChar>, Int, inout UnsafeMutablePointer<Entry>?) -> Int32,
    _ name: (UnsafeMutablePointer<Entry>) -> UnsafeMutablePointer<CChar>?
  ) -> String? {
    var buffer = [CChar](repeating: 0, count: 16384)
    return buffer.withUnsafeMutableBufferPointer { buffer in
      var found: UnsafeMutablePointer<Entry>?
      guard let start = buffer.baseAddress, ask(start, buffer.count, &found) == 0, let found else { return nil }
      return name(found).map { String(cString: $0) }
    }
  }
}
