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
    "complete -- li", "destroy test; undefine test --remove-all-storage",
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
