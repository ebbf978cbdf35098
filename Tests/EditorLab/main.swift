import Glibc
import LineEditor

// A line editor with nothing behind it, for tests of what a shell shows only by chance:
// `editor-lab [events MILLISECONDS] [prompts]`.
//
// It says what it read, line by line. Words that begin with `slow` complete after a minute, all others at once.

// Between two lines Ctrl-C is for nobody.
signal(SIGINT, SIG_IGN)

// The main thread waits for this signal; all others inherit that it is blocked.
var signals = sigset_t()
sigemptyset(&signals)
sigaddset(&signals, SIGWINCH)
pthread_sigmask(SIG_BLOCK, &signals, nil)

let screen = EditorScreen()
let words = ["list", "list-all", "domain-start", "domain-stop", "dömäne-größe", "dömäne-grün", "漢字-eins", "folder/"]

@Sendable func complete(_ line: String) async -> LineCompletion {
  let word = line.split(separator: " ", omittingEmptySubsequences: false).last.map(String.init) ?? ""
  if word.hasPrefix("slow") { try? await Task.sleep(for: .seconds(60)) }
  let found =
    word.hasPrefix("many") ? (0..<10_000).map { "many-\($0)" } : (words + ["slow-answer", "evil\u{1b}[2J"]).filter { $0.hasPrefix(word) }
  return LineCompletion(
    start: line.utf8.count - word.utf8.count,
    candidates: found.map { LineCompletion.Candidate(text: $0, label: $0, isWhole: !$0.hasSuffix("/")) })
}

@Sendable func say(_ text: String, on screen: EditorScreen) {
  let bytes = Array("\(text)\n".utf8)
  screen.show(bytes) { _ = write(1, bytes, bytes.count) }
}

Task.detached {
  var configuration = LineEditorConfiguration()
  configuration.program = "editor-lab"
  configuration.completer = complete
  configuration.needsMore = { $0.hasSuffix("\\") }
  configuration.complain = { say($0, on: EditorScreen()) }
  let editor = LineEditor(configuration, screen: screen)
  let arguments = CommandLine.arguments
  if arguments.count > 2, arguments[1] == "events", let pause = Int(arguments[2]) {
    Task {
      var number = 0
      while !Task.isCancelled {
        try? await Task.sleep(for: .milliseconds(pause))
        number += 1
        say("event \(number): a domain's state has changed", on: editor.screen)
      }
    }
  }
  while true {
    let input = await editor.readLine(prompt: "\u{1}\u{1b}[1;32m\u{1}lab\u{1}\u{1b}[0m\u{1}> ")
    guard input != .endOfFile else { break }
    guard case .line(let line) = input else { continue }
    switch line {
    case "lend":
      let keys = await editor.lend { $0.take() }
      say("lent with \(String(decoding: keys, as: UTF8.self).debugDescription)", on: editor.screen)
    case "prompt":
      Task {
        for _ in 0..<1000 {
          editor.screen.setPrompt("new> ")
          try? await Task.sleep(for: .milliseconds(5))
        }
      }
    case _ where line.hasPrefix("remember "):
      await editor.remember(String(line.dropFirst("remember ".count)))
      say("got \(line.debugDescription)", on: editor.screen)
    case "crash": raise(SIGSEGV)
    case "exit": exit(3)
    default: say("got \(line.debugDescription)", on: editor.screen)
    }
  }
  await editor.close()
  say("bye", on: editor.screen)
  exit(0)
}
while true {
  var number: Int32 = 0
  sigwait(&signals, &number)
  screen.windowChanged()
}
