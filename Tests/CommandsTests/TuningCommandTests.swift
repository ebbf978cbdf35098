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

  /// A change of a running domain's definition alone is said to wait; nothing else is.
  @Test(
    arguments: [
      ("setmem test 1G --config", true), ("setvcpus test 1 --config", true), ("setmaxmem test 4G --config", true),
      ("emulatorpin test 0 --config", true), ("memtune test --hard-limit 1G --config", true),
      ("blkiotune test --weight 200 --config", true),
      ("numatune test --nodeset 0 --config", true), ("iothreadadd test 1 --config", true),
      ("iothreadadd test 1; iothreadadd test 2 --config; iothreadpin test 2 0 --config", true),
      ("iothreadadd test 2 --config; iothreaddel test 2 --config", true), ("setmem test 1G", false), ("setmem test 1G --live", false),
      ("setmem test 1G --current", false), ("setvcpus test 1 --config --live", false), ("memtune test --config", false),
      ("destroy test; setmem test 1G --config", false), ("destroy test; iothreadadd test 1 --config", false),
    ])
  func whatWaitsForTheNextStart(line: String, waits: Bool) async throws {
    let notes = try await TestSession().run(line).diagnostics
    #expect(notes.map(\.text) == (waits ? ["'test' is running: the change waits for its next start"] : []))
    #expect(notes.allSatisfy { $0.severity == .note && $0.details["takesEffect"] == .string("next start") })
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
