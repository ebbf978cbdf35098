import LibvirtProtocol

extension DomainModificationImpact {
  /// What cannot be asked of the running domain and the next start at once; throws libvirt's words where it is.
  func checkOne() throws {
    guard isSuperset(of: [.live, .config]) else { return }
    throw LibvirtError(
      code: .invalidArg, domain: .dom, message: "Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually exclusive")
  }
}
