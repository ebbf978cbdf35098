import Glibc

extension ConnectionEnvironment {
  /// The environment of this process. Without HOME it is the user's entry in the database that says where it is, as for GLib.
  public static func current() -> ConnectionEnvironment {
    var variables: [String: String] = [:]
    for name in [
      "HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "VIRSH_DEFAULT_CONNECT_URI", "LIBVIRT_DEFAULT_URI",
      "LIBVIRT_AUTOSTART", "LIBVIRTD_PATH", "VIRTD_PATH", "LIBVIRT_AUTH_FILE", "PATH", "LD_PRELOAD", "LD_LIBRARY_PATH", "USER", "LOGNAME",
      "TMPDIR", "LIBVIRT_XM_CONFIG_DIR",
    ] {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    if variables["HOME"] == nil { variables["HOME"] = homeDirectory(of: geteuid()) }
    return ConnectionEnvironment(variables: variables, effectiveUserID: geteuid()) { access($0, F_OK) == 0 }
  }

  private static func homeDirectory(of user: uid_t) -> String? {
    var entry = passwd()
    var buffer = [CChar](repeating: 0, count: 16384)
    var found: UnsafeMutablePointer<passwd>?
    guard getpwuid_r(user, &entry, &buffer, buffer.count, &found) == 0, let folder = found?.pointee.pw_dir else { return nil }
    return String(cString: folder)
  }
}
