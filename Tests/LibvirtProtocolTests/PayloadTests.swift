import LibvirtProtocol
import Testing
import XDR

/// What a check does with a procedure whose types it does not know.
private protocol PayloadReader {
  func argumentsAgain(_ bytes: [UInt8]) throws -> [UInt8]
  func replyAgain(_ bytes: [UInt8]) throws -> [UInt8]
}

extension Procedure: PayloadReader {
  func argumentsAgain(_ bytes: [UInt8]) throws -> [UInt8] {
    var reader = XDRReader(bytes)
    let arguments = try decodeArguments(&reader)
    #expect(reader.remaining == 0)
    return try encode(repeat each arguments)
  }

  func replyAgain(_ bytes: [UInt8]) throws -> [UInt8] {
    var reader = XDRReader(bytes)
    let reply = try decodeReply(&reader)
    #expect(reader.remaining == 0)
    return try reply.encoded()
  }
}

private protocol MessageReader {
  func messageAgain(_ bytes: [UInt8]) throws -> [UInt8]
}

extension EventMessage: MessageReader {
  func messageAgain(_ bytes: [UInt8]) throws -> [UInt8] {
    var reader = XDRReader(bytes)
    let message = try decode(&reader)
    #expect(reader.remaining == 0)
    return try encode(message)
  }
}

@Suite struct PayloadTests {
  /// Every structure that travels: whose it is, its name in the facts, and how it is read and written again.
  private static func payloads() throws -> [(owner: String, structure: String, again: ([UInt8]) throws -> [UInt8])] {
    var payloads: [(String, String, ([UInt8]) throws -> [UInt8])] = []
    for entry in ProcedureTableTests.declared {
      let fact = try #require(try ProcedureTableTests.facts(entry.program)[entry.member])
      let reader = try #require(entry.procedure as? any PayloadReader)
      if let args = fact.args { payloads.append((entry.member, args, reader.argumentsAgain)) }
      if let ret = fact.ret { payloads.append((entry.member, ret, reader.replyAgain)) }
    }
    for entry in EventTableTests.declared {
      let fact = try #require(Facts.program(entry.program)?.procedures.first { $0.name == entry.member })
      let reader = try #require(entry.event as? any MessageReader)
      if let msg = fact.msg { payloads.append((entry.member, msg, reader.messageAgain)) }
    }
    payloads.append(("error", "VirNetMessageError", { try NetMessageError(decoding: $0).encoded() }))
    payloads.append(("header", "VirNetMessageHeader", { try MessageHeader(decoding: $0).encoded() }))
    payloads.append(("hole", "VirNetStreamHole", { try StreamHole(decoding: $0).encoded() }))
    return payloads
  }

  @Test func `any payload of libvirt's is read and written back the same`() throws {
    let payloads = try Self.payloads()
    #expect(payloads.count > 650)
    for (owner, structure, again) in payloads {
      for seed in 0..<20 as Range<UInt64> {
        var generator = PayloadGenerator(seed: seed)
        generator.structure(structure)
        let written = try again(generator.bytes)
        #expect(written == generator.bytes, "\(owner) \(structure), seed \(seed)")
      }
    }
  }

  @Test func `a payload cut off anywhere is an error`() throws {
    for (owner, structure, again) in try Self.payloads() {
      var generator = PayloadGenerator(seed: 3)
      generator.structure(structure)
      for length in 0..<generator.bytes.count {
        #expect(throws: XDRError.self, "\(owner) \(structure), \(length) bytes") { _ = try again(Array(generator.bytes[..<length])) }
      }
    }
  }

  @Test func `one more than any bound is refused when reading`() throws {
    var refused = 0
    for (owner, structure, again) in try Self.payloads() {
      for index in 0... {
        var generator = PayloadGenerator(seed: 5, poisoned: index)
        generator.structure(structure)
        guard let bound = generator.exceeded else { break }
        refused += 1
        do {
          _ = try again(generator.bytes)
          Issue.record("\(owner): more than \(bound) accepted in \(structure)")
        } catch let error as XDRError {
          #expect(error.kind == .tooLong(count: bound + 1, bound: bound), "\(owner) \(structure)")
        }
      }
    }
    #expect(refused > 900)
  }

  @Test func `one more than any bound is refused when writing`() throws {
    var comparison = ShapeComparison()
    for entry in ProcedureTableTests.declared {
      let fact = try #require(try ProcedureTableTests.facts(entry.program)[entry.member])
      let fields = fact.args.flatMap { Facts.types[$0]?.fields } ?? []
      for (type, field) in zip(entry.procedure.argumentTypes, fields) { comparison.field(type, field, entry.member) }
      if let ret = fact.ret { comparison.structure(entry.procedure.replyType, ret, entry.member) }
    }
    #expect(comparison.bounded.count > 30)
    for (name, type) in comparison.bounded {
      do {
        try type.encodeTooMany()
        Issue.record("\(name) wrote too many")
      } catch let error as XDRError {
        #expect(error.kind == .tooLong(count: type.limit + 1, bound: type.limit), "\(name)")
      }
    }
  }
}
