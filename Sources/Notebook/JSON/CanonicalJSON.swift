import Crypto
import Foundation

/// The one way this project writes and reads JSON: sorted keys, shortest text that reads back to the same
/// number, NaN and infinities as strings. The same value always gives the same bytes, so that bytes can be
/// compared and hashed.
public enum CanonicalJSON {
  /// Compact (for keys and the store) or, with `pretty`, indented with a final newline (for people).
  public static func encode(_ value: some Encodable, pretty: Bool = false) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting =
      pretty ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted] : [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    var data = try encoder.encode(value)
    if pretty { data.append(0x0A) }
    return data
  }

  public static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try decoder.decode(type, from: data)
  }

  /// The value as a JSON tree.
  public static func tree(_ value: some Encodable) throws -> JSONValue {
    try decode(JSONValue.self, from: encode(value))
  }

  /// SHA-256 of the canonical text, as 64 hexadecimal digits.
  public static func digest(_ value: some Encodable) throws -> String {
    sha256(try encode(value))
  }

  /// SHA-256 of some bytes, as 64 hexadecimal digits.
  public static func sha256(_ data: some DataProtocol) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in SHA256.hash(data: data) {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
