import TestDaemonKit
import Testing
import XenSimulators

/// What becomes of domains in a simulated xend.
@Suite struct SimulatorLifeTests {
  static let domain = "/xend/domain/web"
  static let directory = "/xend/domain/"
  static let configuration = "(vm (name web) (memory 64) (vcpus 2) (uuid 5a8b0001-1111-4222-8333-444444444444) (device (vif)))"

  @Test func whatIsCreatedWaitsToBeUnpausedAndLeavesNothing() async throws {
    try await withSimulatedXend { simulator, client in
      let created = try await client.post(Self.directory, "op=create&config=\(Self.configuration)")
      #expect(created.status == 201 && created.reason == "created")
      #expect(created.header("Location") == "http://dom0.lab.example:8080/xend/domain/web")
      for key in ["(domain ", "(domid 1)", "(status 1)", "(state --p---)", "(name web)", "(vcpu_avail '3')", "(device (vif "] {
        #expect(created.body.contains(key), "\(key)")
      }
      #expect(try await client.get("/xend/domain").body == "(Domain-0)")
      #expect(try await client.get("/xend/domain?state=PAUSED").body == "(web)")
      #expect(try await client.post(Self.domain, "op=wait_for_devices").status == 202)
      #expect(try await client.post(Self.domain, "op=unpause").status == 200)
      #expect(try await client.get("/xend/domain").body == "(Domain-0 web)")
      #expect(try await client.post(Self.domain, "op=destroy").status == 202)
      #expect(try await client.get(Self.domain).status == 404)
    }
  }

  @Test func whatIsDefinedStays() async throws {
    try await withSimulatedXend { simulator, client in
      #expect(try await client.post(Self.directory, "op=new&config=\(Self.configuration)").body == "")
      let halted = try await client.get(Self.domain).body
      #expect(!halted.contains("(domid ") && !halted.contains("(state ") && halted.contains("(status 0)"))
      #expect(try await client.get("/xend/domain?state=halted").body == "(web)")
      #expect(try await client.post(Self.domain, "op=pause").status == 500)
      #expect(try await client.post(Self.domain, "op=start&paused=1").status == 202)
      #expect(await simulator.state(of: "web") == "running")
      #expect(try await client.post(Self.domain, "op=start").status == 500)
      #expect(try await client.post(Self.domain, "op=delete").status == 500)
      #expect(try await client.post(Self.domain, "op=destroy").status == 202)
      #expect(try await client.post(Self.domain, "op=start").status == 202)
      #expect(try await client.get(Self.domain).body.contains("(domid 2)"))
      #expect(try await client.post(Self.domain, "op=destroy").status == 202)
      #expect(try await client.post(Self.domain, "op=delete").status == 202)
      #expect(await simulator.domainNames == ["Domain-0"])
    }
  }

  @Test func aWholeDocumentThatIsSentBackChangesWhatItSays() async throws {
    try await withSimulatedXend(domains: 1) { simulator, client in
      let document = try await client.get("/xend/domain/web1").body
      let changed = document.replacing("(on_xend_start ignore)", with: "(on_xend_start start)")
      #expect(changed != document)
      let form = changed.utf8.reduce(into: "") { $0 += "%" + ($1 < 16 ? "0" : "") + String($1, radix: 16) }
      #expect(try await client.post(Self.directory, "op=new&config=\(form)").status == 200)
      #expect(try await client.get("/xend/domain/web1").body == changed)
    }
  }

  @Test(arguments: [
    ("op=create&config=(vm (name 'a b'))", "Invalid VM Name: a b"), ("op=create&config=(vm (memory 1))", "name is missing"),
    ("op=create&config=(vm (name Domain-0))", "already exists"), ("op=new&config=(vm (name web1))", "already exists"),
    ("op=create&config=(vm (name a) (memory 999999))", "KiB are free"), ("op=create&config=(a)", "neither vm nor domain"),
    ("op=create&config=(vm (name a) (device (hat)))", "unknown device type"), ("op=create&config=((", "unexpected end"),
    ("op=create&config=", "nothing"), ("op=create", "Missing parameter: config"),
  ])
  func whatMakesNoDomainIsRefused(form: String, message: String) async throws {
    let answer = try await withSimulatedXend(domains: 1) { try await $1.post(Self.directory, form) }
    #expect(answer.status == 500)
    #expect(answer.body.hasPrefix("(xend.err ") && answer.body.contains(message), "\(answer.body)")
  }

