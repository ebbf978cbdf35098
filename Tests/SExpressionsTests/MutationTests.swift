import SExpressions
import SeededNumbers
import Testing

/// Whatever arrives, the reader gives a value that survives writing, or the place of what is wrong.
@Suite struct MutationTests {
  private static let seeds: [[UInt8]] = [
    "((domain (domid 7) (name web1) (features ) (cpus ((0 1) ())) (state -b----)) (domain (name \"it's\") (vcpu_avail '3')))",
    #"(xend.err "Domain '7' is not started") # a comment"#,
    #"(a 'b\x41\101\n\'' "{'cap': 0}" () ((((c)))) -1 1e-05)"#,
  ].map { Array($0.utf8) }
  private static let pieces = ["(", ")", "'", "\"", "\\", "#", "\n", "\\x", "\\4", "\u{4}", "[", "((((((((((((", "))))", "\0"].map {
    Array($0.utf8)
  }

  /// Ten runs of ten thousand.
  @Test(arguments: 1...10) func mutations(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let limits = SExpressionLimits(bytes: 300, depth: 12, values: 60)
    var (accepted, refused) = (0, 0)
    for _ in 0..<10_000 {
      let bytes = Self.mutation(using: &random)
      do throws(SExpressionError) {
        let value = try SExpression(parsing: bytes, limits: limits)
        accepted += 1
        if accepted.isMultiple(of: 50) { #expect(try SExpression(parsing: value.serialized()) == value) }
      } catch {
        refused += 1
        let lines = bytes.count { $0 == 10 } + 1
        let isPlaced = (1...lines).contains(error.line) && (1...bytes.count + 1).contains(error.column)
        if !isPlaced { Issue.record("\(error) is no place in \(bytes)") }
      }
    }
    #expect(accepted > 100)
    #expect(refused > 1000)
  }

  private static func mutation(using random: inout SplitMix) -> [UInt8] {
    var bytes = seeds[Int.random(in: 0..<seeds.count, using: &random)]
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.removeSubrange(place...)
      case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      case 2: bytes.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)], at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...5, using: &random)))
      default: bytes.insert(contentsOf: bytes[..<place], at: place)
      }
    }
    return bytes
  }
}
