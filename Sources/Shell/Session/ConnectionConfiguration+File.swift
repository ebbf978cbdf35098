import ConnectionURI
import Glibc

extension ConnectionConfiguration {
  /// What libvirt.conf says for a user: root's is in `/etc/libvirt`, others have their own in `$XDG_CONFIG_HOME/libvirt`, by default
  /// `~/.config/libvirt`. A file that is not there says nothing; throws for one that cannot be read or is written wrongly.
  static func ofUser(in environment: ConnectionEnvironment) throws(ConfigurationError) -> ConnectionConfiguration {
    guard let path = path(in: environment) else { return ConnectionConfiguration() }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return ConnectionConfiguration() }
      throw .unreadable(path, String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 16384)
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count < 0 { throw .unreadable(path, String(cString: strerror(errno))) }
      if count == 0 { break }
      bytes += piece.prefix(count)
      // libvirt's own limit for configuration files.
      if bytes.count > 10 << 20 { throw .unreadable(path, String(cString: strerror(EFBIG))) }
    }
    return try ConnectionConfiguration(parsing: String(decoding: bytes, as: UTF8.self), path: path)
  }

  private static func path(in environment: ConnectionEnvironment) -> String? {
    if environment.effectiveUserID == 0 { return "/etc/libvirt/libvirt.conf" }
    if let folder = environment["XDG_CONFIG_HOME"], !folder.isEmpty { return "\(folder)/libvirt/libvirt.conf" }
    return environment["HOME"].map { "\($0)/.config/libvirt/libvirt.conf" }
  }
}
