import Glibc

/// A folder for one run: `work`, with `fixtures` inside, is where it runs, and `bin` has the programs by their names.
struct WorkFolder {
  let path: String
  private let names: [String]

  init(fixtures: [String: [UInt8]], programs: [String: String]) throws {
    var template = Array("/tmp/virtsh-shell-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(step: "mkdtemp", errno: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    names = fixtures.keys.map { "work/fixtures/" + $0 } + programs.keys.map { "bin/" + $0 } + ["stdin", "stdout", "stderr"]
    for folder in ["bin", "work", "work/fixtures"] {
      guard mkdir("\(path)/\(folder)", 0o700) == 0 else { throw Failure(step: "mkdir \(folder)", errno: errno) }
    }
    for (name, bytes) in fixtures { try write(bytes, to: "work/fixtures/" + name) }
    for (name, target) in programs {
      guard symlink(target, "\(path)/bin/\(name)") == 0 else { throw Failure(step: "symlink \(name)", errno: errno) }
    }
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let descriptor = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { throw Failure(step: "open \(name)", errno: errno) }
    defer { close(descriptor) }
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw Failure(step: "write \(name)", errno: errno) }
  }

  func read(_ name: String) -> String {
    let descriptor = open("\(path)/\(name)", O_RDONLY)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65536)
    while case let count = Glibc.read(descriptor, &piece, piece.count), count > 0 { bytes += piece.prefix(count) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Removes what was put there. What a program left behind beside it (virsh's history) goes as well.
  func remove() {
    for name in names { unlink("\(path)/\(name)") }
    unlink("\(path)/.cache/libvirt/virsh/history")
    for folder in [".cache/libvirt/virsh", ".cache/libvirt", ".cache", "bin", "work/fixtures", "work", ""] { rmdir("\(path)/\(folder)") }
  }

  struct Failure: Error {
    let step: String
    let errno: Int32
  }
}
