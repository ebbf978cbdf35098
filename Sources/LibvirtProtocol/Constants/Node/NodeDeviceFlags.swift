/// Which devices of the host are wanted (`virConnectListAllNodeDeviceFlags`).
public struct ConnectListAllNodeDeviceFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The system itself.
  public static let capSystem = Self(rawValue: 1 << 0)
  /// PCI devices.
  public static let capPciDev = Self(rawValue: 1 << 1)
  /// USB devices.
  public static let capUsbDev = Self(rawValue: 1 << 2)
  /// Interfaces of USB devices.
  public static let capUsbInterface = Self(rawValue: 1 << 3)
  /// Network devices.
  public static let capNet = Self(rawValue: 1 << 4)
  /// SCSI host adapters.
  public static let capScsiHost = Self(rawValue: 1 << 5)
  /// SCSI targets.
  public static let capScsiTarget = Self(rawValue: 1 << 6)
  /// SCSI devices.
  public static let capScsi = Self(rawValue: 1 << 7)
  /// Disks and the like.
  public static let capStorage = Self(rawValue: 1 << 8)
  /// Fibre Channel host adapters.
  public static let capFcHost = Self(rawValue: 1 << 9)
  /// Adapters that can have virtual ports.
  public static let capVports = Self(rawValue: 1 << 10)
  /// Generic SCSI devices.
  public static let capScsiGeneric = Self(rawValue: 1 << 11)
  /// Graphics devices.
  public static let capDrm = Self(rawValue: 1 << 12)
  /// Devices that can be divided into mediated ones.
  public static let capMdevTypes = Self(rawValue: 1 << 13)
  /// Mediated devices.
  public static let capMdev = Self(rawValue: 1 << 14)
  /// CCW devices of IBM Z.
  public static let capCcwDev = Self(rawValue: 1 << 15)
  /// Channel subsystem devices of IBM Z.
  public static let capCssDev = Self(rawValue: 1 << 16)
  /// vDPA devices.
  public static let capVdpa = Self(rawValue: 1 << 17)
  /// Crypto cards of IBM Z.
  public static let capApCard = Self(rawValue: 1 << 18)
  /// Crypto queues of IBM Z.
  public static let capApQueue = Self(rawValue: 1 << 19)
  /// The crypto matrix of IBM Z.
  public static let capApMatrix = Self(rawValue: 1 << 20)
  /// Devices that tell vital product data.
  public static let capVpd = Self(rawValue: 1 << 21)
  /// Those that are only defined.
  public static let inactive = Self(rawValue: 1 << 30)
  /// Those that are there.
  public static let active = Self(rawValue: 1 << 31)
}

/// How a device is created (`virNodeDeviceCreateXMLFlags`).
public struct NodeDeviceCreateXMLFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The XML is checked against its schema.
  public static let validate = Self(rawValue: 1 << 0)
}

/// How a device is defined (`virNodeDeviceDefineXMLFlags`).
public struct NodeDeviceDefineXMLFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The XML is checked against its schema.
  public static let validate = Self(rawValue: 1 << 0)
}
