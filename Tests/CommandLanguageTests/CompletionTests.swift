import CommandLanguage
import Testing

@Suite struct CompletionTests {
  private enum Found: Equatable {
    case commands([String]), options([String]), value(option: String, kind: String, prefix: String), file, program, nothing
  }

  private func found<Product>(_ request: CompletionRequest<Product>) -> Found {
    switch request.target {
    case .commands(let names): .commands(names)
    case .options(let names): .options(names)
    case .value(let option, _): .value(option: option.name, kind: option.completion.kind, prefix: request.prefix)
    case .file: .file
    case .program: .program
    case .nothing: .nothing
    }
  }

  /// As virsh's `complete` answers.
  @Test(arguments: [
    ([""], Sample.registry.listedNames), (["domi"], ["dominfo"]), (["dominfo"], ["dominfo"]), (["foo"], []),
    (["foo", ""], Sample.registry.listedNames), (["nodedev-det"], ["nodedev-detach"]), (["complet"], []),
    (["echo", "a", ";", "domi"], ["dominfo"]), (["echo a;", "dom"], ["domxml-to-native", "dominfo"]),
  ])
  func commands(words: [String], names: [String]) {
    #expect(found(Sample.registry.completion(ofWords: words)) == .commands(names))
  }

  @Test(arguments: [
    (["dominfo", ""], ["--domain"]), (["dominfo", "--"], ["--domain"]), (["dominfo", "--d"], ["--domain"]),
    (["dominfo", "test", ""], []), (["dominfo", "test", "x"], []), (["dominfo", "--", ""], ["--domain"]),
    (["setmem", "test", "--"], ["--size", "--config", "--live", "--current"]),
    (["setmem", "test", "1", "--"], ["--config", "--live", "--current"]),
    (["setmem", "--domain", "test", "--"], ["--size", "--config", "--live", "--current"]),
    (["setmem", "--kilo"], []), (["setmem", "--live", "--c"], ["--config", "--current"]),
    (["echo", "a", "--"], ["--shell", "--xml", "--split", "--err", "--string"]),
    (["dominfo", "--x", ""], ["--domain"]), (["dominfo", "--x"], []), (["attach-disk", "--share"], []),
    (["nodedev-dettach", ""], ["--device", "--driver"]),
    // An option in full is given, unless it may be given again.
    (["dominfo", "--domain"], []), (["setmem", "--live"], []), (["echo", "--string"], ["--string"]),
    (["echo", "--xml", "--string"], ["--string"]),
  ])
  func options(words: [String], names: [String]) {
    #expect(found(Sample.registry.completion(ofWords: words)) == .options(names))
  }

  @Test(arguments: [
    (["dominfo", "te"], "domain", "domain", "te"), (["dominfo", "--domain", ""], "domain", "domain", ""),
    (["dominfo", "--domain", "t"], "domain", "domain", "t"), (["dominfo", "--", "te"], "domain", "domain", "te"),
    (["start", "te"], "domain", "domain-shutoff", "te"), (["start", "--paused", "te"], "domain", "domain-shutoff", "te"),
    (["send-key", "te", "--codeset", "li"], "codeset", "codeset-name", "li"),
    (["send-key", "te", "--codeset", "linux", "--holdtime", "1", "KEY"], "keycode", "keycode-name", "KEY"),
    (["send-key", "te", "linux", "1", "A", "KEY"], "keycode", "keycode-name", "KEY"),
    (["help", "do"], "command", "command", "do"), (["setmem", "te", "12"], "size", "", "12"), (["dominfo", "-"], "domain", "domain", "-"),
  ])
  func values(words: [String], option: String, kind: String, prefix: String) {
    #expect(found(Sample.registry.completion(ofWords: words)) == .value(option: option, kind: kind, prefix: prefix))
  }

  @Test(arguments: [
    ["dominfo", "--domain=t"], ["dominfo", "--domain="], ["dominfo", "--help", ""], ["#x"],
  ])
  func nothing(words: [String]) {
    #expect(found(Sample.registry.completion(ofWords: words)) == .nothing)
  }

  @Test func theLineSaysWhatIsReplaced() {
    let plain = Sample.registry.completion(of: "echo é; dominfo te")
    #expect(plain.start == "echo é; dominfo ".utf8.count)
    #expect(plain.quote == nil)
    let quoted = Sample.registry.completion(of: "dominfo \"my do")
    #expect(found(quoted) == .value(option: "domain", kind: "domain", prefix: "my do"))
    #expect(quoted.start == 8)
    #expect(quoted.quote == "\"")
    let escaped = Sample.registry.completion(of: "dominfo my\\ do")
    #expect(escaped.prefix == "my do")
    let assigned = Sample.registry.completion(of: "dominfo --domain=te")
    #expect(found(assigned) == .value(option: "domain", kind: "domain", prefix: "te"))
    #expect(assigned.start == 17)
    let blank = Sample.registry.completion(of: "dominfo --domain ")
    #expect(blank.start == 17)
    #expect(found(Sample.registry.completion(of: "dominfo '")) == .value(option: "domain", kind: "domain", prefix: ""))
  }

  @Test func valuesSeeWhatElseWasGiven() throws {
    let request = Sample.registry.completion(of: "schedinfo --domain vm1 --set x=1 --set ")
    guard case .value(let option, let command) = request.target else {
      Issue.record("no value is completed")
      return
    }
    #expect(option.name == "set")
    #expect(command.raw("domain") == "vm1")
  }
}
