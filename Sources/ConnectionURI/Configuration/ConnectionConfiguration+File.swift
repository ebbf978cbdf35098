import Glibc

extension ConnectionConfiguration {
  /// libvirt's own limit for configuration files, in bytes.
  private static let greatestSize = 10 << 20

  /// What libvirt.conf says for a user: root's is in `/etc/libvirt`, others have their own in `$XDG_CONFIG_HOME/libvirt`, by default
  /// `~/.config/libvirt`. A file that is not there, or in a folder that may not be searched, says nothing; throws for one that cannot be
  /// read or is written wrongly.
  public static func ofUser(in environment: ConnectionEnvironment) throws(ConfigurationError) -> ConnectionConfiguration {
    guard let path = path(in: environment), access(path, F_OK) == 0 else { return ConnectionConfiguration() }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(path, errno, isOpen: false) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 16384)
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count < 0 { throw .unreadable(path, errno, isOpen: true) }
      if count == 0 { break }
      bytes += piece.prefix(count)
      if bytes.count > greatestSize { throw .unreadable(path, EOVERFLOW, isOpen: true) }
    }
    return try ConnectionConfiguration(parsing: String(decoding: bytes, as: UTF8.self), path: path)
  }

  private static func path(in environment: ConnectionEnvironment) -> String? {
    if environment.effectiveUserID == 0 { return "/etc/libvirt/libvirt.conf" }
    if let folder = environment["XDG_CONFIG_HOME"] { return "\(folder)/libvirt/libvirt.conf" }
    return environment["HOME"].map { "\($0)/.config/libvirt/libvirt.conf" }
  }
}

extension ConfigurationError {
  /// The file is there but cannot be opened or read.
  fileprivate static func unreadable(_ path: String, _ code: CInt, isOpen: Bool) -> ConfigurationError {
    ConfigurationError(.system, "Failed to \(isOpen ? "read" : "open") file '\(path)': \(String(cString: strerror(code)))")
  }
}
