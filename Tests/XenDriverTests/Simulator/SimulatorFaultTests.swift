import NIOCore
import Testing
import XenSimulators

/// What a simulated xend notes and what it can get wrong.
@Suite struct SimulatorFaultTests {
  @Test func requestsAreNoted() async throws {
    try await withSimulatedXend(domains: 2) { simulator, client in
      _ = try await client.get("/xend/domain?state=all")
      _ = try await client.post("/xend/domain/web1", "op=pause")
      let requests = await simulator.requests
      #expect(requests.map(\.number) == [1, 2])
      #expect(requests.map(\.open) == [1, 1])
      #expect(requests.map(\.path) == ["xend/domain", "xend/domain/web1"])
      #expect(requests.map(\.operation) == [nil, "pause"])
      #expect(requests[0].arguments == ["state": "all"])
      #expect(requests[0].text == "GET /xend/domain?state=all HTTP/1.1\r\n\(RawClient.headers)\r\n")
      await simulator.forgetRequests()
      #expect(await simulator.requests.isEmpty)
    }
  }

  @Test func openRequestsAreCounted() async throws {
    try await withSimulatedXend(domains: 40) { simulator, client in
      await simulator.add(XendFault(.hang, path: "xend/domain/web1"))
      let hanging = (0..<3).map { _ in Task { try await client.get("/xend/domain/web1") } }
      while await simulator.requests.count < 3 { try await Task.sleep(for: .milliseconds(5)) }
      #expect(try await client.get("/xend/domain/web2").status == 200)
      #expect(await simulator.requests.map(\.open) == [1, 2, 3, 4])
      for one in hanging { one.cancel() }
    }
  }

  @Test func whoHangsGetsNothingAndNoEnd() async throws {
    try await withSimulatedXend(domains: 1, { $0.faults = [XendFault(.hang, operation: "pause", isCarriedOut: true, count: 1)] }) {
      simulator, client in
      let hanging = try await client.connect()
      try await hanging.executeThenClose { _, outbound in
        let text = "POST /xend/domain/web1 HTTP/1.1\r\n\(RawClient.headers)Content-Length: 8\r\n\r\nop=pause"
        try await outbound.write(ByteBuffer(string: text))
        while await simulator.state(of: "web1") != "paused" { try await Task.sleep(for: .milliseconds(5)) }
        #expect(try await client.post("/xend/domain/web1", "op=unpause").status == 200)
        #expect(hanging.channel.isActive)
      }
      #expect(try await client.post("/xend/domain/web1", "op=pause").status == 200)
    }
  }

  @Test func whoLeavesAtOnceIsNobodysLoss() async throws {
    try await withSimulatedXend(domains: 1) { simulator, client in
      for _ in 0..<100 {
        try await client.connect().executeThenClose { _, _ in }
        // So that it is not only accepted when it is gone already.
        try await withThrowingTaskGroup { group in
          for _ in 0..<2 { group.addTask { try await client.connect().executeThenClose { _, _ in } } }
          try await group.waitForAll()
        }
      }
      #expect(try await client.get("/xend/node").status == 200)
    }
  }

  @Test func whatAThreadDoesNotForeseeIsNeverAnswered() async throws {
    try await withSimulatedXend(domains: 1) { simulator, client in
      let hanging = try await client.connect()
      try await hanging.executeThenClose { _, outbound in
        let form = "op=dump&file=/dev/null&live=yes&crash=0&reset=0"
        let head = "POST /xend/domain/web1 HTTP/1.1\r\n\(RawClient.headers)Content-Length: \(form.utf8.count)\r\n\r\n"
        try await outbound.write(ByteBuffer(string: head + form))
        while await simulator.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        #expect(try await client.post("/xend/domain/web1", "op=set_vcpus&vcpus=yes").status == 500)
        #expect(hanging.channel.isActive)
        #expect(await simulator.requests.map(\.open) == [1, 2])
      }
    }
  }

  @Test func othersAreAnsweredWithWhatATestWants() async throws {
    try await withSimulatedXend(domains: 2) { simulator, client in
      await simulator.add(XendFault(.answer(Array("junk".utf8)), path: "/xend/node/"))
      await simulator.add(XendFault(.close, operation: "destroy"))
      await simulator.add(XendFault(.delay(.milliseconds(1)), operation: "pause"))
      let received = try await client.send(Array("GET /xend/node HTTP/1.1\r\n\r\n".utf8))
      #expect(received.bytes == Array("junk".utf8))
      await #expect(throws: RawAnswer.Malformed.self) { try await client.post("/xend/domain/web1", "op=destroy") }
      #expect(await simulator.state(of: "web1") == "running")
      #expect(try await client.post("/xend/domain/web1", "op=pause").status == 200)
      await simulator.removeFaults()
      #expect(try await client.get("/xend/node").status == 200)
    }
  }

  @Test(arguments: [
    ("hang", nil as String?, nil as String?, nil as Int?, false), ("late-close@2:save", "save", nil, 2, true),
    ("delay=5:/xend/node", nil, "/xend/node", nil, false), ("answer=HTTP/1.1 200 OK\\r\\nA: b\\r\\n\\r\\n", nil, nil, nil, false),
    ("answer=x@1:pause", "pause", nil, 1, false),
  ])
  func faultsAreReadFromWords(text: String, operation: String?, path: String?, count: Int?, isCarriedOut: Bool) throws {
    let fault = try #require(XendFault(text))
    #expect(fault.operation == operation && fault.path == path && fault.count == count && fault.isCarriedOut == isCarriedOut)
  }

  @Test(arguments: ["", "burn", "delay", "delay=x", "hang=1", "delay=-1"])
  func otherWordsAreNoFaults(text: String) { #expect(XendFault(text) == nil) }

  @Test func threeHundredDomainsAreAnsweredAtOnce() async throws {
    try await withSimulatedXend { simulator, client in
      await simulator.addDomains(300)
      let names = try await client.get("/xend/domain?state=all").body.split(separator: " ")
      #expect(names.count == 301)
      let total = try await withThrowingTaskGroup { group in
        // As many at a time as wait to be accepted.
        var rest = names.map { $0.filter { $0 != "(" && $0 != ")" } }[...]
        for name in rest.prefix(4) { group.addTask { try await client.get("/xend/domain/\(name)").body.utf8.count } }
        rest = rest.dropFirst(4)
        var total = 0
        while let length = try await group.next() {
          total += length
          if let name = rest.popFirst() { group.addTask { try await client.get("/xend/domain/\(name)").body.utf8.count } }
        }
        return total
      }
      #expect(total > 100_000)
      #expect(await simulator.requests.allSatisfy { $0.open <= 4 })
    }
  }
}
