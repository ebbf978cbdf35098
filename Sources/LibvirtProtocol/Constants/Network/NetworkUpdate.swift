/// How part of a network changes (`virNetworkUpdateCommand`).
public enum NetworkUpdateCommand: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_NETWORK_UPDATE_COMMAND_NONE`.
  case none = 0
  /// `VIR_NETWORK_UPDATE_COMMAND_MODIFY`.
  case modify = 1
  /// `VIR_NETWORK_UPDATE_COMMAND_DELETE`.
  case delete = 2
  /// `VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST`.
  case addFirst = 4
}

/// Which part of a network changes (`virNetworkUpdateSection`).
public enum NetworkUpdateSection: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_NETWORK_SECTION_NONE`.
  case none = 0
  /// `VIR_NETWORK_SECTION_BRIDGE`.
  case bridge = 1
  /// `VIR_NETWORK_SECTION_DOMAIN`.
  case domain = 2
  /// `VIR_NETWORK_SECTION_IP`.
  case ip = 3
  /// `VIR_NETWORK_SECTION_IP_DHCP_HOST`.
  case ipDhcpHost = 4
  /// `VIR_NETWORK_SECTION_IP_DHCP_RANGE`.
  case ipDhcpRange = 5
  /// `VIR_NETWORK_SECTION_FORWARD`.
  case forward = 6
  /// `VIR_NETWORK_SECTION_FORWARD_INTERFACE`.
  case forwardInterface = 7
  /// `VIR_NETWORK_SECTION_FORWARD_PF`.
  case forwardPf = 8
  /// `VIR_NETWORK_SECTION_PORTGROUP`.
  case portgroup = 9
  /// `VIR_NETWORK_SECTION_DNS_HOST`.
  case dnsHost = 10
  /// `VIR_NETWORK_SECTION_DNS_TXT`.
  case dnsTxt = 11
  /// `VIR_NETWORK_SECTION_DNS_SRV`.
  case dnsSrv = 12
}

/// Whether the running network changes, its definition, or both (`virNetworkUpdateFlags`).
public struct NetworkUpdateFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_NETWORK_UPDATE_AFFECT_CURRENT`.
  public static let affectCurrent: Self = []
  /// `VIR_NETWORK_UPDATE_AFFECT_LIVE`.
  public static let affectLive = Self(rawValue: 1 << 0)
  /// `VIR_NETWORK_UPDATE_AFFECT_CONFIG`.
  public static let affectConfig = Self(rawValue: 1 << 1)
}
