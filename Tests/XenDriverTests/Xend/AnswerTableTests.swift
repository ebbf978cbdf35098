import LibvirtProtocol
import SExpressions
import Testing

@testable import XenDriver

/// One of the answers that xend is known to give, and what it means.
struct KnownAnswer: Sendable, CustomTestStringConvertible {
  enum Meaning: Sendable {
    case answer(XendAnswer)
    case refusal(VirErrorNumber, String)
  }

  let name: String
  let request: XendRequest
  let bytes: String
  let meaning: Meaning

  init(_ name: String, _ request: XendRequest, _ status: String, _ type: String?, _ body: String, _ meaning: Meaning) {
    self.name = name
    self.request = request
    self.meaning = meaning
    bytes =
      "HTTP/1.1 \(status)\r\nExpires: -1\r\n" + (type.map { "Content-type: \($0)\r\n" } ?? "")
      + "Content-length: \(body.utf8.count)\r\nPragma: no-cache\r\nCache-control: no-cache\r\n\r\n\(body)"
  }

  var testDescription: String { name }

  private static let web1 = XendDomainKey.web1
  private static let sxp = "application/sxp"
  private static let plain = "text/plain"

  static let all = [
    KnownAnswer("GET", .node, "200 OK", sxp, "(node (nr_cpus 4))", .answer(.expression(["node", ["nr_cpus", "4"]]))),
    KnownAnswer("GET of nothing", .names, "200 OK", sxp, "()", .answer(.expression([]))),
    KnownAnswer("GET of a log", .dmesg, "200 OK", plain, "(XEN) Xen version\n(XEN) x\n", .answer(.text("(XEN) Xen version\n(XEN) x\n"))),
    KnownAnswer("log without label", .log, "200 OK", nil, "[2007] a (b\n", .answer(.text("[2007] a (b\n"))),
    KnownAnswer("nothing returned", .pause(web1), "200 OK", nil, "", .answer(.nothing)),
    KnownAnswer("0", .setMaxMemory(web1, mebibytes: 1), "200 OK", sxp, "0", .answer(.expression("0"))),
    KnownAnswer("True", .configureDevice(web1, "1", []), "200 OK", sxp, "True", .answer(.expression("True"))),
    KnownAnswer(
      "a list", .createDevice(web1, []), "200 OK", sxp, "(vbd (dom 3 id 51712))",
      .answer(.expression(["vbd", ["dom", "3", "id", "51712"]]))
    ),
    KnownAnswer("accepted", .destroy(web1), "202 Accepted", nil, "", .answer(.nothing)),
    KnownAnswer("create", .create([]), "201 created", sxp, "(domain (domid 7))", .answer(.expression(["domain", ["domid", "7"]]))),
    KnownAnswer("restore", .restore(from: "/x"), "201 Created", nil, "", .answer(.nothing)),
    KnownAnswer(
      "no domain, 3.4", .pause(web1), "404 Not found", plain, "<Fault 3: '\(web1.text)'>",
      .refusal(.noDomain, "Domain not found: no domain with matching uuid '\(web1.text)'")),
    KnownAnswer(
      "no domain, 3.0.2", .domain(web1), "404 Not found", plain, "No such domain \(web1.text)",
      .refusal(.noDomain, "Domain not found: no domain with matching uuid '\(web1.text)'")),
    KnownAnswer(
      "no domain, with words", .domain(web1), "404 Not found", plain, "It has gone",
      .refusal(.noDomain, "Domain not found: no domain with matching uuid '\(web1.text)' (xend says: It has gone)")),
    KnownAnswer(
      "no path", .dmesg, "404 Not found", plain, "Not found: dmesg",
      .refusal(.getFailed, "GET operation failed: xend knows no /xend/node/dmesg: Not found: dmesg")),
    KnownAnswer(
      "no op", .pause(web1), "406 Invalid request", nil, "",
      .refusal(.postFailed, "POST operation failed: xend cannot tell which operation is meant, or misses a parameter: Invalid request")),
    KnownAnswer(
      "unknown op", .reset(web1), "501 Operation not implemented: reset", sxp, "Operation not implemented: reset",
      .refusal(
        .noSupport,
        "this function is not supported by the connection driver: xend's operation reset: Operation not implemented: reset")),
    KnownAnswer(
      "handler raised", .start(web1), "500 Request failed: start", sxp, "(xend.err \"Domain 'web1' is not started\")",
      .refusal(.postFailed, "POST operation failed: Domain 'web1' is not started")),
    KnownAnswer(
      "handler raised in a GET", .vcpuInfo(web1), "500 Request failed: vcpuinfo", sxp, "(xend.err 'no')",
      .refusal(.getFailed, "GET operation failed: no")),
    KnownAnswer(
      "raised, 200", .save(web1, to: "/x"), "200 OK", sxp, "(xend.err 'xc_save failed: \\x1b[31m\\n2')",
      .refusal(.postFailed, "POST operation failed: xc_save failed: [31m 2")),
    KnownAnswer(
      "raised, 202", .save(web1, to: "/x"), "202 Accepted", sxp, "(xend.err 'No space left')",
      .refusal(.postFailed, "POST operation failed: No space left")),
    KnownAnswer(
      "raised, not readable", .save(web1, to: "/x"), "200 OK", sxp, "(xend.err 'half",
      .refusal(.postFailed, "POST operation failed: (xend.err 'half")),
    KnownAnswer("a name like an error", .names, "200 OK", sxp, "(xend.error)", .answer(.expression(["xend.error"]))),
    KnownAnswer(
      "raised, with blanks", .start(web1), "200 OK", nil, "\n( xend.err no )\n", .refusal(.postFailed, "POST operation failed: no")),
    KnownAnswer(
      "raised, and no more", .start(web1), "200 OK", nil, "(xend.err)", .refusal(.postFailed, "POST operation failed: xend gives no")),
    KnownAnswer(
      "no domain, as an error", .start(web1), "500 X", sxp, "(xend.err \"<Fault 3: '\(web1.text)'>\")",
      .refusal(.noDomain, "Domain not found: no domain with matching uuid '\(web1.text)'")),
    KnownAnswer("a page for a log", .log, "200 OK", "text/html", "<html>", .refusal(.getFailed, "GET operation failed: a web page came")),
    KnownAnswer(
      "missing parameter", .start(web1), "500 Request failed: start", sxp, "(xend.err 'Missing parameter: paused')",
      .refusal(.postFailed, "POST operation failed: Missing parameter: paused")),
    KnownAnswer(
      "missing key", .shutdown(web1, .reboot), "500 Request failed: shutdown", sxp, "(xend.err \"'reason'\")",
      .refusal(.postFailed, "POST operation failed: 'reason'")),
    KnownAnswer(
      "too large", .define([]), "413 Request entity too large", nil, "",
      .refusal(.postFailed, "POST operation failed: the request of 20 bytes is too large for xend: Request entity too large")),
    KnownAnswer(
      "bad request", .node, "400 Bad request", nil, "",
      .refusal(.httpError, "got unknown HTTP error code 400: Bad request")),
    KnownAnswer("no reason", .node, "305", nil, "", .refusal(.httpError, "got unknown HTTP error code 305")),
    KnownAnswer("switching", .node, "101 Switching", nil, "", .refusal(.httpError, "got unknown HTTP error code 101: Switching")),
    KnownAnswer(
      "libvirt's failed", .destroy(web1), "202 Accepted", plain, "destroy failed\n",
      .refusal(.postFailed, "POST operation failed: destroy failed")),
    KnownAnswer(
      "not an S-expression", .node, "200 OK", sxp, "(node (a",
      .refusal(.getFailed, "GET operation failed: xend's answer makes no sense: line 1, column 9: expected ')'")),
    KnownAnswer(
      "a page", .node, "200 OK", "text/html; charset=utf-8", "<html>",
      .refusal(.getFailed, "GET operation failed: a web page came in place")),
    KnownAnswer(
      "another web server", .domain(web1), "404 Not Found", "text/html", "<h1>Oops</h1>",
      .refusal(.getFailed, "GET operation failed: xend knows no /xend/domain/\(web1.text)?detail=1: Not Found")),
  ]
}

