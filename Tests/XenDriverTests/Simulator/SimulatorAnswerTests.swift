import NIOCore
import Testing
import XenSimulators

/// The simulator against what is known of xend's answers.
@Suite struct SimulatorAnswerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let target: String
    var form: String?
    let status: Int
    let reason: String
    let type: String?
    let body: String

    var testDescription: String { "\(form == nil ? "GET" : "POST") \(target) \(form ?? "")" }
  }

  static let cases = [
    Case(target: "/xend/", status: 200, reason: "OK", type: "application/sxp", body: "(ls  node domain vnet)"),
    Case(target: "/xend/domain", status: 200, reason: "OK", type: "application/sxp", body: "(Domain-0 web1 web2 win3)"),
    Case(target: "/xend//domain/", status: 200, reason: "OK", type: "application/sxp", body: "(Domain-0 web1 web2 win3)"),
    Case(target: "/xend/nothing", status: 404, reason: "Not found", type: "text/plain", body: "Not found: nothing"),
    Case(target: "/xend/domain/nope", status: 404, reason: "Not found", type: "text/plain", body: "<Fault 3: 'nope'>"),
    Case(target: "/xend/domain/a%20b+c", status: 404, reason: "Not found", type: "text/plain", body: "<Fault 3: 'a b+c'>"),
    Case(target: "/xend/domain?state=halted", status: 200, reason: "OK", type: "application/sxp", body: "()"),
    Case(target: "/xend/domain/web1", form: "op=pause", status: 200, reason: "OK", type: nil, body: ""),
    Case(target: "/xend/domain/web1", form: "op=set_vcpus&vcpus=1", status: 200, reason: "OK", type: nil, body: ""),
    Case(target: "/xend/domain/web1", form: "op=mem_target_set;target=17", status: 200, reason: "OK", type: nil, body: ""),
    Case(target: "/xend/domain/web1", form: "op=maxmem_set&memory=40", status: 200, reason: "OK", type: "application/sxp", body: "0"),
    Case(target: "/xend/domain/web1?op=pause", form: "", status: 200, reason: "OK", type: nil, body: ""),
    Case(target: "/xend/domain/web1?op=pause", form: "op=unpause", status: 200, reason: "OK", type: nil, body: ""),
    Case(target: "/xend/domain/web1?op=pause?op=x", form: "", status: 200, reason: "OK", type: nil, body: ""),
    Case(target: "/xend/domain/web1", form: "op=shutdown&reason=poweroff", status: 202, reason: "Accepted", type: nil, body: ""),
    Case(target: "/xend/domain/web1", form: "op=destroy", status: 202, reason: "Accepted", type: nil, body: ""),
    Case(target: "/xend/domain/web1", form: "op=rename&name=web%2B9", status: 202, reason: "Accepted", type: nil, body: ""),
    Case(target: "/xend/domain/web1", form: "", status: 406, reason: "Invalid request", type: nil, body: ""),
    Case(target: "/xend/domain/web1", form: "op=pause&op=pause", status: 406, reason: "Invalid request", type: nil, body: ""),
    Case(
      target: "/xend/domain/web1", form: "op=fly", status: 501, reason: "Operation not implemented: fly", type: "application/sxp",
      body: "Operation not implemented: fly"),
    Case(
      target: "/xend/domain/web1", form: "op=shutdown", status: 500, reason: "Request failed: shutdown", type: "application/sxp",
      body: #"(xend.err "'reason'")"#),
    Case(
      target: "/xend/domain/web1", form: "op=set_vcpus", status: 500, reason: "Request failed: set_vcpus", type: "application/sxp",
      body: "(xend.err 'Missing parameter: vcpus')"),
    Case(
      target: "/xend/domain/web1", form: "op=save&file=/proc/nowhere/x", status: 202, reason: "Accepted", type: "application/sxp",
      body: #"(xend.err "[Errno 2] No such file or directory: '/proc/nowhere/x'")"#),
    Case(
      target: "/xend/domain/", form: "op=restore&file=%2Fproc%2Fnowhere", status: 200, reason: "OK", type: "application/sxp",
      body: #"(xend.err "[Errno 2] No such file or directory: '/proc/nowhere'")"#),
    Case(
      target: "/xend/domain/web1", form: "op=domain_sched_credit_get", status: 200, reason: "OK", type: "application/sxp",
      body: #""{'cap': 0, 'weight': 256}""#),
    Case(target: "/xend/node", form: "op=shutdown", status: 200, reason: "OK", type: "application/sxp", body: "0"),
    Case(
      target: "/xend/node", form: "op=halt", status: 501, reason: "Operation not implemented: halt", type: "application/sxp",
      body: "Operation not implemented: halt"),
    Case(target: "/xend/node/dmesg", form: "op=clear", status: 200, reason: "OK", type: nil, body: ""),
    Case(
      target: "/xend/domain/web1", form: "op=device_create&config=%28vbd+%28dev+xvdb%29%29", status: 200, reason: "OK",
      type: "application/sxp", body: "(vbd (dom 1 id 51728))"),
    Case(
      target: "/xend/domain/web1", form: "op=device_configure&dev=51712&config=(vbd (dev xvda:disk) (mode r))", status: 200, reason: "OK",
      type: "application/sxp", body: "True"),
    Case(
      target: "/xend/domain/web1", form: "op=device_destroy&type=vif&dev=0", status: 500, reason: "Request failed: device_destroy",
      type: "application/sxp", body: "(xend.err 'Missing parameter: force')"),
    Case(
      target: "/xend/domain/web1", form: "op=device_destroy&type=vbd&dev=xvda&force=0&rm_cfg=1", status: 200, reason: "OK", type: nil,
      body: ""
    ),
    Case(
      target: "/xend/domain/web1", form: "op=devices&type=vif", status: 200, reason: "OK", type: "application/sxp",
      body: "((0 ((bridge xenbr0) (mac 00:16:3e:00:00:01) (backend 0) (script /etc/xen/scripts/vif-bridge))))"),
  ]

  @Test(arguments: cases)
  func answersAreXends(_ one: Case) async throws {
    let answer = try await withSimulatedXend(domains: 3) { _, client in
      if let form = one.form { try await client.post(one.target, form) } else { try await client.get(one.target) }
    }
    #expect(answer.status == one.status)
    #expect(answer.reason == one.reason)
    #expect(answer.body == one.body)
    #expect(answer.header("Content-type") == one.type)
    #expect(answer.header("Content-length") == String(one.body.utf8.count))
    #expect(answer.header("Expires") == "-1" && answer.header("Pragma") == "no-cache" && answer.header("Cache-control") == "no-cache")
  }

  @Test func bothSocketsAnswerAndTheOrderOfHeadersChanges() async throws {
    try await withSimulatedXend { simulator, client in
      let tcp = RawClient(address: .tcp(try #require(simulator.port)))
      #expect(try await tcp.get("/xend/domain").body == "(Domain-0)")
      var orders: Set<[String]> = []
      for _ in 0..<8 { orders.insert(try await client.get("/xend/domain").lines) }
      #expect(orders.count > 1)
    }
  }

  @Test(arguments: [
    ("GET /xend/domain HTTP/1.1\n\n", 200, "(Domain-0)"),
    ("GET /xend/domain HTTP/1.0\r\n\r\n", 200, "(Domain-0)"),
    ("GET /xend/domain\r\n\r\n", 200, "(Domain-0)"),
    ("GET /xend/domain HTTP/9.9\r\n\r\n", 200, "(Domain-0)"),
    ("GET\r\n\r\n", 400, ""), ("GET /a b HTTP/1.1\r\n\r\n", 400, ""), ("GET /a FTP/1.1\r\n\r\n", 400, ""),
    ("PUT /xend/domain HTTP/1.1\r\n\r\n", 501, "Operation not implemented: PUT"),
    ("GET /xend/domain HTTP/1.1\r\nUser-Agent: x\r\n\r\n", 200, "(Domain-0)"),
    ("GET /xend/domain HTTP/1.1\r\nAccept: */*\r\n\r\n", 200, "(Domain-0)"),
    ("GET /xend/domain HTTP/1.1\r\nUser-Agent: x\r\nAccept: a/b, application/sxp\r\n\r\n", 200, "(Domain-0)"),
    (
      "GET /xend/domain HTTP/1.1\r\nUser-Agent: x\r\nAccept: */*\r\n\r\n", 200,
      "<html><head><title>xend</title></head><body><pre>(Domain-0)</pre></body></html>\n"
    ),
    ("HEAD /xend/domain HTTP/1.1\r\n\r\n", 200, ""),
    ("POST /xend/domain HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=x\r\n\r\n", 406, ""),
  ])
  func requestsOfAllKindsAreRead(request: String, status: Int, body: String) async throws {
    let answer = try await withSimulatedXend { _, client in try RawAnswer(await client.send(Array(request.utf8)).bytes) }
    #expect(answer.status == status)
    #expect(answer.body == body)
    #expect((answer.header("Content-length") == nil) == request.hasPrefix("HEAD"))
  }

  @Test func onlyTheExactWordKeepsTheConnection() async throws {
    try await withSimulatedXend { _, client in
      let request = "GET /xend/domain HTTP/1.1\r\nConnection: keep-alive\r\n\r\n"
      let last = "GET /xend/domain HTTP/1.1\r\nConnection: Keep-Alive\r\n\r\n"
      let text = String(decoding: try await client.send(Array((request + request + last + request).utf8)).bytes, as: UTF8.self)
      #expect(text.ranges(of: "HTTP/1.1 200 OK").count == 3)
      #expect(text.ranges(of: "Connection: keep-alive").count == 2)
    }
  }

  @Test func longBodiesAreRefusedAndTheConnectionReset() async throws {
    try await withSimulatedXend { simulator, client in
      let head = "POST /xend/domain HTTP/1.1\r\n\(RawClient.headers)"
      let fits = head + "Content-Length: 10000\r\n\r\nop=list&x=" + String(repeating: "a", count: 9_990)
      #expect(try RawAnswer(await client.send(Array(fits.utf8)).bytes).status == 200)
      let long = head + "Content-Length: 10001\r\n\r\n" + String(repeating: "a", count: 10_001)
      for client in [client, RawClient(address: .tcp(try #require(simulator.port)))] {
        let received = try await client.send(Array(long.utf8))
        #expect(received.wasReset)
        // A reset may overtake the answer.
        if !received.bytes.isEmpty { #expect(try RawAnswer(received.bytes).status == 413) }
      }
    }
  }
}
