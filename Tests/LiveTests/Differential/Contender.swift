import Glibc
import TestDaemonKit

/// One of the two programs at one place, with files of its own that nobody else changes.
struct Contender {
  let program: String
  /// What it connects to: `%` stands for its folder.
  let uri: String
  /// Its domain's name: as long as the other's, so that tables agree.
  let domain: String
  /// What else of its own is in the answers, and what stands for it.
  var own: [(text: String, mask: String)] = []
  /// For how many seconds a save is waited for.
  var patience = Duration.seconds(5)
  private let files: SocketFolder

  init(_ program: String, uri: String, domain: String = "test") throws {
    self.program = program
    self.domain = domain
    files = try SocketFolder()
    self.uri = uri.replacing("%", with: files.path)
    for name in DifferentialFamily.names(in: "\(DifferentialFamily.folder)/files") {
      try filled("\(DifferentialFamily.folder)/files/\(name)".contents).write(to: "\(folder)/\(name)")
      // Some are editors.
      chmod("\(folder)/\(name)", 0o755)
    }
    try BootSectorGuest.writeDisk(to: "\(folder)/disk.raw")
  }

  var folder: String { files.path }

  /// A text with the domain's name and the folder in it.
  func filled(_ text: String) -> String { text.replacing("@", with: domain).replacing("%", with: folder) }

  /// What it answers, without what is its own.
  func run(_ row: DifferentialRow) async throws -> ProgramRun {
    let arguments = ["-c", uri] + row.options + [filled(row.line)]
    let variables = ["TZ=UTC"] + row.variables.map(filled)
    var run: ProgramRun?
    // When a save is over before it has begun to wait for the end, virsh 9.0.0 waits for ever: it is asked again.
    for _ in 0..<10 where run?.status == nil && row.line.contains("save") {
      run = try await ProgramRun.run(program, arguments, variables: variables, limit: patience)
    }
    let answer: ProgramRun
    if let run { answer = run } else { answer = try await ProgramRun.run(program, arguments, variables: variables) }
    return ProgramRun(status: answer.status, output: masked(answer.output, row), errors: masked(answer.errors, row))
  }

  private func masked(_ text: String, _ row: DifferentialRow) -> String {
    var text = text.replacing(uri, with: "URI").replacing(folder, with: "/FOLDER")
    for (own, mask) in own { text = text.replacing(own, with: mask) }
    // Times of processors, terminals, files to edit.
    text = text.replacing(/CPU time: +[0-9.]+s/, with: "CPU time: Ns").replacing(/\/dev\/pts\/[0-9]+/, with: "/dev/pts/N").replacing(
      /virsh[A-Za-z0-9]{6}\.xml/, with: "virshXXXXXX.xml")
    // How often progress was shown depends on how long it took.
    text = text.replacing(/(\r[A-Za-z ]+: \[ *[0-9]+ %\])+/, with: "PROGRESS")
    guard row.hidesNumbers else { return text }
    // The width of a number is that of its column, too.
    return text.replacing(/[0-9]+(\.[0-9]+)?/, with: "N").replacing(/\ {2,}/, with: "  ").replacing(/-{2,}/, with: "--")
  }

  /// Removes its files.
  func remove() {
    for name in DifferentialFamily.names(in: folder) { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }
}
