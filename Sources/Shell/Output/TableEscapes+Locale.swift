import CommandLanguage
import Glibc
import Presentation

extension TableEscapes {
  /// How a dialect's tables write what cannot be shown, in the locale that the environment names.
  init(_ dialect: Dialect) {
    guard dialect == .virsh else {
      self = .exact
      return
    }
    // A locale that is not installed is C's, as it is to virsh.
    let locale = newlocale(Int32(LC_CTYPE_MASK), "", nil)
    defer { if let locale { freelocale(locale) } }
    let characters = locale.flatMap { nl_langinfo_l(nl_item(CODESET), $0) }.map { String(cString: $0) }
    self = characters == "UTF-8" ? .virsh : .virshASCII
  }
}
