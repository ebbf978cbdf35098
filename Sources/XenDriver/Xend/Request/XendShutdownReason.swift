/// What a domain is asked to do when it is shut down.
enum XendShutdownReason: String, Sendable, Hashable, CaseIterable {
  /// Switch off.
  case poweroff
  /// Start again.
  case reboot
  /// Suspend itself.
  case suspend
  /// Crash, for a dump.
  case crash
  /// What the first versions of libvirt asked for.
  case halt
}
