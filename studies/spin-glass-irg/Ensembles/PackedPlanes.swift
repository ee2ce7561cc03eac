import Foundation
import Lattice

/// 512 configurations as they are stored: the bits of their planes as base64 text.
struct PackedPlanes: Codable, Sendable {
  let side: Int
  let bits: String

  init(_ planes: SpinPlanes) {
    side = planes.side
    var data = Data(capacity: planes.words.count * 64)
    for word in planes.words {
      for lane in 0..<8 { withUnsafeBytes(of: word[lane].littleEndian) { data.append(contentsOf: $0) } }
    }
    bits = data.base64EncodedString()
  }

  /// The configurations; nil if the text was not written by this type.
  var planes: SpinPlanes? {
    guard let data = Data(base64Encoded: bits), data.count == side * side * side * 64 else { return nil }
    let words = data.withUnsafeBytes { bytes in
      (0..<data.count / 64).map { index in
        var word = SIMD8<UInt64>()
        for lane in 0..<8 {
          word[lane] = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 64 * index + 8 * lane, as: UInt64.self))
        }
        return word
      }
    }
    return SpinPlanes(side: side, words: words)
  }
}
