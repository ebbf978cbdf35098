import CommandLanguage

extension CommandGroup {
  /// virsh's groups, in the order of its help.
  static let all = [
    domain, monitor, events, host, checkpoint, interface, filter, network, nodedev, secret, snapshot, backup, pool, volume, itself,
  ]

  static let domain = CommandGroup(keyword: "domain", title: "Domain Management")
  static let monitor = CommandGroup(keyword: "monitor", title: "Domain Monitoring")
  static let events = CommandGroup(keyword: "events", title: "Domain Events")
  static let host = CommandGroup(keyword: "host", title: "Host and Hypervisor")
  static let checkpoint = CommandGroup(keyword: "checkpoint", title: "Checkpoint")
  static let interface = CommandGroup(keyword: "interface", title: "Interface")
  static let filter = CommandGroup(keyword: "filter", title: "Network Filter")
  static let network = CommandGroup(keyword: "network", title: "Networking")
  static let nodedev = CommandGroup(keyword: "nodedev", title: "Node Device")
  static let secret = CommandGroup(keyword: "secret", title: "Secret")
  static let snapshot = CommandGroup(keyword: "snapshot", title: "Snapshot")
  static let backup = CommandGroup(keyword: "backup", title: "Backup")
  static let pool = CommandGroup(keyword: "pool", title: "Storage Pool")
  static let volume = CommandGroup(keyword: "volume", title: "Storage Volume")
  static let itself = CommandGroup(keyword: "virsh", title: "Virsh itself")
}
