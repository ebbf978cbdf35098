import Glibc
import TestDaemonKit

/// A real guest on the real libvirtd that Tests/run has started, for as long as this lives.
final class LiveGuest {
  private static let socket = getenv("VIRTSH_TEST_LIBVIRTD_SOCKET").map { String(cString: $0) }
  private static let virsh = "/usr/bin/virsh"

  /// Whether there is a daemon, and virsh to prepare guests with.
  static var isPossible: Bool { socket != nil && access(virsh, X_OK) == 0 }

  let name: String
  let uri: String
  let folder: TemporaryFolder
  /// The daemon's folder.
  private let place: String

  /// Creates the guest, paused: what it writes while nobody has its console is lost. With `memory`, as many MiB of it are full of noise,
  /// of 16 MiB more. `isDefined` lets it outlive its end.
  init(
    _ kind: String = "console", socket: String? = LiveGuest.socket, memory: Int? = nil, isDefined: Bool = false
  ) throws {
    folder = try TemporaryFolder()
    name = "virtsh-\(kind)-\(getpid())"
    uri = "qemu+unix:///system?socket=\(socket ?? "")"
    place = String((socket ?? "").dropLast("/libvirt-sock".count))
    let disk = "\(folder.path)/disk"
    try BootSectorGuest.writeDisk(to: disk)
    let shared = "<memoryBacking><source type='file'/><access mode='shared'/></memoryBacking>"
    try BootSectorGuest.definition(
      name: name, disk: disk, memory: memory.map { $0 + 16 } ?? 64, elements: memory == nil ? "" : shared
    ).write(to: definitionPath)
    try run("destroy \(name)")
    if isDefined {
      try run("define \(definitionPath)")
      try run("start --paused \(name)")
    } else {
      try run("create --paused \(definitionPath)")
    }
    if let memory { try fill(memory) }
  }

  deinit {
    _ = try? run("destroy \(name)")
    _ = try? run("undefine \(name) --managed-save --snapshots-metadata --checkpoints-metadata")
  }

  /// The file that it was made from.
  var definitionPath: String { "\(folder.path)/guest.xml" }

  /// Lets it begin.
  func resume() throws { try run("resume \(name)") }

  /// Ends it, as somebody else would.
  func destroy() throws { try run("destroy \(name)") }

  /// Fills its memory, which is a file of the daemon's, behind what the firmware uses.
  private func fill(_ mebibytes: Int) throws {
    try run("domid \(name)", into: "id")
    let id = "\(folder.path)/id".contents.prefix { $0.isNumber }
    let (memory, noise) = (
      open("\(place)/lib/qemu/ram/\(id)-\(name)/pc.ram", O_WRONLY | O_CLOEXEC), open("/dev/urandom", O_RDONLY | O_CLOEXEC)
    )
    defer { for descriptor in [memory, noise] { close(descriptor) } }
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    guard memory >= 0, read(noise, &piece, piece.count) == piece.count else { throw PseudoTerminal.Failure(step: "the guest's memory") }
    for index in 16..<(16 + mebibytes) where pwrite(memory, piece, piece.count, index << 20) != piece.count {
      throw PseudoTerminal.Failure(step: "write to the guest's memory")
    }
  }

  /// Whether it is in this state, as `domstate` calls it.
  func isIn(_ state: String) throws -> Bool {
    try run("domstate \(name)", into: "state")
    return "\(folder.path)/state".contents.hasPrefix(state)
  }

  /// Has virsh do something; its exit status.
  @discardableResult
  func run(_ line: String, into output: String? = nil) throws -> Int32 {
    let null = Spawn.Stream.file("/dev/null", O_RDWR)
    let file = output.map { Spawn.Stream.file("\(folder.path)/\($0)", O_WRONLY | O_CREAT | O_TRUNC) } ?? null
    let process = try Spawn.start([Self.virsh, "-c", uri, line], variables: ["LC_ALL=C"], streams: [null, file, null])
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return status >> 8 & 0xff
  }
}
