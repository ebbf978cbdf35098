/// Whether a procedure may change anything. Reconnecting, read-only sessions and cancelling depend on it.
public enum Effect: Hashable, Sendable {
  /// Looks only: may be repeated, is allowed on a read-only connection.
  case reads
  /// Looks only, too, but at what a read-only connection is not told: libvirt refuses it there.
  case discloses
  /// May change a host or a guest; libvirt refuses it on a read-only connection.
  case changes
}

/// Which workers of a libvirt daemon may take a call.
public enum Priority: Hashable, Sendable {
  /// It is short: the workers kept for such calls take it even while all others are busy.
  case high
  /// It may last: it waits for an ordinary worker, and counts towards those a client may have under way.
  case low
}

/// The stream that a call opens.
public enum StreamDirection: Hashable, Sendable {
  /// No stream.
  case none
  /// The server sends. Consoles and channels are of this kind, and carry data in both directions.
  case read
  /// The client sends.
  case write
}
