import Glibc
import LibvirtProtocol

/// Files of XML that a user names on the command line.
enum DefinitionFile {
  /// virsh reads no more than this, in bytes.
  static let limit = 10 * 1024 * 1024

  /// Reads a file; the errors are virsh's.
  ///
  /// Reading may block (a named pipe): it is done on a thread of its own, not on the pool.
  static func read(_ path: String) async throws -> String {
    try await withCheckedThrowingContinuation { continuation in
      let job = Job(path: path, continuation: continuation)
      var thread = pthread_t()
      let status = pthread_create(
        &thread, nil,
        { context in
          guard let context else { return nil }
          Unmanaged<Job>.fromOpaque(context).takeRetainedValue().run()
          return nil
        }, Unmanaged.passRetained(job).toOpaque())
      if status == 0 { pthread_detach(thread) } else { job.run() }
    }
  }

  private final class Job {
    let path: String
    let continuation: CheckedContinuation<String, any Error>

    init(path: String, continuation: CheckedContinuation<String, any Error>) {
      self.path = path
      self.continuation = continuation
    }

    func run() { continuation.resume(with: Result { try DefinitionFile.readNow(path) }) }
  }

  private static func readNow(_ path: String) throws -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CommandFailure("Failed to open file '\(path)': \(systemError())") }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      if count < 0 {
        if errno == EINTR { continue }
        throw CommandFailure("Failed to read file '\(path)': \(systemError())")
      }
      bytes += chunk[..<count]
      if bytes.count > limit { throw CommandFailure("Failed to read file '\(path)': \(String(cString: strerror(EOVERFLOW)))") }
    }
  }

  private static func systemError() -> String { String(cString: strerror(errno)) }
}
