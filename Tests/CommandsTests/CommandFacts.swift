import Foundation
import Testing

/// What virsh 9.0.0 says about one of its commands, seen from outside.
struct CommandFacts: Decodable, Sendable, CustomTestStringConvertible {
  struct Option: Decodable, Sendable {
    let name: String
    /// `bool`, `int`, `string`, `data` (text that is required), `argv`, or `alias`.
    let kind: String
    let required: Bool
    let positional: Bool
    let emptyOK: Bool?
    let aliasOf: String?
    let aliasValue: String?
    let completer: String?
  }

  let name: String
  let groupKeyword: String
  let hidden: Bool
  let needsConnection: Bool
  let exclusive: [[String]]
  let options: [Option]

  var testDescription: String { name }

  // Facts that cannot be read are empty, and then the test that counts them fails.
  static let all: [CommandFacts] = {
    let url = Bundle.module.bundleURL.appendingPathComponent("Facts/virsh-commands.json")
    return (try? JSONDecoder().decode([CommandFacts].self, from: Data(contentsOf: url))) ?? []
  }()
}
