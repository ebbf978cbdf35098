/// The members of an option set or of an open enumeration, with the constant of libvirt that each stands for.
struct Constants: Sendable {
  /// The name of the enumeration in libvirt's API.
  let enumeration: String
  /// Constants and numbers.
  let members: [String: Int64]

  init<Value: RawRepresentable>(_ enumeration: String, _ type: Value.Type, _ members: KeyValuePairs<String, Value>)
  where Value.RawValue: BinaryInteger {
    self.enumeration = enumeration
    self.members = Dictionary(uniqueKeysWithValues: members.map { ($0.key, Int64($0.value.rawValue)) })
  }
}
