import LibvirtProtocol
import SExpressions
import Testing

@testable import XenDriver

/// One request as it is to be on the wire.
struct GoldenRequest: Sendable, CustomTestStringConvertible {
  let request: XendRequest
  let line: String
  /// The form of a POST; nil for a GET.
  let body: String?

  init(_ request: XendRequest, _ line: String, _ body: String? = nil) {
    self.request = request
    self.line = line
    self.body = body
  }

  var testDescription: String { "\(line) \(body ?? "")" }

  var text: String {
    "\(line) HTTP/1.1\r\nHost: localhost:8000\r\nAccept-Encoding: identity\r\nContent-Type: application/x-www-form-urlencoded\r\n"
      + (body.map { "Content-Length: \($0.utf8.count)\r\n" } ?? "") + "\r\n" + (body ?? "")
  }
}

@Suite struct RequestTests {
  static func all() throws -> [GoldenRequest] {
    let web1 = try XendDomainKey(name: "web1")
    let post = "POST /xend/domain/web1"
    return [
      .init(.node, "GET /xend/node/"), .init(.dmesg, "GET /xend/node/dmesg"), .init(.log, "GET /xend/node/log"),
      .init(.clearDmesg, "POST /xend/node/dmesg", "op=clear"),
      .init(.names, "GET /xend/domain"), .init(.names(.all), "GET /xend/domain?state=all"),
      .init(.names(.halted), "GET /xend/domain?state=halted"), .init(.domains, "GET /xend/domain?detail=1"),
      .init(.domains(.all), "GET /xend/domain?detail=1&state=all"),
      .init(.domain(web1), "GET /xend/domain/web1?detail=1"), .init(.vcpuInfo(web1), "GET /xend/domain/web1?op=vcpuinfo"),
      .init(
        .create(["vm", ["name", "web1"], ["memory", "256"]]), "POST /xend/domain/",
        "op=create&config=%28vm+%28name+web1%29+%28memory+256%29%29"),
      .init(.define(["vm", ["name", "web1"]]), "POST /xend/domain/", "op=new&config=%28vm+%28name+web1%29%29"),
      .init(.waitForDevices(web1), post, "op=wait_for_devices"), .init(.start(web1), post, "op=start"),
      .init(.undefine(web1), post, "op=delete"), .init(.pause(web1), post, "op=pause"), .init(.unpause(web1), post, "op=unpause"),
      .init(.shutdown(web1, .poweroff), post, "op=shutdown&reason=poweroff"),
      .init(.shutdown(web1, .reboot), post, "op=shutdown&reason=reboot"), .init(.shutdown(web1, .halt), post, "op=shutdown&reason=halt"),
      .init(.shutdown(web1, .suspend), post, "op=shutdown&reason=suspend"),
      .init(.shutdown(web1, .crash), post, "op=shutdown&reason=crash"),
      .init(.destroy(web1), post, "op=destroy"), .init(.reset(web1), post, "op=reset"),
      .init(.rename(web1, to: "web2"), post, "op=rename&name=web2"), .init(.sysrq(web1, key: 104), post, "op=sysrq&key=104"),
      .init(.save(web1, to: "/srv/web 1.save"), post, "op=save&file=%2Fsrv%2Fweb+1.save"),
      .init(.restore(from: "/srv/a+b.save"), "POST /xend/domain/", "op=restore&file=%2Fsrv%2Fa%2Bb.save"),
      .init(.dump(web1, to: "/c", live: true, crash: false), post, "op=dump&file=%2Fc&live=1&crash=0&reset=0"),
      .init(
        .migrate(web1, to: "dom0.example", port: 0, live: true), post,
        "op=migrate&destination=dom0.example&live=1&port=0&resource=0&node=-1&ssl=0&change_home_server=0"),
      .init(.setMemory(web1, mebibytes: 384), post, "op=mem_target_set&target=384"),
      .init(.setMaxMemory(web1, mebibytes: 512), post, "op=maxmem_set&memory=512"),
      .init(.setVcpus(web1, 2), post, "op=set_vcpus&vcpus=2"),
      .init(.pinVcpu(web1, 0, to: [0, 1]), post, "op=pincpu&vcpu=0&cpumap=0%2C1"),
      .init(.pinVcpu(web1, nil, to: [3]), post, "op=pincpu&vcpu=all&cpumap=3"),
      .init(.creditScheduler(web1), post, "op=domain_sched_credit_get"),
      .init(.setCreditScheduler(web1, weight: 256, cap: 50), post, "op=domain_sched_credit_set&weight=256&cap=50"),
      .init(.sedfScheduler(web1), post, "op=cpu_sedf_get"),
      .init(
        .setSEDFScheduler(web1, period: 100_000_000, slice: 5, latency: 0, extratime: true, weight: 0), post,
        "op=cpu_sedf_set&period=100000000&slice=5&latency=0&extratime=1&weight=0"),
      .init(
        .createDevice(web1, ["vbd", ["uname", "phy:/dev/a"], ["dev", "xvdb"]]), post,
        "op=device_create&config=%28vbd+%28uname+phy%3A%2Fdev%2Fa%29+%28dev+xvdb%29%29"),
      .init(
        .configureDevice(web1, "5632", ["vbd", ["mode", "r"]]), post,
        "op=device_configure&config=%28vbd+%28mode+r%29%29&dev=5632"),
      .init(.destroyDevice(web1, deviceClass: "vif", "0"), post, "op=device_destroy&type=vif&dev=0&force=0&rm_cfg=1"),
      .init(.devices(web1, deviceClass: "vif"), post, "op=devices&type=vif"),
    ]
  }

  @Test func `each request has libvirt's headers and the operation's arguments`() throws {
    for golden in try Self.all() { #expect(try golden.request.sent == golden.text, "\(golden.testDescription)") }
  }

  @Test func `a whole request, to the letter`() throws {
    #expect(
      try XendRequest.pause(XendDomainKey(name: "web1")).sent == """
        POST /xend/domain/web1 HTTP/1.1\r
        Host: localhost:8000\r
        Accept-Encoding: identity\r
        Content-Type: application/x-www-form-urlencoded\r
        Content-Length: 8\r
        \r
        op=pause
        """)
  }

  @Test func `only what waits for a whole domain is long`() throws {
    let long = try Self.all().filter(\.request.isLong).compactMap(\.request.operation)
    #expect(long == ["save", "restore", "dump", "migrate"])
  }

  @Test func `what is asked can be told without its arguments`() throws {
    let secret = XendRequest.create(["vm", ["vncpasswd", "secret"]])
    #expect(secret.description == "POST /xend/domain/ op=create")
    #expect(XendRequest.node.description == "GET /xend/node/")
  }

  @Test(arguments: [(9_974, true), (9_975, false)])
  func `a form has a limit`(size: Int, fits: Bool) throws {
    let request = XendRequest.create(["vm", .atom(Array(repeating: UInt8(ascii: "a"), count: size))])
    // `op=create&config=%28vm+` and `%29` are around it.
    #expect(request.body.count == size + 26)
    do {
      try request.checkSize()
      #expect(fits)
    } catch {
      #expect(!fits)
      #expect(error.code == .postFailed)
      #expect(error.message == "POST operation failed: the request takes 10001 bytes, and xend accepts no more than 10000")
    }
  }
}
