import CommandLanguage
import Commands
import Drivers
import LibvirtProtocol
import TestDaemonKit
import TestDriver
import XMLTree

/// A daemon whose domains have a name, title and description that someone chose to do harm with.
struct HostileHost {
  /// What is in the names: each kind on its own, so that a leak says which.
  static let texts = [
    "esc\u{1B}[2J\u{1B}]0;owned\u{7}", "cr\rerror: forged", "c1\u{9B}2J\u{9D}0;x\u{9C}\u{85}", "del\u{7F}\u{8}\u{8}",
    "bidi\u{202E}gnp\u{202C}",
    "isolate\u{2066}\u{2067}\u{2069}\u{200E}\u{200F}\u{61C}", "zero\u{200B}\u{200D}\u{FEFF}width", "line\u{2028}\u{2029}end", "new\nline\n",
    "quote'\"\\;#$(x)", "\\x1b[2J", "*,[a-z]?", "long" + String(repeating: "x\u{1B}", count: 5000),
  ]

  let daemon: TestDaemon
  /// The URI of the daemon's host.
  let uri: String
  /// The one that runs; there is another that does not.
  let domain: DomainRef
  /// One without any such text, which no line names.
  static let bystander = "bystander"
  private let folder: SocketFolder

  init(text: String) async throws {
    var node = NodeDefinition.default
    guard let sample = node.domains.first else { throw LibvirtError(.noDomain, .none) }
    var bystander = sample
    bystander.definition = try DomainDefinition(
      XMLElement(
        "domain", attributes: [XMLAttribute("type", "test")],
        children: [
          XMLElement("name", text: Self.bystander), XMLElement("memory", text: "1024"),
          XMLElement("os", children: [.element(XMLElement("type", text: "hvm"))]),
        ].map { .element($0) }))
    node.domains =
      try [(text, Int32(1)), ("off" + text, 5)].map { name, state in
        let children = [
          XMLElement("name", text: name), XMLElement("title", text: text.filter { $0 != "\n" }), XMLElement("description", text: text),
          XMLElement("memory", text: "1024"), XMLElement("os", children: [.element(XMLElement("type", text: "hvm"))]),
          Self.metadata(text), XMLElement("devices", children: Self.devices(text).map { .element($0) }),
        ]
        var domain = sample
        domain.definition = try DomainDefinition(
          XMLElement("domain", attributes: [XMLAttribute("type", "test")], children: children.map { .element($0) }))
        domain.state = state
        return domain
      } + [bystander]
    folder = try SocketFolder()
    daemon = try await TestDaemon.start(at: folder.socket("daemon"), host: TestHost(node, uri: "test:///default"))
    uri = "test+unix:///default?socket=\(folder.socket("daemon"))"
    domain = try await TestDriver(host: daemon.host).call(Remote.domainLookupByName, text)
  }

  func stop() async {
    await daemon.stop()
    folder.remove("daemon")
  }

  /// What is known of the domain that nobody has named: its number, state and definition.
  func bystander() async throws -> [String] {
    let driver = TestDriver(host: daemon.host)
    let domain = try await driver.call(Remote.domainLookupByName, Self.bystander)
    let state = try await driver.call(Remote.domainGetState, domain, 0)
    return ["\(domain)", "\(state)", try await driver.call(Remote.domainGetXmlDesc, domain, 0)]
  }

  /// An element in a namespace of which both are chosen to do harm, as far as XML lets them.
  private static func metadata(_ text: String) -> XMLElement {
    XMLElement(
      "metadata",
      children: [
        .element(XMLElement("a:b", attributes: [XMLAttribute("xmlns:a", "urn:" + text), XMLAttribute("c", text)], children: [.text(text)]))
      ])
  }

  private static func devices(_ text: String) -> [XMLElement] {
    func device(_ name: String, _ type: String, _ children: KeyValuePairs<String, String>) -> XMLElement {
      let elements = children.map { child, attribute in
        let isChannel = name == "channel" && child == "target"
        let attributes = [XMLAttribute(attribute, text)] + (isChannel ? [XMLAttribute("type", "virtio")] : [])
        return XMLNode.element(XMLElement(child, attributes: attributes))
      }
      return XMLElement(name, attributes: [XMLAttribute("type", type)], children: elements)
    }
    return [
      disk(text), device("interface", "network", ["source": "network", "target": "dev", "alias": "name"]),
      device("channel", "unix", ["source": "path", "target": "name", "alias": "name"]),
      device("console", "pty", ["source": "path", "alias": "name"]),
      XMLElement("graphics", attributes: ["type", "listen", "keymap"].map { XMLAttribute($0, $0 == "type" ? "vnc" : text) }),
    ]
  }

  private static func disk(_ text: String) -> XMLElement {
    XMLElement(
      "disk", attributes: [XMLAttribute("type", "file"), XMLAttribute("device", "disk")],
      children: [
        .element(XMLElement("source", attributes: [XMLAttribute("file", "/tmp/" + text)])),
        .element(XMLElement("target", attributes: [XMLAttribute("dev", "vda")])),
      ])
  }
}

extension HostileHost {
  /// Not run: they end the script or its connection, wait for the world outside, or take the terminal.
  private static let left: Set<String> = ["exit", "quit", "connect", "disconnect", "event", "watch"]
  /// Run at the end: they leave less for others to show.
  private static let last: Set<String> = [
    "create", "destroy", "domrename", "edit", "managedsave", "reboot", "reset", "restore", "save", "shutdown", "undefine",
  ]

  private static let columns = """
    id,name,state,title,uuid,reason,vcpus,maxvcpus,memory,maxmemory,cputime,autostart,persistent,managedsave,snapshots,pending,address,\
    disks,nics,networks,os,type,machine,description
    """

  /// Lines that run every command there is: with what it needs, then with each of its options.
  static func lines(on domain: DomainRef, text: String, withOptions: Bool = true) -> [String] {
    let entries = Commands.all(in: .virtsh).entries.filter { !left.contains($0.info.name) }
    let ordered = entries.filter { !last.contains($0.info.name) } + entries.filter { last.contains($0.info.name) }
    // A line ends at a newline, wherever that stands.
    let word = text.filter { !$0.isNewline || $0 == "\r" || $0 == "\u{85}" }.escapedForLine(in: nil)
    return ordered.flatMap { entry in
      let options = entry.options.specifications
      func spelled(_ option: OptionSpecification) -> String {
        if option.kind == .flag { return " --\(option.name)" }
        // No file of such a name is to be left in the folder of the tests.
        if entry.info.name == "save", option.name == "file" { return " --file /nonexistent/\(word)" }
        return " --\(option.name) \(option.name == "domain" ? "\(domain.uuid)" : word)"
      }
      let base = entry.info.name + options.filter(\.isRequired).map(spelled).joined()
      let named = options.contains { $0.name == "domain" && $0.isRequired } ? [base, "\(entry.info.name) \(word)"] : [base]
      return named + (withOptions ? options.filter { !$0.isRequired }.map { base + spelled($0) } : [])
    } + [
      "list --all --title", "list --all --columns \(columns) --sort title", "dominfo '*'", "domstate \(word),\(domain.uuid)",
      "domblklist '[!b]*'",
      "list --columns \(word)", "list --where title=\(word)", "list --sort \(word)", "list --all --name", "list --inactive --title",
      "event --list", "event --event \(word)", word, "echo --\(word)",
    ]
  }
}
