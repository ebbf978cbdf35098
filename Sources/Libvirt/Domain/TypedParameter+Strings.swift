import LibvirtProtocol

extension TypedParameter {
  /// `VIR_TYPED_PARAM_STRING_OKAY`: libvirt's flag of who understands parameters that are texts.
  static let stringsWelcome: UInt32 = 4
}
