import XMLTree

extension DomainRules {
  /// What drivers of virtio devices can be told.
  static let virtioOptions: [AttributeRule] = [.onOff("iommu"), .onOff("ats"), .onOff("packed"), .onOff("page_per_vq")]

  static let virtioDriver = ElementRule.group("driver", virtioOptions)

  /// Refuses these options for a device that is not a virtio one.
  static func refuseVirtio(_ driver: XMLElement) throws(DefinitionError) {
    for option in virtioOptions where driver[attribute: option.name] != nil {
      throw .unsupported("\(option.name)\(option.name == "page_per_vq" ? "" : " driver") option is only supported for virtio devices")
    }
  }
}
