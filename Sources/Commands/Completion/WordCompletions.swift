import CommandLanguage
import Libvirt
import Presentation

/// Options that take one of a few words: libvirt's and virsh's names, in the order in which virsh 9.0.0 offers them.
extension Completer {
  /// About domains.
  static let domainWords: [String: CompletionSource] = [
    "domain-event-name": .here { _, _ in DomainEventNames.all },
    "list-columns": .words(DomainColumn.all.map(\.name).joined(separator: " "), isList: true),
    "list-sort": .words(DomainColumn.all.map { "\($0.name) -\($0.name)" }.joined(separator: " "), isList: true),
    "list-where": .words(DomainColumn.all.map { "\($0.name)=" }.joined(separator: " "), isList: true),
    "output-form": .words(OutputForm.allCases.map(\.rawValue).joined(separator: " ")),
    "domain-shutdown-mode": .words(ShutdownModes.names.joined(separator: " "), isList: true),
    "domain-core-dump-format": .words("elf kdump-zlib kdump-lzo kdump-snappy win-dmp"),
    "domain-dirty-rate-calc-mode": .words("page-sampling dirty-bitmap dirty-ring"),
    "domain-hostname-source": .words("agent lease"),
    "domain-interface-addr-source": .words("lease agent arp"),
    "domain-interface-source-mode": .words("server client"),
    "domain-lifecycle": .words("poweroff reboot crash"),
    "domain-lifecycle-action": .words("destroy restart rename-restart preserve coredump-destroy coredump-restart"),
    "domain-migrate-comp-methods": .words("xbzrle mt", isList: true),
    "domain-numatune-mode": .words("strict preferred interleave restrictive"),
    "domain-perf-disable": .words(perfEvents, isList: true),
    "domain-perf-enable": .words(perfEvents, isList: true),
    "domain-signal": .words(signals),
    "domain-storage-file-format": .words(
      "raw dir bochs cloop dmg iso vpc vdi fat vhd ploop cow qcow qcow2 qed vmdk", isHeadedByNone: true),
    "domain-virt-type": .words(
      "qemu kqemu kvm xen lxc uml openvz test vmware hyperv vbox phyp parallels bhyve vz hvf", isHeadedByNone: true),
    "keycode-name": .here { _, question in KeyNames.names(in: question.raw("codeset")) },
    "codeset-name": .words("linux xt atset1 atset2 atset3 os_x xt_kbd usb win32 qnum"),
  ]

  /// About everything else.
  static let words: [String: CompletionSource] = [
    "arch": .words(architectures, isHeadedByNone: true),
    "network-event-name": .words("lifecycle"),
    "network-update-command": .words("add modify delete add-last add-first"),
    "network-update-section": .words(
      "bridge domain ip ip-dhcp-host ip-dhcp-range forward forward-interface forward-pf portgroup dns-host dns-txt dns-srv"),
    "node-device-capability-name": .words(deviceCapabilities, isList: true),
    "node-device-event-name": .words("lifecycle update"),
    "node-device-pci-backend": .words("default kvm vfio xen"),
    "node-suspend-target": .words("mem disk hybrid"),
    "pool-event-name": .words("lifecycle refresh"),
    "pool-type": .words(
      "dir fs netfs logical disk iscsi iscsi-direct scsi mpath rbd sheepdog gluster zfs vstorage", isList: true),
    "secret-event-name": .words("lifecycle value-changed"),
    "storage-vol-wipe-algorithm": .words("zero nnsa dod bsi gutmann schneier pfitzner7 pfitzner33 random trim"),
  ]

  private static let perfEvents = """
    cmt mbmt mbml cpu_cycles instructions cache_references cache_misses branch_instructions branch_misses bus_cycles \
    stalled_cycles_frontend stalled_cycles_backend ref_cpu_cycles cpu_clock task_clock page_faults context_switches \
    cpu_migrations page_faults_min page_faults_maj alignment_faults emulation_faults
    """

  private static let signals =
    """
    nop hup int quit ill trap abrt bus fpe kill usr1 segv usr2 pipe alrm term stkflt chld cont stop tstp ttin ttou urg xcpu xfsz \
    vtalrm prof winch poll pwr sys
    """ + (0...32).map { " rt\($0)" }.joined()

  private static let architectures = """
    alpha armv6l armv7l armv7b aarch64 cris i686 ia64 lm32 m68k microblaze microblazeel mips mipsel mips64 mips64el openrisc parisc \
    parisc64 ppc ppcle ppc64 ppc64le ppcemb riscv32 riscv64 s390 s390x sh4 sh4eb sparc sparc64 unicore32 x86_64 xtensa xtensaeb
    """

  private static let deviceCapabilities = """
    system pci usb_device usb net scsi_host scsi_target scsi storage fc_host vports scsi_generic drm mdev_types mdev ccw css vdpa \
    ap_card ap_queue ap_matrix vpd
    """
}
