import Glibc
import LibvirtProtocol
import NIOCore

/// What libvirt says when a socket fails.
public enum SocketFailure {
  /// The other side hung up.
  public static let endOfFile = LibvirtError(.systemError, .rpc, "End of file while reading data: Input/output error")

  /// The daemon's socket cannot be reached.
  public static func connecting(_ path: String, errno: CInt) -> LibvirtError {
    system("Failed to connect socket to '\(path)'", errno: errno)
  }

  /// An established connection broke.
  public static func reading(_ error: any Error) -> LibvirtError {
    // It was closed before anybody listened to it.
    if error is ChannelError { return endOfFile }
    guard let error = error as? IOError else { return LibvirtError(.internalError, .rpc, "\(error)") }
    return system(error.errnoCode == EPIPE ? "Cannot write data" : "Cannot recv data", errno: error.errnoCode)
  }

  /// A system call failed: the text, and the system's own behind it.
  public static func system(_ text: String, errno code: CInt) -> LibvirtError {
    let message = "\(text): \(String(cString: strerror(code)))"
    return LibvirtError(code: .systemError, domain: .rpc, message: message, str1: "%s", str2: message, int1: code)
  }
}
