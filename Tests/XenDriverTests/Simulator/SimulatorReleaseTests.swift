import Testing
import XenSimulators

/// What differs between releases of Xen.
@Suite struct SimulatorReleaseTests {
  @Test(arguments: XenRelease.allCases)
  func nodesTellWhatTheReleaseKnows(release: XenRelease) async throws {
    let node = try await withSimulatedXend(release) { try await $1.get("/xend/node/").body }
    #expect(node.contains("(xend_config_format \(release.format))") == (release > .v3_0_2))
    #expect(node.contains("(sockets_per_node ") == (release <= .v3_1))
    #expect(node.contains("(xen_scheduler credit)") == (release >= .v3_1))
    #expect(node.contains("(xen_pagesize ") == (release >= .v3_0_3))
    #expect(node.contains("(virt_caps ") == (release >= .v3_3))
    #expect(node.contains("(node_to_cpu ") == (.v3_2 ... .v4_0 ~= release))
    #expect(node.contains("(xen_commandline ") == (release >= .v4_0))
    #expect(node.contains("(cpu_topology ") == (release == .v4_1))
  }

  @Test(arguments: XenRelease.allCases)
  func domainsTellWhatTheReleaseKnows(release: XenRelease) async throws {
    try await withSimulatedXend(release, domains: 3) { simulator, client in
      let domain = try await client.get("/xend/domain/web1").body
      #expect(domain.contains("(status 2)") == (release >= .v3_0_4))
      #expect(domain.contains("(on_xend_start ignore)") == (release >= .v3_0_4))
      #expect(domain.contains("(cpus ") == (release >= .v3_3))
      #expect(domain.contains("(cpu_weight 256)") == (release <= .v3_1))
      #expect(domain.contains("(up_time ") == (release <= .v3_0_3))
      #expect(domain.contains("(ssidref ") == (release == .v3_0_2))
      #expect(domain.contains("(dev xvda:disk)") == (release > .v3_0_2))
      #expect(domain.contains("(vfb ") == (release >= .v3_0_4))
      #expect(try await client.get("/xend/domain/win3").body.contains("(dev ioemu:hda)") == (release == .v3_0_2))
      #expect(try await client.post("/xend/domain/web1", "op=pause").status == 200)
      let running = release < .v3_0_4 ? "(Domain-0 web1 web2 win3)" : "(Domain-0 web2 win3)"
      #expect(try await client.get("/xend/domain").body == running)
      #expect(try await client.get("/xend/domain?state=paused").body == (release < .v3_0_4 ? running : "(web1)"))
      let detailed = try await client.get("/xend/domain?detail=1").body
      #expect(detailed.ranges(of: "(domain ").count == running.split(separator: " ").count)
      #expect(try await client.post("/xend/domain", "op=list").body == detailed)
      #expect(try await client.get("/xend/domain?detail=yes").body == running)
      let answer = try await client.get("/xend/domain/nope")
      #expect(answer.body == (release < .v3_0_4 ? "No such domain nope" : "<Fault 3: 'nope'>"))
      let uuid = try #require(domain.firstMatch(of: /\(uuid ([-0-9a-f]+)\)/)?.1)
      #expect(try await client.get("/xend/domain/\(uuid)").status == (release >= .v3_0_4 ? 200 : 404))
    }
  }

  /// From which release on there is an operation at all.
  @Test(arguments: [
    ("", "new", XenRelease.v3_0_4), ("web1", "start", .v3_0_4), ("web1", "delete", .v3_0_4), ("web1", "dump", .v3_0_4),
    ("web1", "domain_sched_credit_get", .v3_0_3), ("web1", "reset", .v3_3),
  ])
  func operationsHaveTheirFirstRelease(domain: String, operation: String, first: XenRelease) async throws {
    for release in XenRelease.allCases {
      let answer = try await withSimulatedXend(release, domains: 1) { try await $1.post("/xend/domain/\(domain)", "op=\(operation)") }
      #expect((answer.status == 501) == (release < first), "\(release)")
    }
  }

  /// From which release on an operation fails without some of its arguments, and the release from which it is content again.
  @Test(arguments: [
    ("device_destroy&type=vif&dev=0", XenRelease.v3_3, nil as XenRelease?),
    ("device_destroy&type=vif&dev=0&force=0&rm_cfg=1", nil, nil),
    ("dump&file=/dev/null&live=0&crash=0", .v3_4, nil),
    ("migrate&destination=b&live=0&port=0", .v3_0_2, nil),
    ("migrate&destination=b&live=0&port=0&resource=0", .v3_3, nil),
    ("migrate&destination=b&live=0&port=0&node=-1&ssl=0", .v3_0_2, .v3_3),
    ("migrate&destination=b&live=0&port=0&resource=0&node=-1&ssl=0&change_home_server=0", nil, nil),
    ("migrate&destination=b&live=0&port=0&node=-1&ssl=0&resource=0", .v4_0, nil),
    ("domain_sched_credit_set&weight=512", .v3_2, nil),
    ("domain_sched_credit_set&weight=512&cap=50", nil, nil),
    ("domain_sched_credit_set&weight=0&cap=0", .v3_0_3, nil),
    ("pincpu&vcpu=0&cpumap=[0,1]", .v3_4, nil),
    ("pincpu&vcpu=0&cpumap=0,1", nil, nil),
    ("pincpu&vcpu=7&cpumap=0", .v3_0_2, nil),
  ])
  func argumentsAreNeededByRelease(form: String, failsFrom: XenRelease?, succeedsFrom: XenRelease?) async throws {
    for release in XenRelease.allCases where release >= .v3_0_4 {
      let answer = try await withSimulatedXend(release, domains: 1) { try await $1.post("/xend/domain/web1", "op=\(form)") }
      var fails = failsFrom.map { release >= $0 } ?? false
      // Before 4.0, which needs one more.
      if let succeedsFrom, release >= succeedsFrom, release < .v4_0 { fails = false }
      #expect(answer.body.contains("xend.err") == fails, "\(release): \(answer.body)")
    }
  }

  @Test(arguments: XenRelease.allCases)
  func oldReleasesPinToEverything(release: XenRelease) async throws {
    try await withSimulatedXend(release, domains: 1) { _, client in
      #expect(try await client.post("/xend/domain/web1", "op=pincpu&vcpu=1&cpumap=0,2").status == 200)
      let vcpus = try await client.get("/xend/domain/web1?op=vcpuinfo").body
      #expect(vcpus.contains("(number 1) (online 1) (blocked 1) (running 0)"))
      #expect(vcpus.ranges(of: "(cpumap (0 1 2 3))").count == (release >= .v3_4 ? 1 : 2))
      #expect(vcpus.contains("(cpumap (0 2))") == (release >= .v3_4))
    }
  }

  @Test func halfOfTheSchedulerIsNotEnough() async throws {
    try await withSimulatedXend(domains: 1, { $0.scheduler = "sedf" }) { _, client in
      let all = "op=cpu_sedf_set&period=20&slice=5&latency=0&extratime=0&weight=0"
      #expect(try await client.post("/xend/domain/web1", all).status == 200)
      #expect(try await client.post("/xend/domain/web1", all.replacing("&weight=0", with: "")).status == 500)
      let answer = try await client.post("/xend/domain/web1", "op=cpu_sedf_get")
      #expect(answer.body == "(sedf (domid 1) (period 20) (slice 5) (latency 0) (extratime 0) (weight 0))")
      #expect(try await client.post("/xend/domain/web1", "op=domain_sched_credit_get").status == 500)
    }
  }
}
