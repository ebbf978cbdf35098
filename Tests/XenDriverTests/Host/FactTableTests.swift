import Glibc
import Testing

@testable import XenDriver

/// Something that is known of xend, and where it is tested.
struct Fact: Sendable, CustomTestStringConvertible {
  /// What is known: a row of a table of the protocol.
  let row: String
  /// The file beside this folder, without its ending.
  let file: String
  /// The test's title, or the name of its function.
  let test: String

  init(_ row: String, _ file: String, _ test: String) { (self.row, self.file, self.test) = (row, file, test) }

  var testDescription: String { row }
}

/// Which test covers what is known of xend, row by row: read it to find where something is tested.
@Suite struct FactTableTests {
  private static let answers = ("Xend/AnswerTableTests", "an answer means what it says")
  private static let rows = ("Host/OperationRowTests", "the operations and their arguments are those that xend knows")
  private static let life = "Host/HostLifecycleTests"
  private static let lists = "Host/HostListingTests"
  private static let names = "Host/HostNameTests"
  private static let ways = "../ConnectionURITests/XenWaysTests"
  private static let opener = "../LibvirtClientTests/XenOpenerTests"

  /// What xend answers, and what that means.
  static let responses =
    [
      "GET ok", "POST that returns nothing", "POST that returns a value", "202 Accepted", "201 created with the domain",
      "201 Created, restore",
      "404, a domain", "404, a path", "406, no or two operations", "501, unknown operation", "500, the handler raised",
      "an error inside 2xx",
      "413, more than 10000 bytes", "400, bad request line",
    ].map { Fact($0, answers.0, answers.1) } + [
      Fact("threaded operation that is never answered", "Host/HostLongTests", "a quick operation that is never answered"),
      Fact("413, then a reset", "Xend/ClientTests", "a connection that is reset may have given an answer before"),
      Fact("413 is not waited for", "Xend/SilenceTests", "what is too large is not sent"),
      Fact("headers oddly written, Location ignored", "Xend/ClientTests", "what is unusual, but clear, is an answer"),
      Fact("closed after each reply", "Xend/ClientTests", "each request has a connection of its own"),
      Fact("missing parameters in words", "Xend/AnswerTableTests", "what can be done is said beside xend's words"),
    ]

  /// The node.
  static let node = [
    Fact("GET node: keys of all versions", "Node/NodeRowTests", "row"),
    Fact("GET node: capabilities", "Documents/DocumentCorpusTests", "capabilities"),
    Fact("hostname, version, free memory, logs", "Host/HostResourceTests", "the host, its memory and its logs"),
    Fact("dmesg, log, clear as requests", "Xend/RequestTests", "each request has libvirt's headers and the operation's arguments"),
  ]

  /// Lists.
  static let directory = [
    Fact("names of all states", lists, "every state is listed, where xend's own list would leave most of them out"),
    Fact("one request for each name", lists, "a list of 200 domains with their states is one request for the names and one for each"),
    Fact("formats without states", lists, "a xend without defined domains lists what lives"),
    Fact("detail=1 for what has no path", names, "a name that Xen allows is that domain's from its birth to its end"),
    Fact("empty list", "Xend/AnswerTableTests", "GET of nothing"),
  ]

  /// One domain.
  static let domain = [
    Fact("keys of a domain", "Documents/DocumentCorpusTests", "xml"),
    Fact("state letters and their order", "Documents/DomainRowTests", "state"),
    Fact("memory, times, processors", "Documents/DomainRowTests", "info"),
    Fact("number or UUID hidden by a name", lists, "a domain that is called like a number or like another's UUID is not taken for another"),
    Fact("names that Xen allows", names, "a name that Xen does not allow is refused before anything is sent"),
  ]

  /// Operations on a domain.
  static let operations =
    [
      "suspend", "resume", "shutdown", "reboot", "destroy", "create", "define", "start", "undefine", "autostart", "save", "restore", "dump",
      "setmem", "setmaxmem", "setvcpus", "vcpuinfo", "vcpupin", "schedinfo get", "schedinfo set", "attach", "detach", "list devices",
      "migrate", "rename", "reset",
    ].map { Fact($0, rows.0, rows.1) } + [
      Fact("create: left paused, devices, unpause", life, "a domain that is created waits for its devices before it runs"),
      Fact("create: destroy on failure", life, "a domain whose devices do not come is taken back"),
      Fact("define, start, undefine by format", life, "define, start, suspend, resume, destroy, undefine"),
      Fact("autostart: the document goes back", "Host/HostResourceTests", "a domain's start with the host is part of its document"),
      Fact("save and restore", "Host/HostLongTests", "save and restore"),
      Fact("dump: reset is mandatory", "Host/HostLongTests", "a dump says all that every xend wants to know"),
      Fact("vcpupin before 3.4", "Host/HostResourceTests", "pinning is refused where xend would use all processors"),
      Fact("sedf", "Host/HostResourceTests", "the times of the sedf scheduler"),
      Fact("credit before 3.2 and after", "Host/HostResourceTests", "weight and cap of the credit scheduler"),
      Fact("update CD", "Host/OperationRowTests", "what is in a CD drive changes"),
      Fact("device numbers", "Documents/DeviceTests", "number"),
      Fact("migration's hosts", "Host/HostLongTests", "migration, to every spelling of a host"),
      Fact("sysrq", "Xend/RequestTests", "each request has libvirt's headers and the operation's arguments"),
      Fact("force and rm_cfg, wanted by release", "Simulator/SimulatorReleaseTests", "argumentsAreNeededByRelease"),
    ]

  /// Which server a name means.
  static let resolution = [
    Fact("no name, or an empty one", ways, "withoutAName"),
    Fact("xen, Xen, xen://, xen:///", ways, "whoIsAsked"),
    Fact("a path alone is xend's socket", ways, "aPathIsPrintedAsOne"),
    Fact("http://h:p/, port 8000 by default", ways, "xendHasOnePlace"),
    Fact("xen://host/ is the daemon's", opener, "othersAreForADaemon"),
    Fact("order: daemon, socket, HTTP, proxy", opener, "theFirstThatAnswersIsTaken"),
    Fact("the proxy only read-only and not for root", opener, "theDaemonsErrorStays"),
    Fact("to connect is one GET of the node", "Xend/ClientTests", "each request has a connection of its own"),
  ]

  static let all = responses + node + directory + domain + operations + resolution

  @Test("each row has a test that is there", arguments: all)
  func isTested(_ fact: Fact) {
    let lines = XenCorpus.text("../\(fact.file).swift").split(separator: "\n")
    #expect(
      lines.contains { line in
        line.contains("func \(fact.test)(") || line.contains("func `\(fact.test)`(") || line.contains("\"\(fact.test)")
      }, "no test '\(fact.test)' in \(fact.file)")
  }

  @Test("every row is there once")
  func once() { #expect(Set(Self.all.map(\.row)).count == Self.all.count) }

}
