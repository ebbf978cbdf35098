import LibvirtProtocol

/// The processor models that guests of an architecture can be given, as libvirt 9.0.0 names them in `cpu-models`.
enum CPUModels {
  /// The models of an architecture; an empty list where every name is accepted.
  ///
  /// - Throws: libvirt's error for a name that is no architecture, and for one without models.
  static func of(_ architecture: String) throws -> [Substring] {
    switch architecture {
    case "i686", "x86_64": return x86
    case "ppc64", "ppc64le": return power
    case "aarch64", "armv6l", "armv7b", "armv7l", "s390", "s390x": return []
    case _ where without.contains(architecture[...]):
      throw LibvirtError.unsupported("'\(architecture)' architecture is not supported by CPU driver", .cpu)
    default: throw LibvirtError.invalidArgument("cannot find architecture \(architecture)", .cpu)
    }
  }

  private static let x86 = words(
    """
    486 pentium pentium2 pentium3 pentiumpro coreduo n270 core2duo qemu32 kvm32 cpu64-rhel5 cpu64-rhel6 qemu64 kvm64
    Conroe Penryn Nehalem Nehalem-IBRS Westmere Westmere-IBRS SandyBridge SandyBridge-IBRS IvyBridge IvyBridge-IBRS
    Haswell-noTSX Haswell-noTSX-IBRS Haswell Haswell-IBRS Broadwell-noTSX Broadwell-noTSX-IBRS Broadwell
    Broadwell-IBRS Skylake-Client Skylake-Client-IBRS Skylake-Client-noTSX-IBRS Skylake-Server Skylake-Server-IBRS
    Skylake-Server-noTSX-IBRS Cascadelake-Server Cascadelake-Server-noTSX Icelake-Client Icelake-Client-noTSX
    Icelake-Server Icelake-Server-noTSX Cooperlake Snowridge athlon phenom Opteron_G1 Opteron_G2 Opteron_G3 Opteron_G4
    Opteron_G5 EPYC EPYC-IBPB EPYC-Rome EPYC-Milan Dhyana
    """)

  private static let power = words(
    """
    POWER6 POWER7 POWER8 POWER9 POWER10 POWERPC_e5500 POWERPC_e6500
    """)

  private static let without: Set<Substring> = Set(
    words(
      """
      alpha cris ia64 lm32 m68k microblaze microblazeel mips mipsel mips64 mips64el openrisc parisc parisc64 ppc ppcemb
      riscv32 riscv64 sh4 sh4eb sparc sparc64 unicore32 xtensa xtensaeb
      """))

  private static func words(_ text: String) -> [Substring] { text.split { $0 == " " || $0 == "\n" } }
}
