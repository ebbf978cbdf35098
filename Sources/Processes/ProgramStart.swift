import CProcess
import Glibc

/// How all programs are started: with no descriptor of ours but those that are handed on, and no signal blocked.
enum ProgramStart {
  /// Stands for `/dev/null` among descriptors.
  static let null: Int32 = -1

  /// Starts the program at `path`; its number. `variables` are its whole environment, `descriptors` become its 0, 1, 2 and so on.
  static func run(
    _ path: String, _ words: [String], variables: [String], descriptors: [Int32], _ kind: cprocess_kind
  ) throws(ProgramFailure) -> pid_t {
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
    defer { for text in arguments + environment { free(text) } }
    func at(_ index: Int) -> Int32 { index < descriptors.count ? descriptors[index] : null }
    let number = path.withCString { path in
      arguments.withUnsafeMutableBufferPointer { arguments in
        environment.withUnsafeMutableBufferPointer { environment in
          var program = cprocess_program(
            path: path, words: arguments.baseAddress, variables: environment.baseAddress, descriptors: (at(0), at(1), at(2), at(3)),
            count: Int32(min(descriptors.count, 4)), kind: kind)
          return cprocess_start(&program)
        }
      }
    }
    guard number > 0 else { throw ProgramFailure(code: -number) }
    return number
  }
}
