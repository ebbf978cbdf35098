import SExpressions

extension XenPort {
  /// The ports of a kind in an `(hvm …)`: one word, several, or a list of them. `none` stands for a port that is not there.
  static func read(_ kind: Kind, _ image: SExpression) -> [XenPort] {
    let words = (image[kind.rawValue]?.tail ?? []).prefix(limit).flatMap { $0.elements?.prefix(limit) ?? [$0] }
    return words.prefix(limit).enumerated().compactMap { number, word in
      guard let text = word.text, let source = Source(text) else { return nil }
      return XenPort(kind: kind, number: number, source: source)
    }
  }

  /// The key for all ports of a kind: one word, or a list with `none` in the gaps. Nil where there are none.
  static func configuration(_ kind: Kind, _ ports: [XenPort]) -> SExpression? {
    let ports = ports.filter { $0.kind == kind && (0..<limit).contains($0.number) }
    guard let last = ports.map(\.number).max() else { return nil }
    let words = (0...last).map { number in SExpression(ports.first { $0.number == number }?.source.word ?? "none") }
    return .list([SExpression(kind.rawValue), words.count == 1 ? words[0] : .list(words)])
  }
}

extension XenPort.Source {
  /// Reads what xend (and its qemu) call a character device; nil for none and for what libvirt does not know.
  init?(_ word: String) {
    let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let rest = parts.count > 1 ? parts[1] : nil
    switch (parts.first ?? "", rest) {
    case ("null", nil): self = .null
    case ("vc", _): self = .vc
    case ("pty", nil): self = .pty
    case ("stdio", nil): self = .stdio
    case ("file", let path?): self = .file(path)
    case ("pipe", let path?): self = .pipe(path)
    case ("tcp", let text?): self = .tcp(.init(text, isTelnet: false))
    case ("telnet", let text?): self = .tcp(.init(text, isTelnet: true))
    case ("udp", let text?): self = .udp(.init(text))
    case ("unix", let text?):
      let (path, options) = Self.options(text)
      self = .unix(path: path, isListening: options.contains("server"))
    default:
      guard word.hasPrefix("/") else { return nil }
      self = .device(word)
    }
  }

  /// What xend is told.
  var word: String {
    switch self {
    case .null: "null"
    case .vc: "vc"
    case .pty: "pty"
    case .stdio: "stdio"
    case .device(let path): path
    case .file(let path): "file:" + path
    case .pipe(let path): "pipe:" + path
    case .tcp(let tcp): (tcp.isTelnet ? "telnet:" : "tcp:") + "\(tcp.host):\(tcp.service)" + (tcp.isListening ? ",server,nowait" : "")
    case .udp(let udp):
      "udp:\(udp.host):\(udp.service)" + (udp.bindHost.isEmpty && udp.bindService.isEmpty ? "" : "@\(udp.bindHost):\(udp.bindService)")
    case .unix(let path, let isListening): "unix:" + path + (isListening ? ",server,nowait" : "")
    }
  }

  fileprivate static func options(_ text: String) -> (String, [Substring]) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    return (String(parts.first ?? ""), Array(parts.dropFirst()))
  }

  /// The parts of `HOST:SERVICE`; the host may have colons of its own.
  fileprivate static func address(_ text: some StringProtocol) -> (String, String) {
    guard let colon = text.lastIndex(of: ":") else { return (String(text), "") }
    return (String(text[..<colon]), String(text[text.index(after: colon)...]))
  }
}

extension XenPort.TCP {
  /// Reads `HOST:SERVICE[,server,nowait]`.
  fileprivate init(_ text: String, isTelnet: Bool) {
    let (address, options) = XenPort.Source.options(text)
    (host, service) = XenPort.Source.address(address)
    self.isTelnet = isTelnet
    isListening = options.contains("server")
  }
}

extension XenPort.UDP {
  /// Reads `HOST:SERVICE[@HOST:SERVICE]`.
  fileprivate init(_ text: String) {
    let ends = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    (host, service) = XenPort.Source.address(ends.first ?? "")
    (bindHost, bindService) = ends.count > 1 ? XenPort.Source.address(ends[1]) : ("", "")
  }
}
