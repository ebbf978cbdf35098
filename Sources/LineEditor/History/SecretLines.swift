/// Which lines hold a secret, so that they must not be kept in a history.
///
/// Better one line too many is forgotten than a password remembered.
public enum SecretLines {
  /// Options whose value is a secret, or next to one.
  private static let options: Set<String> = ["password", "passwd", "passphrase", "secret", "token"]
  /// Commands, of ours and of the hypervisor's monitor, that set a secret.
  private static let commands = ["set-user-password", "set_password", "change-vnc-password", "\"password\"", "change vnc password"]
  /// What stands right before a secret.
  private static let assignments = ["password=", "passwd=", "passphrase=", "secret=", "token="]

  /// Whether the line holds a secret, as far as can be told.
  public static func holdSecret(_ line: String) -> Bool {
    let text = line.lowercased()
    if commands.contains(where: text.contains) || assignments.contains(where: text.contains) { return true }
    let words = text.split { " \t\n;'\"".contains($0) }
    for word in words where word.hasPrefix("--") && options.contains(String(word.dropFirst(2).prefix { $0 != "=" })) { return true }
    // A secret's value is an argument of its own unless a file holds it or it is asked for.
    if words.contains("secret-set-value"), !words.contains(where: { $0.hasPrefix("--file") || $0 == "--interactive" }) { return true }
    return words.contains(where: holdsPassword)
  }

  /// `scheme://user:password@host`
  private static func holdsPassword(_ word: Substring) -> Bool {
    guard let scheme = word.firstRange(of: "://") else { return false }
    let authority = word[scheme.upperBound...].prefix { !"/?#".contains($0) }
    guard let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") else { return false }
    return authority.index(after: colon) < at
  }
}
