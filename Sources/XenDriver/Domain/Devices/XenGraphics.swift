/// A display of the guest.
struct XenGraphics: Sendable, Hashable {
  /// How the display can be seen.
  enum Kind: String, Sendable, Hashable, CaseIterable {
    case vnc, sdl
  }

  /// How the display can be seen.
  var kind: Kind
  /// Whether xend chooses the port of VNC.
  var isAutoport = true
  /// The port of VNC, where it is known.
  var port: UInt16?
  /// The address at which VNC listens; nil for what xend's configuration says.
  var listen: String?
  /// The layout of the keyboard.
  var keymap: String?
  /// The password for VNC.
  var password: String?
  /// The X display for SDL.
  var display: String?
  /// The file that allows to use the X display.
  var xauthority: String?

  /// The port of VNC's display 0.
  static let basePort: UInt16 = 5900
}
