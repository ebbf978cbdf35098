import LibvirtClient

extension ConnectionOpener {
  /// Whether opening `text` asks the user nothing: a daemon on this machine, or no daemon at all.
  func asksNothing(_ text: String?) -> Bool {
    guard let meant = try? environment.connectionName(explicit: text, readOnly: true) else { return false }
    switch meant.target {
    case .daemon: return true
    case .name(.uri(let uri)): return (try? uri.transport()) == .unix
    case .name: return false
    }
  }
}
