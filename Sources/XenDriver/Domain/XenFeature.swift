/// A hardware feature of fully virtualized domains, in libvirt's order; xend has the same names.
enum XenFeature: String, Sendable, Hashable, CaseIterable {
  case acpi, apic, pae, hap, viridian
}
