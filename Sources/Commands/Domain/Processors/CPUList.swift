import CommandLanguage
import LibvirtProtocol
import Presentation

/// The host CPUs that something is pinned to: a list such as `0-3,^2`, or `r` for all.
struct CPUList: OptionValue, Hashable {
  /// What was typed.
  let text: String
  /// virsh knows no CPU from here on.
  private static let limit = 1024

  /// Any text; what it means depends on the host.
  static func parse(_ text: String, option: String) -> CPUList { CPUList(text: text) }

  /// The CPUs on a host that has `count`; throws virsh's words for what is no list, is empty or names CPUs that are not there.
  func cpus(of count: Int) throws -> CPUSet {
    if text.hasPrefix("r") { return CPUSet(0..<count) }
    guard let set = CPUSet(text, limit: Self.limit) else {
      throw CommandFailure("Invalid cpulist '\(text)'", cause: LibvirtError.invalidArgument("Failed to parse bitmap '\(text)'"))
    }
    guard let last = set.numbers.last else { throw CommandFailure("Invalid cpulist '\(text)'") }
    guard last < count else { throw CommandFailure("CPU \(last) in cpulist '\(text)' exceed the maxcpu \(count)") }
    return set
  }
}

extension CPUSet {
  /// The numbers, for programs.
  var cell: CellValue { .list(numbers.map { .int(Int64($0)) }) }

  /// A letter for each of `count` CPUs: `y` for those in the set.
  func letters(of count: Int) -> String {
    var letters = [Character](repeating: "-", count: count)
    for number in numbers where number < count { letters[number] = "y" }
    return String(letters)
  }
}