extension KnownAnswer.Meaning {
  /// Whether a result is what was meant; the text of a refusal may be a beginning.
  func matches(_ result: Result<XendAnswer, any Error>) -> Bool {
    switch self {
    case .answer(let answer): result.answer == answer
    case .refusal(let code, let message): result.refusal?.code == code && result.refusal?.message.hasPrefix(message) == true
    }
  }
}

@Suite struct AnswerTableTests {
  @Test(arguments: RawServer.Transport.allCases, KnownAnswer.all)
  func `an answer means what it says`(transport: RawServer.Transport, known: KnownAnswer) async throws {
    let result = try await RawServer.outcome(transport, [.read, .send(known.bytes)], known.request)
    #expect(known.meaning.matches(result), "\(result)")
  }

  @Test(arguments: KnownAnswer.all)
  func `an answer may come byte by byte`(known: KnownAnswer) async throws {
    let result = try await RawServer.outcome(.tcp, [.read, .sendSlowly(known.bytes)], known.request)
    #expect(known.meaning.matches(result), "\(result)")
  }

  @Test(arguments: [
    (XendRequest.create([]), "413 X", "", "10000 bytes"), (.start(.web1), "501 X", "x", "version"),
    (.start(.web1), "500 X", "(xend.err 'Missing parameter: paused')", "version"),
    (.start(.web1), "500 X", "(xend.err \"'port'\")", "'port'"),
    (.start(.web1), "500 X", "(xend.err 'Device 0 (vif) could not be connected. Hotplug scripts not working.')", "/var/log/xen"),
    (.start(.web1), "500 X", "", "xend.log"), (.node, "403 X", "", "8000"),
  ])
  func `what can be done is said beside xend's words`(request: XendRequest, status: String, body: String, hint: String) {
    let result = Result<XendAnswer, any Error> {
      try Wire.answer("HTTP/1.1 \(status)\r\nContent-length: \(body.utf8.count)\r\n\r\n\(body)", to: request)
    }
    #expect(result.refusal?.str3?.contains(hint) == true, "\(result)")
    #expect(result.refusal?.message.contains(hint) == (hint == "'port'"), "\(result)")
  }

  @Test func `words are bounded and harmless`() {
    let words = XendWords.clean(Array(String(repeating: "a\u{1b}]0;x\u{7}\u{202e}\r\n", count: 1_000_000).utf8))
    #expect(words.count == 1001)
    #expect(words.hasSuffix("…"))
    #expect(words.hasPrefix("a]0;x a]0;x"))
    #expect(XendWords.clean([0xff, 0x41]) == "\u{fffd}A")
    #expect(XendWords.clean([]) == "")
  }
}
