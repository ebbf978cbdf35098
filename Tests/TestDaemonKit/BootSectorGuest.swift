import Glibc

/// A guest of 512 bytes for real hypervisors: the boot sector of its disk is all of its operating system.
///
/// On its serial console it says ``banner``, then echoes what it receives (CR as CR LF) and obeys: `q` powers off, `f` floods the
/// console with 256 KiB (a byte costs a hypervisor some 30 µs), `0` sends every byte there is, `!` resets the machine. While nothing
/// comes it sleeps.
public enum BootSectorGuest {
  /// What it writes first, and again after a reset.
  public static let banner = "virtsh guest\r\n"
  /// What comes after a flood, and how many bytes come before it.
  public static let floodEnd = "end\r\n", floodSize = 1 << 18

  /// The sector.
  public static var sector: [UInt8] {
    let texts = Array(banner.utf8) + [0] + Array(floodEnd.utf8) + [0]
    let filler = [UInt8](repeating: 0, count: 510 - code.count - texts.count)
    return code + texts + filler + [0x55, 0xAA]
  }

  /// Writes a disk of 1 MiB that begins with it.
  public static func writeDisk(to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw CannotWrite(path: path) }
    defer { close(descriptor) }
    let bytes = sector
    guard write(descriptor, bytes, bytes.count) == bytes.count, ftruncate(descriptor, 1 << 20) == 0 else { throw CannotWrite(path: path) }
  }

  /// A domain that boots it: this many MiB of memory, one processor of at most two, disk, network card, serial console and channel for an agent (which
  /// never answers). KVM is used if the machine has it.
  public static func definition(name: String, disk: String, memory: Int = 64, elements: String = "", devices: String = "") -> String {
    """
    <domain type='\(access("/dev/kvm", W_OK) == 0 ? "kvm" : "qemu")'>
      <name>\(name)</name><memory unit='MiB'>\(memory)</memory><vcpu current='1'>2</vcpu>
      <os><type arch='x86_64' machine='pc'>hvm</type></os><features><acpi/></features>\(elements)
      <devices>
        <emulator>/usr/bin/qemu-system-x86_64</emulator>
        <disk type='file' device='disk'>
          <driver name='qemu' type='raw'/><source file='\(disk)'/><target dev='vda' bus='virtio'/>
        </disk>
        <interface type='user'><mac address='52:54:00:11:22:33'/><model type='virtio'/></interface>
        <serial type='pty'><target port='0'/></serial>
        <console type='pty'><target type='serial' port='0'/></console>
        <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
        <memballoon model='virtio'/>\(devices)
      </devices>
    </domain>
    """
  }

  /// The disk could not be written.
  public struct CannotWrite: Error {
    let path: String
  }

  /// 16-bit code for address 0x7C00. Its texts follow it: the banner at 0x7CC5, the flood's end at 0x7CD4.
  private static let code: [UInt8] = [
    // What it needs of the machine: segments and stack.
    0xfa, 0x31, 0xc0, 0x8e, 0xd8, 0x8e, 0xd0, 0xbc, 0x00, 0x7c, 0xfc, 0xea, 0x10, 0x7c, 0x00, 0x00,
    // IRQ 4 has its own handler; COM1: FIFO, lines, interrupt for what is received.
    0xc7, 0x06, 0x30, 0x00, 0xbe, 0x7c, 0xa3, 0x32, 0x00, 0xba, 0xfa, 0x03, 0xb0, 0x07, 0xee,
    0xba, 0xfc, 0x03, 0xb0, 0x0b, 0xee, 0xba, 0xf9, 0x03, 0xb0, 0x01, 0xee, 0xe4, 0x21, 0x24, 0xef,
    0xe6, 0x21,
    // The banner, then wait for a byte without using the processor.
    0xbe, 0xc5, 0x7c, 0xe8, 0x6c, 0x00, 0xfa, 0xba, 0xfd, 0x03, 0xec, 0xa8, 0x01, 0x75, 0x04, 0xfb,
    0xf4, 0xeb, 0xf3,
    // What was received: a command, or something to echo; CR is answered by CR LF.
    0xfb, 0xba, 0xf8, 0x03, 0xec, 0x3c, 0x71, 0x74, 0x4d, 0x3c, 0x66, 0x74, 0x16, 0x3c, 0x30,
    0x74, 0x34, 0x3c, 0x21, 0x74, 0x3b, 0xe8, 0x51, 0x00, 0x3c, 0x0d, 0x75, 0xd7, 0xb0, 0x0a,
    0xe8, 0x48, 0x00, 0xeb, 0xd0,
    // `f`: 4096 lines of 64 bytes.
    0xb9, 0x00, 0x10, 0xb0, 0x30, 0xe8, 0x3e, 0x00, 0xfe, 0xc0, 0x3c, 0x6e, 0x75, 0xf7, 0xb0, 0x0d,
    0xe8, 0x33, 0x00, 0xb0, 0x0a, 0xe8, 0x2e, 0x00, 0xe2, 0xe9, 0xbe, 0xd4, 0x7c, 0xe8, 0x1c, 0x00,
    0xeb, 0xae,
    // `0`: every byte there is.
    0x31, 0xc0, 0xe8, 0x1f, 0x00, 0xfe, 0xc0, 0x75, 0xf9, 0xeb, 0xa3,
    // `!`: the keyboard controller resets the machine.
    0xb0, 0xfe, 0xe6, 0x64, 0xeb, 0x9d,
    // `q`: ACPI's register for sleep states.
    0xba, 0x04, 0x06, 0xb8, 0x00, 0x20, 0xef, 0xeb, 0x94,
    // Prints the text at SI.
    0xac, 0x84, 0xc0, 0x74, 0x15, 0xe8, 0x02, 0x00, 0xeb, 0xf6,
    // Sends AL when the line is free.
    0x88, 0xc4, 0xba, 0xfd, 0x03, 0xec, 0xa8, 0x20, 0x74, 0xfb, 0x88, 0xe0, 0xba, 0xf8, 0x03, 0xee,
    0xc3,
    // The interrupt's handler.
    0x50, 0xb0, 0x20, 0xe6, 0x20, 0x58, 0xcf,
  ]
}
