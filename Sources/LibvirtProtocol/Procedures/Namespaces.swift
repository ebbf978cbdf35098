// A generic type can hold no static stored property, so the tables live in enumerations without cases.

/// The procedures of libvirt's public API: program `Program.remote`.
public enum Remote {}

/// The procedures of the QEMU driver alone: program `Program.qemu`.
public enum Qemu {}

/// The procedures of the LXC driver alone: program `Program.lxc`.
public enum Lxc {}

/// What only Xen's own daemon has: program `Program.xen`.
public enum Xen {}

/// The messages of the keepalive protocol: program `Program.keepAlive`.
public enum KeepAlive {}
