import Files
import Glibc

extension ConnectionConfiguration {
  /// libvirt's own limit for configuration files, in bytes.
  private static let greatestSize = 10 << 20

  /// What libvirt.conf says for a user: root's is in `/etc/libvirt`, others have their own in `$XDG_CONFIG_HOME/libvirt`, by default
  /// `~/.config/libvirt`. A file that is not there, or in a folder that may not be searched, says nothing; throws for one that cannot be
  /// read or is written wrongly.
  public static func ofUser(in environment: ConnectionEnvironment) throws(ConfigurationError) -> ConnectionConfiguration {
    guard let path = path(in: environment), access(path, F_OK) == 0 else { return ConnectionConfiguration() }
    let bytes: [UInt8]
    do throws(FileFailure) { bytes = try FileContents.read(path, limit: greatestSize) } catch { throw .unreadable(path, error) }
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
  fileprivate static func unreadable(_ path: String, _ failure: FileFailure) -> ConfigurationError {
    ConfigurationError(.system, "Failed to \(failure.isOpen ? "read" : "open") file '\(path)': \(failure)")
  }
}
