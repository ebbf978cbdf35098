extension String {
  /// The text with blanks up to a width on the screen; a longer text stays as it is.
  public func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth(of: self)))
  }
}
