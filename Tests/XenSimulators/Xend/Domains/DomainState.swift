/// What a domain is doing, with xend's own numbers of states (`status`).
enum DomainState: Int, Sendable, CaseIterable {
  case halted = 0
  case paused, running, suspended, shutdown, crashed

  /// The name that state filters have for it.
  var name: String {
    switch self {
    case .halted: "halted"
    case .paused: "paused"
    case .running: "running"
    case .suspended: "suspended"
    case .shutdown: "shutdown"
    case .crashed: "crashed"
    }
  }

  init?(name: String) {
    guard let state = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = state
  }

  /// The six letters of `xm list`: running, blocked, paused, shutdown, crashed, dying.
  func letters(isOnCPU: Bool, isZombie: Bool) -> String {
    if isZombie { return "-----d" }
    return switch self {
    case .running: isOnCPU ? "r-----" : "-b----"
    case .paused: "--p---"
    case .suspended, .shutdown: "---s--"
    case .crashed: "---sc-"
    case .halted: "------"
    }
  }

  /// Whether a filter of a list lets it through.
  func passes(_ filter: String) -> Bool {
    switch filter {
    case "all": true
    // A domain that has shut down and is still there counts as halted.
    case "halted": self == .halted || self == .shutdown
    case "unknown": false
    default: name == filter
    }
  }
}
