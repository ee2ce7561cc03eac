/// Numbers that C and Python draw, too: each from its position and a seed by multiplications and shifts.
enum MixedNumbers {
  /// 64 mixed bits.
  static func word(_ index: Int, seed: UInt64) -> UInt64 {
    let word = (UInt64(index) &+ 1) &* 0x9E37_79B9_7F4A_7C15 &+ seed &* 0xD1B5_4A32_D192_ED03
    return (word ^ (word &>> 31)) &* 0xBF58_476D_1CE4_E5B9
  }

  /// Uniform in ±½ · scale.
  static func uniform(_ count: Int, seed: UInt64, scale: Float) -> [Float] {
    (0..<count).map { scale * (Float(word($0, seed: seed) &>> 40) * 0x1p-24 - 0.5) }
  }

  /// Multiples of 1/64 from -1 to 63/64: sums of 1024 products of two of them are exact in single precision.
  static func coarse(_ count: Int, seed: UInt64) -> [Float] {
    (0..<count).map { Float(Int(word($0, seed: seed) &>> 57) - 64) / 64 }
  }
}
