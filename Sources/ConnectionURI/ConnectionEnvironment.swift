/// What the choice of a connection depends on outside the URI; a value, so that the choice can be tested.
public struct ConnectionEnvironment: Sendable {
  /// The environment variables.
  public var variables: [String: String]
  /// The effective user: 0 is root.
  public var effectiveUserID: UInt32
  /// Whether something exists at a path; asked about unix sockets.
  public var socketExists: @Sendable (String) -> Bool

  /// An environment of these parts.
  public init(
    variables: [String: String], effectiveUserID: UInt32, socketExists: @escaping @Sendable (String) -> Bool
  ) {
    self.variables = variables
    self.effectiveUserID = effectiveUserID
    self.socketExists = socketExists
  }

  /// A variable's value; an empty one counts as unset.
  public subscript(_ name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The user's folder for sockets: XDG_RUNTIME_DIR, else the cache folder, as GLib's `g_get_user_runtime_dir` has it.
  public var runtimeDirectory: String {
    self["XDG_RUNTIME_DIR"] ?? self["XDG_CACHE_HOME"] ?? "\(self["HOME"] ?? "")/.cache"
  }

  /// The user's folder for settings: XDG_CONFIG_HOME, else `~/.config`.
  public var configurationDirectory: String { self["XDG_CONFIG_HOME"] ?? "\(self["HOME"] ?? "")/.config" }
}
