import Glibc
import Testing

@testable import LineEditor

@Suite("The history file")
struct HistoryFileTests {
  private let folder: String
  private var path: String { "\(folder)/state/virtsh/history" }

  init() throws {
    var template = Array("/tmp/virtsh-history-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private func clean() {
    for path in [path, "\(folder)/state/virtsh", "\(folder)/state", folder] where unlink(path) != 0 { rmdir(path) }
  }

  private var text: String? { RegularFile(path, O_RDONLY).map { String(decoding: $0.read(last: 1 << 20), as: UTF8.self) } }

  @Test(
    "entries stand in it as they were typed",
    arguments: [
      (["list", "echo \"a  b\""], "list\necho \"a  b\"\n"), (["a\nb\n\tc", "d"], "a\n\tb\n\t\tc\nd\n"), (["a\\\nb"], "a\\\n\tb\n"),
      (["größe 漢字"], "größe 漢字\n"), (["a\n\nb"], "a\n\t\n\tb\n"), ([], ""),
    ])
  func format(entries: [String], text: String) {
    #expect(entries.map(HistoryFormat.encoded).joined() == text)
    #expect(HistoryFormat.entries(in: text.utf8) == entries)
  }

  @Test(
    "garbage is left out",
    arguments: [
      ("\tx\ngood\n", ["good"]), ("\n\n \n a\ngood\n", ["good"]), ("a\u{1b}b\ngood\ncut", ["good"]),
      ("bad\u{0}\n\tstill bad\ngood\n", ["good"]),
    ])
  func garbage(text: String, entries: [String]) {
    #expect(HistoryFormat.entries(in: text.utf8) == entries)
    #expect(HistoryFormat.entries(in: [0xff, 0x0a] + Array(text.utf8)) == entries)
  }

  @Test("an endless line is no entry")
  func endless() {
    let text = String(repeating: "x", count: 3 << 20)
    #expect(HistoryFormat.entries(in: "a\n\(text)\nb\n".utf8) == ["a", "b"])
  }

  @Test("each entry once, the newest place counts")
  func unique() {
    #expect(HistoryFormat.unique(["a", "b", "a", "c"], limit: 10) == ["b", "a", "c"])
    #expect(HistoryFormat.unique(["a", "b", "a", "c"], limit: 2) == ["a", "c"])
    #expect(HistoryFormat.unique(["a"], limit: 0) == [])
  }

  @Test("sessions see what others add")
  func shared() {
    defer { clean() }
    var one = HistoryFile(path: path, limit: 10)
    var two = HistoryFile(path: path, limit: 10)
    #expect(one.load() == [])
    #expect(one.append("a") == .init(isWhole: true))
    #expect(two.load() == ["a"])
    #expect(two.append("b") == .init())
    #expect(two.append("c") == .init())
    #expect(one.append("d") == .init(entries: ["b", "c"]))
    #expect(two.append("e") == .init(entries: ["d"]))
    #expect(text == "a\nb\nc\nd\ne\n")
  }

  @Test("the file stays short, and nobody is confused when it is written anew")
  func rewritten() throws {
    defer { clean() }
    var one = HistoryFile(path: path, limit: 5)
    var two = HistoryFile(path: path, limit: 5)
    for number in 0..<109 { _ = one.append("echo \(number % 7)") }
    _ = two.load()
    #expect(text?.split(separator: "\n").count == 109)
    for number in 0..<5 { _ = one.append("new \(number)") }
    let lines = try #require(text?.split(separator: "\n"))
    #expect(lines.count < 10)
    #expect(lines.last == "new 4")
    let news = two.append("other")
    #expect(news.isWhole)
    #expect(news.entries.last == "new 4")
    #expect(one.append("x") == .init(entries: ["other"]))
  }

  @Test("it is the owner's alone")
  func modes() throws {
    defer { clean() }
    let old = umask(0)
    defer { umask(old) }
    var file = HistoryFile(path: path, limit: 5)
    _ = file.append("a")
    var status = stat()
    try #require(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    try #require(stat("\(folder)/state", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o700)
    chmod(path, 0o644)
    _ = file.append("b")
    try #require(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test("what is no file is left alone")
  func odd() throws {
    defer { clean() }
    try #require(mkdir("\(folder)/state", 0o700) == 0 && mkdir("\(folder)/state/virtsh", 0o700) == 0)
    try #require(mkfifo(path, 0o600) == 0)
    var file = HistoryFile(path: path, limit: 5)
    #expect(file.load() == [])
    #expect(file.append("a") == .init())
    var status = stat()
    try #require(stat(path, &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFIFO)
    var nowhere = HistoryFile(path: "/proc/nowhere/history", limit: 5)
    #expect(nowhere.load() == [])
    #expect(nowhere.append("a") == .init())
  }

  @Test("a line that was cut off does not run into the next")
  func cut() {
    defer { clean() }
    var file = HistoryFile(path: path, limit: 5)
    _ = file.append("a")
    if let half = RegularFile(path, O_WRONLY | O_APPEND) { _ = half.append(Array("cut".utf8)) }
    _ = file.append("b")
    #expect(text == "a\ncut\nb\n")
  }

  @Test("where it is")
  func place() {
    #expect(LineEditorConfiguration.usualHistoryPath { ["HOME": "/h"][$0] } == "/h/.local/state/virtsh/history")
    #expect(LineEditorConfiguration.usualHistoryPath { ["HOME": "/h", "XDG_STATE_HOME": "/s"][$0] } == "/s/virtsh/history")
    #expect(LineEditorConfiguration.usualHistoryPath { ["HOME": "/h", "XDG_STATE_HOME": "s"][$0] } == "/h/.local/state/virtsh/history")
    #expect(LineEditorConfiguration.usualHistoryPath { _ in nil } == nil)
  }
}

@Suite("Lines that hold a secret")
struct SecretLinesTests {
  @Test(
    "are told from others",
    arguments: [
      ("list --all", false), ("set-user-password guest root geheim", true), ("secret-set-value 1b4 c2VjcmV0", true),
      ("secret-set-value 1b4 --file /x", false), ("secret-set-value 1b4 --interactive", false),
      ("secret-set-value --secret 1b4 --base64 x", true), ("foo --password x", true), ("foo --password=x", true),
      ("domdisplay guest --include-password", false), ("connect qemu+ssh://root@host/system", false),
      ("connect qemu+ssh://root:geheim@host/system", true), ("connect xen://host:8000/", false),
      ("connect esx://host/?auth=/a@b:c@d", false), ("connect esx://host/?password=x", true),
      ("connect --authfile /x test:///default", false),
      ("qemu-monitor-command g '{\"execute\":\"set_password\",\"arguments\":{\"password\":\"x\"}}'", true),
      ("qemu-monitor-command g --hmp change vnc password x", true), ("secret-list", false), ("echo one; echo --PASSWORD x", true),
      ("connect qemu://:geheim@host/", true), ("connect qemu://user:@host/", false),
    ])
  func told(line: String, holdsSecret: Bool) { #expect(SecretLines.holdSecret(line) == holdsSecret) }
}

@Suite("The user's editrc")
struct EditrcTests {
  @Test("the key map comes first, all else in order")
  func passes() {
    let file = EditrcFile(text: "# c\n\nbind ^W x\nbind -v\n  virtsh:bind -e\nbind \"a b\" y\nbind 'open\nsetty -d +isig")
    #expect(file.maps == [.init(number: 4, words: ["bind", "-v"]), .init(number: 5, words: ["virtsh:bind", "-e"])])
    #expect(
      file.rest == [
        .init(number: 3, words: ["bind", "^W", "x"]), .init(number: 6, words: ["bind", "a b", "y"]),
        .init(number: 8, words: ["setty", "-d", "+isig"]),
      ])
    #expect(file.bad == [7])
  }

  @Test("where it is")
  func place() {
    #expect(EditrcFile.path { ["HOME": "/h", "EDITRC": "/e"][$0] } == "/e")
    #expect(EditrcFile.path { ["HOME": "/h"][$0] } == "/h/.editrc")
    #expect(EditrcFile.read("/dev/zero") == nil)
    #expect(EditrcFile.read("/nowhere") == nil)
  }
}
