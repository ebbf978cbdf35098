/// Which devices of the host are wanted (`virConnectListAllNodeDeviceFlags`).
public struct ConnectListAllNodeDeviceFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM`.
  public static let capSystem = Self(rawValue: 1 << 0)
  /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV`.
  public static let capPciDev = Self(rawValue: 1 << 1)
  /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_DEV`.
  public static let capUsbDev = Self(rawValue: 1 << 2)
  /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_INTERFACE`.
  public static let capUsbInterface = Self(rawValue: 1 << 3)
  /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET`.
  public static let capNet = Self(rawValue: 1 << 4)
  /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST`.
  public static let capScsiHost = Self(rawValue: 1 << 5)
  /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_TARGET`.
  public static let capScsiTarget = Self(rawValue: 1 << 6)
  /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI`.
  public static let capScsi = Self(rawValue: 1 << 7)
  /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE`.
  public static let capStorage = Self(rawValue: 1 << 8)
  /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST`.
  public static let capFcHost = Self(rawValue: 1 << 9)
  /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS`.
  public static let capVports = Self(rawValue: 1 << 10)
  /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_GENERIC`.
  public static let capScsiGeneric = Self(rawValue: 1 << 11)
  /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_DRM`.
  public static let capDrm = Self(rawValue: 1 << 12)
  /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES`.
  public static let capMdevTypes = Self(rawValue: 1 << 13)
  /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV`.
  public static let capMdev = Self(rawValue: 1 << 14)
  /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCW_DEV`.
  public static let capCcwDev = Self(rawValue: 1 << 15)
  /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_CSS_DEV`.
  public static let capCssDev = Self(rawValue: 1 << 16)
  /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_VDPA`.
  public static let capVdpa = Self(rawValue: 1 << 17)
  /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_CARD`.
  public static let capApCard = Self(rawValue: 1 << 18)
  /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_QUEUE`.
  public static let capApQueue = Self(rawValue: 1 << 19)
  /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_MATRIX`.
  public static let capApMatrix = Self(rawValue: 1 << 20)
  /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD`.
  public static let capVpd = Self(rawValue: 1 << 21)
  /// `VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE`.
  public static let inactive = Self(rawValue: 1 << 30)
  /// `VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE`.
  public static let active = Self(rawValue: 1 << 31)
}

/// How a device is created (`virNodeDeviceCreateXMLFlags`).
public struct NodeDeviceCreateXMLFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_NODE_DEVICE_CREATE_XML_VALIDATE`.
  public static let validate = Self(rawValue: 1 << 0)
}

/// How a device is defined (`virNodeDeviceDefineXMLFlags`).
public struct NodeDeviceDefineXMLFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_NODE_DEVICE_DEFINE_XML_VALIDATE`.
  public static let validate = Self(rawValue: 1 << 0)
}
