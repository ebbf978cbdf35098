/// What can become of a domain after an event.
enum XenLifecycle {
  /// The words that libvirt and xend share; cores are dumped after crashes only.
  private static let actions: Set<String> = ["destroy", "restart", "preserve", "rename-restart"]
  private static let crashActions = actions.union(["coredump-destroy", "coredump-restart"])

  /// The action in libvirt's words; nil for none that libvirt knows.
  static func action(_ text: String?, afterCrash: Bool) -> String? {
    guard let text else { return nil }
    let word = text == "rename_restart" ? "rename-restart" : text
    return (afterCrash ? crashActions : actions).contains(word) ? word : nil
  }
}