  @Test(arguments: [
    ("destroy", "halt", nil as String?, false), ("preserve", "poweroff", "(status 4)", true), ("restart", "poweroff", "(status 2)", true),
    ("destroy", "crash", "(status 5)", true), ("destroy", "reboot", "(domid 2)", true), ("destroy", "suspend", "(status 3)", true),
  ])
  func guestsEndByThemselves(onPoweroff: String, reason: String, becomes key: String?, isLeft: Bool) async throws {
    try await withSimulatedXend { simulator, client in
      let configuration = "(vm (name web) (on_poweroff \(onPoweroff)) (on_crash preserve) (on_reboot restart))"
      _ = try await client.post(Self.directory, "op=create&config=\(configuration)")
      #expect(try await client.post(Self.domain, "op=shutdown&reason=\(reason)").status == 202)
      #expect(await simulator.state(of: "web") == "paused")
      // A paused guest cannot react.
      #expect(try await client.post(Self.domain, "op=unpause").status == 200)
      let hasCome = try await Patience.waits(every: .milliseconds(5)) {
        let answer = try await client.get(Self.domain)
        return isLeft ? answer.body.contains(key ?? "") && !answer.body.contains("(status 2) (domid 1)") : answer.status == 404
      }
      #expect(hasCome)
      let answer = try await client.get(Self.domain)
      #expect((answer.status == 200) == isLeft)
      if let key { #expect(answer.body.contains(key)) }
    }
  }

  @Test func whatIsSavedCanBeRestored() async throws {
    let folder = try SocketFolder()
    defer { folder.remove("saved", "core") }
    try await withSimulatedXend(domains: 2) { simulator, client in
      let before = try await client.get("/xend/domain/web1").body
      #expect(try await client.post("/xend/domain/web2", "op=dump&file=\(folder.socket("core"))&live=0&crash=0&reset=0").body == "")
      let saved = try await client.post("/xend/domain/web1", "op=save&file=\(folder.socket("saved"))")
      #expect(saved.status == 202 && saved.body == "")
      #expect(await simulator.state(of: "web1") == "halted")
      let restored = try await client.post(Self.directory, "op=restore&file=\(folder.socket("saved"))")
      #expect(restored.status == 201 && restored.reason == "Created" && restored.body == "")
      let after = try await client.get("/xend/domain/web1").body
      #expect(before.contains("(domid 1)") && after.contains("(domid 3)") && after.contains("(state -b----)"))
      #expect(try await client.post(Self.directory, "op=restore&file=\(folder.socket("saved"))").body.contains("xend.err"))
      #expect(try await client.post(Self.directory, "op=restore&file=\(folder.socket("core"))").body.contains("xend.err"))
    }
  }

  @Test func namesHideNumbersAndNumbersHideNothing() async throws {
    try await withSimulatedXend(domains: 2) { _, client in
      #expect(try await client.get("/xend/domain/2").body.contains("(name web2)"))
      let uuid = try #require(try await client.get("/xend/domain/web2").body.firstMatch(of: /\(uuid ([-0-9a-f]+)\)/)?.1)
      #expect(try await client.get("/xend/domain/\(uuid)").body.contains("(name web2)"))
      #expect(try await client.post("/xend/domain/web1", "op=rename&name=2").status == 202)
      #expect(try await client.get("/xend/domain/2").body.contains("(domid 1)"))
      #expect(try await client.post("/xend/domain/2", "op=rename&name=web2").status == 500)
    }
  }

  @Test(arguments: ["pause", "unpause", "destroy", "shutdown&reason=halt", "rename&name=x", "save&file=/tmp/x"])
  func domainZeroTakesNoOrders(operation: String) async throws {
    let answer = try await withSimulatedXend { try await $1.post("/xend/domain/0", "op=\(operation)") }
    #expect(answer.body.contains("xend.err"))
  }

  @Test func zombiesAreDying() async throws {
    let answer = try await withSimulatedXend(domains: 1) { _, client in
      _ = try await client.post("/xend/domain/web1", "op=rename&name=Zombie-web1")
      return try await client.get("/xend/domain/1")
    }
    #expect(answer.body.contains("(state -----d)"))
  }
}
