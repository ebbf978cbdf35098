/// Which part of libvirt tells (`virErrorDomain`).
public struct VirErrorDomain: RawRepresentable, Hashable, Sendable {
  /// The number on the wire and in libvirt's API.
  public let rawValue: Int32

  /// A number, which may be one that a newer libvirt has.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// None in particular.
  public static let none = Self(rawValue: 0)
  /// The Xen driver.
  public static let xen = Self(rawValue: 1)
  /// The Xen daemon.
  public static let xend = Self(rawValue: 2)
  /// The Xen store.
  public static let xenstore = Self(rawValue: 3)
  /// S-expressions.
  public static let sexpr = Self(rawValue: 4)
  /// XML.
  public static let xml = Self(rawValue: 5)
  /// Domains, in the oldest code.
  public static let dom = Self(rawValue: 6)
  /// Remote procedure calls.
  public static let rpc = Self(rawValue: 7)
  /// The read-only Xen proxy.
  public static let proxy = Self(rawValue: 8)
  /// Configuration files.
  public static let conf = Self(rawValue: 9)
  /// The QEMU driver.
  public static let qemu = Self(rawValue: 10)
  /// Networks, in the oldest code.
  public static let net = Self(rawValue: 11)
  /// The test driver.
  public static let test = Self(rawValue: 12)
  /// The remote driver.
  public static let remote = Self(rawValue: 13)
  /// The OpenVZ driver.
  public static let openvz = Self(rawValue: 14)
  /// Xen's configuration files.
  public static let xenxm = Self(rawValue: 15)
  /// Linux' statistics.
  public static let statsLinux = Self(rawValue: 16)
  /// The LXC driver.
  public static let lxc = Self(rawValue: 17)
  /// The storage driver.
  public static let storage = Self(rawValue: 18)
  /// Networks.
  public static let network = Self(rawValue: 19)
  /// Domains.
  public static let domain = Self(rawValue: 20)
  /// The user-mode Linux driver.
  public static let uml = Self(rawValue: 21)
  /// The node device driver.
  public static let nodedev = Self(rawValue: 22)
  /// Watching Xen's files.
  public static let xenInotify = Self(rawValue: 23)
  /// Confinement of guests.
  public static let security = Self(rawValue: 24)
  /// The VirtualBox driver.
  public static let vbox = Self(rawValue: 25)
  /// The interface driver.
  public static let interface = Self(rawValue: 26)
  /// The OpenNebula driver.
  public static let one = Self(rawValue: 27)
  /// The ESX driver.
  public static let esx = Self(rawValue: 28)
  /// The Power hypervisor driver.
  public static let phyp = Self(rawValue: 29)
  /// Secrets.
  public static let secret = Self(rawValue: 30)
  /// CPUs.
  public static let cpu = Self(rawValue: 31)
  /// The XenAPI driver.
  public static let xenapi = Self(rawValue: 32)
  /// Network filters.
  public static let nwfilter = Self(rawValue: 33)
  /// Hook scripts.
  public static let hook = Self(rawValue: 34)
  /// Snapshots.
  public static let domainSnapshot = Self(rawValue: 35)
  /// The audit log.
  public static let audit = Self(rawValue: 36)
  /// SMBIOS data.
  public static let sysinfo = Self(rawValue: 37)
  /// Streams.
  public static let streams = Self(rawValue: 38)
  /// The VMware driver.
  public static let vmware = Self(rawValue: 39)
  /// The event loop.
  public static let event = Self(rawValue: 40)
  /// The libxl driver.
  public static let libxl = Self(rawValue: 41)
  /// The lock manager.
  public static let locking = Self(rawValue: 42)
  /// The Hyper-V driver.
  public static let hyperv = Self(rawValue: 43)
  /// Capabilities.
  public static let capabilities = Self(rawValue: 44)
  /// URIs.
  public static let uri = Self(rawValue: 45)
  /// Authentication.
  public static let auth = Self(rawValue: 46)
  /// D-Bus.
  public static let dbus = Self(rawValue: 47)
  /// The Parallels driver.
  public static let parallels = Self(rawValue: 48)
  /// Devices of domains.
  public static let device = Self(rawValue: 49)
  /// SSH by libssh2.
  public static let ssh = Self(rawValue: 50)
  /// Lock spaces.
  public static let lockspace = Self(rawValue: 51)
  /// Containers' init.
  public static let initctl = Self(rawValue: 52)
  /// Identities of clients.
  public static let identity = Self(rawValue: 53)
  /// Control groups.
  public static let cgroup = Self(rawValue: 54)
  /// Access control.
  public static let access = Self(rawValue: 55)
  /// systemd.
  public static let systemd = Self(rawValue: 56)
  /// The bhyve driver.
  public static let bhyve = Self(rawValue: 57)
  /// Cryptography.
  public static let crypto = Self(rawValue: 58)
  /// The firewall.
  public static let firewall = Self(rawValue: 59)
  /// polkit.
  public static let polkit = Self(rawValue: 60)
  /// Threads.
  public static let thread = Self(rawValue: 61)
  /// Administration of daemons.
  public static let admin = Self(rawValue: 62)
  /// The log daemon.
  public static let logging = Self(rawValue: 63)
  /// Xen's xl configuration files.
  public static let xenxl = Self(rawValue: 64)
  /// Performance events.
  public static let perf = Self(rawValue: 65)
  /// SSH by libssh.
  public static let libssh = Self(rawValue: 66)
  /// Resource control of the kernel.
  public static let resctrl = Self(rawValue: 67)
  /// firewalld.
  public static let firewalld = Self(rawValue: 68)
  /// Checkpoints.
  public static let domainCheckpoint = Self(rawValue: 69)
  /// Emulated TPMs.
  public static let tpm = Self(rawValue: 70)
  /// eBPF.
  public static let bpf = Self(rawValue: 71)
  /// The Cloud Hypervisor driver.
  public static let ch = Self(rawValue: 72)
}
