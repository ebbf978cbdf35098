import LibvirtClient

extension ConnectionOpener {
  /// Whether opening `text` asks the user nothing: a server on this machine, or none at all.
  func asksNothing(_ text: String?) -> Bool {
    guard let meant = try? environment.connectionName(explicit: text, readOnly: true) else { return false }
    switch meant.target {
    case .daemon: return true
    case .name(let name): return (try? name.uri.transport()) == .unix
    }
  }
}
