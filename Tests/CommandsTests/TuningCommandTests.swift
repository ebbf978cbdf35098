import Commands
import Foundation
import Presentation
import Testing

/// What commands that tune say before they ask any hypervisor.
@Suite struct TuningCommandTests {
  @Test(
    arguments: [
      ("x", ["Invalid cpulist 'x'", "invalid argument: Failed to parse bitmap 'x'"]),
      ("1024", ["Invalid cpulist '1024'", "invalid argument: Failed to parse bitmap '1024'"]), ("^1", ["Invalid cpulist '^1'"]),
      ("0,1000", ["CPU 1000 in cpulist '0,1000' exceed the maxcpu"]),
    ])
  func listsOfCPUs(text: String, sentences: [String]) async throws {
    for command in ["vcpupin test 0", "emulatorpin test", "iothreadpin test 1"] {
      do {
        _ = try await TestSession().run("\(command) '\(text)'")
        Issue.record("\(command) takes \(text)")
      } catch {
        let told = Diagnostic.all(of: error).map(\.text)
        #expect(told.count == sentences.count && zip(told, sentences).allSatisfy { $0.hasPrefix($1) }, "\(command): \(told)")
      }
    }
  }

  @Test func anEmptyListIsAListForPrograms() throws {
    let none = EmptyList(note: "No IOThreads found for the domain", terminator: "", keys: ["iothread", "affinity"])
    func text(_ form: OutputForm) throws -> String { String(decoding: try render(none, as: form), as: UTF8.self) }
    #expect(try text(.table) == "No IOThreads found for the domain")
    #expect(try text(.json).filter { !$0.isWhitespace } == "[]")
    #expect(try text(.csv).hasPrefix("iothread,affinity"))
    #expect(try text(.name).isEmpty && text(.jsonl).isEmpty)
  }

  @Test(
    arguments: [
      ("<x/>", "does not contain any <cpu> element"), ("", "does not contain any <cpu> element"),
      ("<?xml version='1.0'", "XML declaration allowed only at the start of the document"), ("<cpu", "error parsing attribute name"),
      (
        "<domainCapabilities><cpu><mode name='host-model' supported='no'/></cpu></domainCapabilities>", "does not contain any <cpu> element"
      ),
    ])
  func filesWithoutProcessors(text: String, complaint: String) async throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("virtsh-cpu-\(UInt64.random(in: 0...UInt64.max)).xml")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    for command in ["cpu-baseline", "cpu-compare", "hypervisor-cpu-baseline", "hypervisor-cpu-compare"] {
      do {
        _ = try await TestSession().run("\(command) \(file.path)")
        Issue.record("\(command) takes \(text)")
      } catch {
        #expect(Diagnostic.all(of: error).contains { $0.text.contains(complaint) }, "\(command)")
      }
    }
  }
}
