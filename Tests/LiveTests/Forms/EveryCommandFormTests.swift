import Commands
import FormParsers
import FoundationEssentials
import TestDaemonKit
import Testing

/// Each answer of each command in each form, read by a strict reader of that form.
@Suite(.timeLimit(.minutes(20)))
struct EveryCommandFormTests {
  private static let known = Set(Commands.all(in: .virtsh).entries.map(\.info.name))

  /// Where it is asked.
  enum Place: CaseIterable { case test, qemu }

  private static let places = Place.allCases.filter { $0 == .test || LiveLibvirtd.socket != nil }

  @Test func everyCommandIsAsked() {
    #expect(Self.known.subtracting(CommandsForForms.unasked).subtracting(CommandsForForms.lines.map(CommandsForForms.command)) == [])
  }

  /// Asks each line in a form, one process each. An answer that lacks the form has to say so, and no more.
  private func each(
    in form: String, on place: Place, _ read: (_ output: [UInt8], _ line: String) throws -> Void
  ) async throws {
    let host = place == .test ? try FormsHost.test() : try await FormsHost.qemu(form)
    let result: Result<Void, any Error>
    do {
      for line in CommandsForForms.lines + CommandsForForms.several where !host.unasked.contains(CommandsForForms.command(line)) {
        let run = try await host.run(line, form: form)
        let hasFailed = run.errors.contains("error: ") || run.errors.contains(#"{"error":"#)
        #expect(run.status == (run.errors.contains("has no form") ? 2 : hasFailed ? 1 : 0), "\(line) as \(form): \(run)")
        #expect(!run.errors.contains("has no form") || run.output.isEmpty, "\(line) as \(form): \(run)")
        do { try read(Array(run.output.utf8), line) } catch { Issue.record("\(line) as \(form): \(error) in \(run)") }
      }
      result = .success(())
    } catch {
      result = .failure(error)
    }
    try await host.remove()
    try result.get()
  }

  @Test(arguments: ["json", "jsonl"], places)
  func json(form: String, place: Place) async throws {
    try await each(in: form, on: place) { output, line in
      for document in output.split(separator: UInt8(ascii: "\n")) { _ = try JSONDecoder().decode(JSONValue.self, from: Data(document)) }
      #expect(form == "jsonl" || output.count { $0 == UInt8(ascii: "\n") } <= 1, "\(line)")
      #expect(output.isEmpty || output.last == UInt8(ascii: "\n"), "\(line)")
    }
  }

  /// The first record names the fields, and each has as many.
  @Test(arguments: ["csv", "tsv"], places)
  func delimited(form: String, place: Place) async throws {
    let parse = form == "csv" ? DelimitedParser.csv : DelimitedParser.tsv
    try await each(in: form, on: place) { output, line in
      let records = try parse(output)
      #expect(records.allSatisfy { $0.count == records.first?.count }, "\(line) as \(form)")
      #expect(Set(records.first ?? []).count == records.first?.count ?? 0, "two fields of one name: \(line) as \(form)")
    }
  }

  /// For people, and a name a line: no control characters.
  @Test(arguments: ["table", "name"], places)
  func text(form: String, place: Place) async throws {
    try await each(in: form, on: place) { output, line in
      #expect(output.allSatisfy { $0 >= 0x20 && $0 != 0x7F || [0x09, 0x0A].contains($0) }, "\(line) as \(form)")
      #expect(form == "table" || output.allSatisfy { $0 != UInt8(ascii: "\t") }, "\(line) as \(form)")
    }
  }
}
