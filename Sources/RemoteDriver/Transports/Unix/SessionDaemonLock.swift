import Glibc
import LibvirtProtocol
import Sockets
import Synchronization

/// The right to start a session's daemon: a POSIX lock that libvirt's own clients know too.
///
/// Such a lock is the process's, and is gone as soon as any descriptor of the file is closed in it. So within this process another list
/// tells who has it, and only who stands there opens the file.
final class SessionDaemonLock {
  private static let heldHere = Mutex<Set<String>>([])

  private let path: String
  private let descriptor: CInt
  private var isReleased = false

  /// Takes the lock if it is free; nil if somebody else has it. Throws in libvirt's words for a file that cannot be used.
  init?(_ path: String) throws(LibvirtError) {
    guard Self.heldHere.withLock({ $0.insert(path).inserted }) else { return nil }
    do {
      guard let descriptor = try Self.locked(path) else {
        Self.forget(path)
        return nil
      }
      self.path = path
      self.descriptor = descriptor
    } catch {
      Self.forget(path)
      throw error
    }
  }

  /// Removes the file and gives the lock back.
  func release() {
    guard !isReleased else { return }
    isReleased = true
    unlink(path)
    close(descriptor)
    Self.forget(path)
  }

  deinit { release() }

  /// A descriptor of the file with the lock on it; nil if another process has it.
  private static func locked(_ path: String) throws(LibvirtError) -> CInt? {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SocketFailure.system("Unable to create lock '\(path)'", errno: errno) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_len = 1
    if fcntl(descriptor, F_SETLK, &lock) != 0 {
      let code = errno
      close(descriptor)
      if code == EAGAIN || code == EACCES || code == EINTR { return nil }
      throw SocketFailure.system("Unable to lock '\(path)'", errno: code)
    }
    // Who had it before has removed the file: the lock that counts is on another by now, or on none.
    guard isAt(path, descriptor) else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  private static func isAt(_ path: String, _ descriptor: CInt) -> Bool {
    var (ours, present) = (stat(), stat())
    return fstat(descriptor, &ours) == 0 && stat(path, &present) == 0 && ours.st_ino == present.st_ino && ours.st_dev == present.st_dev
  }

  private static func forget(_ path: String) { heldHere.withLock { _ = $0.remove(path) } }
}
