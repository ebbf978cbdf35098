import Commands
import Foundation
import Presentation
import Testing

/// Every answer can be shown in each form that it says it has, and in no other.
@Suite struct AnswerTests {
  static let lines = [
    "list --all", "list --all --title", "list --name --uuid --id", "dominfo test", "domstate test", "domstate test --reason", "domid test",
    "domname 1", "domuuid test", "dumpxml test", "dumpxml test --xpath //name", "domstats", "domstats test --state", "event --list",
    "domblklist test", "domblklist test --details", "destroy test", "destroy test; start test", "shutdown test", "reboot test",
    "suspend test", "suspend test; resume test", "undefine test", "autostart test", "autostart test --disable", "schedinfo test", "uri",
    "hostname", "version", "version --daemon", "nodeinfo", "capabilities", "attach-disk test /a vdb --print-xml", "echo a b", "help",
    "help list", "pwd", "domiflist test", "domif-getlink test testnet0",
    "list --columns id,name,state,memory,cputime,autostart,pending,address,disks,networks", "list --where state=running --sort -name",
    "complete -- li", "destroy test; undefine test --remove-all-storage", "domstats test,t*", "vcpucount test",
    "vcpucount test --maximum --live", "vcpuinfo test", "vcpuinfo test --pretty", "vcpupin test", "emulatorpin test",
    "iothreadadd test 5; iothreadinfo test", "cpu-stats test", "cpu-stats test --total", "memtune test", "blkiotune test", "numatune test",
    "setmem test 1G; dominfo test", "domifstat test testnet0", "domblkstat test vda", "domblkinfo test vda", "domblkinfo test --all",
    "dommemstat test", "domcontrol test", "domtime test", "domtime test --pretty", "domifaddr test", "domblkerror test", "desc test",
    "desc test --title", "desc test some words", "metadata test urn:x --key k --set <a/>",
    "metadata test urn:x --key k --set <a/>; metadata test urn:x", "reset test", "destroy test; domrename test other", "managedsave test",
    "managedsave test; managedsave-remove test", "attach-interface test network default --print-xml", "detach-disk test vda --print-xml",
    "detach-interface test network --print-xml", "freecell", "freecell --all", "freepages 0 4", "freepages --all", "nodecpumap",
    "nodecpumap --pretty", "nodecpustats", "nodecpustats --cpu 0", "maxvcpus", "sysinfo", "cpu-models x86_64", "connection",
  ]

  @Test(arguments: lines)
  func forms(line: String) async throws {
    let answer = try #require(try await TestSession().run(line).answer)
    for form in OutputForm.allCases {
      guard answer.forms.contains(form) else {
        #expect(throws: FormError.self) { try render(answer, as: form) }
        continue
      }
      let bytes = try render(answer, as: form)
      #expect(!bytes.isEmpty, "\(form)")
      switch form {
      case .json: #expect(Self.isJSON(bytes[...]))
      case .jsonl: #expect(bytes.split(separator: UInt8(ascii: "\n")).allSatisfy(Self.isJSON))
      case .csv, .tsv: #expect(answer.rows.map { rows in rows.rows.allSatisfy { $0.count == rows.keys.count } } == true)
      case .table, .name: break
      }
    }
  }

  @Test func sizesAreBytes() async throws {
    let session = try TestSession()
    let info = try await session.text("dominfo test", as: .json)
    #expect(info.contains("\"maxMemory\":8589934592") && info.contains("\"usedMemory\":2147483648"))
    #expect(try await session.text("nodeinfo", as: .json).contains("\"memory\":3221225472"))
    #expect(try await session.text("list", as: .jsonl) == "{\"id\":1,\"name\":\"test\",\"state\":\"running\"}\n")
  }

  /// Numbers are numbers, sizes are bytes, sets of processors are lists, and what is not there is null.
  @Test(
    arguments: [
      ("vcpucount test", #"{"currentConfig":2,"currentLive":2,"maximumConfig":2,"maximumLive":2}"#),
      ("vcpupin test", #"[{"affinity":[0,1,2,3,4,5,6,7],"vcpu":0},{"affinity":[0,1,2,3,4,5,6,7],"vcpu":1}]"#),
      ("emulatorpin test 1-2; emulatorpin test", #"{"affinity":[1,2]}"#),
      ("iothreadinfo test", "[]"), ("iothreadadd test 5; iothreadinfo test", #"[{"affinity":[0,1],"iothread":5}]"#),
      ("memtune test --hard-limit 1G; memtune test", #"{"hard_limit":1073741824,"soft_limit":null,"swap_hard_limit":null}"#),
      ("numatune test --nodeset 0-1; numatune test", #"{"numa_mode":"strict","numa_nodeset":[0,1]}"#),
      ("domblkinfo test vda", #"{"allocation":1099511627776,"capacity":1099506450432,"physical":1099511627776}"#),
      ("domblkerror test", #"[{"error":"unspecified error","target":"vda"}]"#),
      ("domcontrol test", #"{"reason":null,"state":"ok","stateSeconds":0}"#),
      ("domtime test", #"{"nanoseconds":0,"seconds":627319920,"utc":"1989-11-17 15:32:00Z"}"#),
      ("domif-getlink test testnet0", #"{"interface":"testnet0","link":"up"}"#), ("desc test", #"{"description":null}"#),
      (
        "domifaddr test",
        #"[{"address":"192.168.122.3","interface":"testnet0","mac":"aa:bb:cc:dd:ee:ff","prefix":24,"protocol":"ipv4"}]"#
      ),
      ("freecell --all", #"{"cells":[{"cell":0,"free":2097152},{"cell":1,"free":4194304}],"total":6291456}"#),
      ("freepages 0 4", #"[{"cell":0,"free":19,"pageSize":4096}]"#), ("nodecpumap", #"{"cpus":[0,2,4],"online":3,"present":8}"#),
      ("maxvcpus", #"{"maxVcpus":32}"#),
    ])
  func valuesKeepTheirTypes(line: String, json: String) async throws {
    #expect(try await TestSession().text(line, as: .json) == json + "\n")
  }

  @Test func statisticsOfWhatWordsMean() async throws {
    let session = try TestSession()
    let state = "state.state=1\n  state.reason=0\n"
    #expect(try await session.text("domstats 't*,test' tes? --state") == "Domain: 'test'\n  \(state)")
    let partly = try await session.run("domstats 't*' 'x*' nope, --state")
    #expect(!partly.succeeded && partly.answer?.names == ["test"])
    #expect(partly.diagnostics.map(\.text) == ["no domain on test:///default matches 'x*'", "failed to get domain 'nope'"])
    let nothing = try await session.run("domstats ,")
    #expect(!nothing.succeeded && nothing.answer == nil && nothing.diagnostics.map(\.text) == ["failed to get domain ','"])
  }

  @Test func aTableAndAFailure() async throws {
    let outcome = try await TestSession().run("schedinfo test --set bogus=1")
    #expect(!outcome.succeeded)
    #expect(outcome.diagnostics.map(\.text) == ["invalid scheduler option: bogus"])
    let answer = try #require(outcome.answer)
    #expect(String(decoding: try render(answer, as: .table), as: UTF8.self) == "Scheduler      : fair\n")
  }

  private static func isJSON(_ bytes: ArraySlice<UInt8>) -> Bool {
    (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
  }
}
