import Glibc
import LibvirtProtocol
import XMLTree

/// Files of XML that a user names on the command line.
enum DefinitionFile {
  /// virsh reads no more than this, in bytes.
  static let limit = 10 * 1024 * 1024

  /// The definition as text; throws what libvirt's parser says about bytes that are no UTF-8.
  ///
  /// A definition travels as a string, so it is UTF-8 whatever it declares.
  static func text(_ bytes: [UInt8], source: String) throws -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    do {
      _ = try XMLDocument(bytes, source: source)
    } catch {
      throw CommandFailure(error.text)
    }
    throw CommandFailure("\(source): the text is not UTF-8")
  }

  /// Reads a file; the errors are virsh's.
  ///
  /// Reading may block (a named pipe): it is done on a thread of its own, not on the pool.
  static func read(_ path: String) async throws -> [UInt8] {
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
    let continuation: CheckedContinuation<[UInt8], any Error>

    init(path: String, continuation: CheckedContinuation<[UInt8], any Error>) {
      self.path = path
      self.continuation = continuation
    }

    func run() { continuation.resume(with: Result { try DefinitionFile.readNow(path) }) }
  }

  private static func readNow(_ path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CommandFailure("Failed to open file '\(path)': \(systemError())") }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
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
