import Presentation
import Testing

@testable import LineEditor

/// Tables have widths of their own, so that they are the same everywhere; the editor's are libedit's, which draws by the C library.
@Suite struct DisplayWidthTests {
  @Test func tablesAndTheEditorCountAlike() {
    DisplayWidth.prepareLocale()
    let different = [0x20...0xFFFF, 0x1F000...0x1FAFF].joined().compactMap { Unicode.Scalar(UInt32($0)) }.filter { scalar in
      // What is newer than the table, and what is escaped, is not compared.
      guard let age = scalar.properties.age, age.major <= 14, scalar.properties.generalCategory != .unassigned else { return false }
      return !scalar.isInvisibleControl && DisplayWidth.of(scalar) != displayWidth(of: String(scalar))
    }
    #expect(different.isEmpty, "\(different.map(\.value))")
  }
}
