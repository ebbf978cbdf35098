import ConnectionURI
import Drivers
import Files
import Glibc
import LibvirtProtocol

/// A file of credentials, `auth.conf`: `[credentials-NAME]` has them, `[auth-SERVICE-HOST]` and `[auth-SERVICE-default]` say by
/// `credentials=NAME` which are meant.
///
/// It is documented at https://libvirt.org/auth.html. As with libvirt the file's mode and owner do not matter.
struct AuthenticationFile: Sendable {
  /// libvirt sets no limit.
  private static let largest = 1 << 20

  let path: String
  /// Whether other users than its owner can read it.
  let isOpenToOthers: Bool
  private let keys: KeyFile

  /// Reads the file that counts: `LIBVIRT_AUTH_FILE`, else the URI's `authfile=`, else the user's own, else the host's; nil when there
  /// is none. One that was named must be there; throws for what cannot be read, or is written wrongly, in virsh's words.
  static func find(_ named: String?, in environment: ConnectionEnvironment) throws(LibvirtError) -> AuthenticationFile? {
    guard let path = path(named, in: environment) else { return nil }
    return try AuthenticationFile(path)
  }

  private static func path(_ named: String?, in environment: ConnectionEnvironment) -> String? {
    if let path = environment.variables["LIBVIRT_AUTH_FILE"] ?? named { return path }
    let folder = environment["XDG_CONFIG_HOME"] ?? environment["HOME"].map { "\($0)/.config" }
    return [folder.map { "\($0)/libvirt/auth.conf" }, "/etc/libvirt/auth.conf"].compactMap(\.self).first { access($0, R_OK) == 0 }
  }

  init(_ path: String) throws(LibvirtError) {
    self.path = path
    var facts = stat()
    guard stat(path, &facts) == 0 else { throw .unusable("\(path): \(String(cString: strerror(errno)))") }
    guard facts.st_mode & S_IFMT == S_IFREG else { throw .unusable("\(path): not a regular file") }
    isOpenToOthers = facts.st_mode & 0o044 != 0
    let bytes: [UInt8]
    do throws(FileFailure) { bytes = try FileContents.read(path, limit: Self.largest) } catch { throw .unusable("\(path): \(error)") }
    do { keys = try KeyFile(bytes) } catch { throw .unusable("\(path):\(error.line): \(error.reason)") }
  }

  /// What the file has for a host: `authname`, `password` or the like; nil when it has nothing.
  func credential(_ name: String, service: String = "libvirt", host: String) throws(LibvirtError) -> String? {
    guard let group = ["auth-\(service)-\(host)", "auth-\(service)-default"].first(where: keys.hasGroup) else { return nil }
    guard let set = keys.value("credentials", in: group) else {
      throw LibvirtError(.confSyntax, .auth, "Missing item 'credentials' in group '\(group)' in '\(path)'")
    }
    guard keys.hasGroup("credentials-\(set)") else {
      throw LibvirtError(.confSyntax, .auth, "Missing group 'credentials-\(set)' referenced from group '\(group)' in '\(path)'")
    }
    return keys.value(name, in: "credentials-\(set)")
  }
}

extension LibvirtError {
  /// libvirt's own client has no words for a file that it cannot read; ours come beside its words.
  fileprivate static func unusable(_ reason: String) -> LibvirtError {
    LibvirtError(code: .ok, domain: .auth, message: "An error occurred, but the cause is unknown").noting(reason)
  }
}
