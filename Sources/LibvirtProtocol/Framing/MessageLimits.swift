/// The sizes that both ends of libvirt's protocol keep to, in bytes unless said otherwise. Source: libvirt 9.0.0's protocol definition.
public enum MessageLimits {
  /// The length word in front of each message, which counts itself (`VIR_NET_MESSAGE_LEN_MAX`).
  public static let lengthWord = 4
  /// The header behind it (`VIR_NET_MESSAGE_HEADER_MAX`).
  public static let header = 24
  /// The most that may follow the length word (`VIR_NET_MESSAGE_MAX`). A longer message closes the connection.
  public static let message = 33_554_432
  /// The most payload of one message (`VIR_NET_MESSAGE_PAYLOAD_MAX`).
  public static let payload = 33_554_408
  /// What a peer's buffer begins with; it doubles as needed (`VIR_NET_MESSAGE_INITIAL`).
  public static let initialBuffer = 65_536
  /// The most data of one stream packet that servers of any age accept (`VIR_NET_MESSAGE_LEGACY_PAYLOAD_MAX`).
  public static let streamPacket = 262_120
  /// The most bytes of a string (`VIR_NET_MESSAGE_STRING_MAX`).
  public static let string = 4_194_304
  /// The most file descriptors of one message, as a count (`VIR_NET_MESSAGE_NUM_FDS_MAX`).
  public static let fileDescriptors = 32
  /// Calls of one client that a server answers at a time before it stops reading, as a count: `max_client_requests` of `libvirtd.conf`,
  /// which an administrator may change.
  public static let clientRequests = 5
}
