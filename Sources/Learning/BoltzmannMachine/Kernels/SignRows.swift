/// Rows of signs in words of 32, set bits for +; a view of memory that somebody else owns.
struct SignRows {
  let words: UnsafeMutablePointer<UInt32>
  /// Words a row.
  let stride: Int
  let count: Int

  /// The rows `range`.
  func rows(_ range: Range<Int>) -> SignRows {
    SignRows(words: words + range.lowerBound * stride, stride: stride, count: range.count)
  }

  /// Copies sample `sample` to row `row`.
  @inline(__always)
  func load(_ samples: UnsafePointer<UInt64>, stride sampleStride: Int, sample: Int, row: Int) {
    let source = samples + sample &* sampleStride
    let target = words + row &* stride
    for word in 0..<stride {
      target[word] = UInt32(truncatingIfNeeded: source[word &>> 1] &>> UInt64(32 &* (word & 1)))
    }
  }

  /// Row `row` in words of 64.
  func append(row: Int, to samples: inout [UInt64]) {
    let source = words + row * stride
    for word in Swift.stride(from: 0, to: stride, by: 2) {
      let high = word + 1 < stride ? UInt64(source[word + 1]) : 0
      samples.append(UInt64(source[word]) | high << 32)
    }
  }

  /// Number of signs in which these rows and `other` differ.
  func differences(from other: SignRows) -> Int {
    var differences = 0
    for word in 0..<count &* stride { differences &+= (words[word] ^ other.words[word]).nonzeroBitCount }
    return differences
  }
}

/// Memory for rows of signs, zero at the start, with rows padded to a multiple of 32.
struct SignBuffer: ~Copyable {
  let rows: SignRows

  init(units: Int, count: Int) {
    let stride = (units + 31) / 32
    let words = UnsafeMutablePointer<UInt32>.allocate(capacity: (count + 31) / 32 * 32 * stride)
    words.initialize(repeating: 0, count: (count + 31) / 32 * 32 * stride)
    rows = SignRows(words: words, stride: stride, count: count)
  }

  deinit { rows.words.deallocate() }
}

/// The columns of rows of signs: word [block][unit] holds the signs of one unit in 32 rows.
struct SignColumns: ~Copyable {
  let words: UnsafeMutablePointer<UInt32>
  /// Words a block: the units, padded to a multiple of 32.
  let stride: Int
  let blocks: Int

  init(units: Int, rows: Int) {
    stride = (units + 31) / 32 * 32
    blocks = (rows + 31) / 32
    words = UnsafeMutablePointer<UInt32>.allocate(capacity: stride * blocks)
    words.initialize(repeating: 0, count: stride * blocks)
  }

  deinit { words.deallocate() }

  /// Takes over the columns of `rows`, whose memory goes on with zeros to a multiple of 32 rows.
  func load(_ rows: SignRows) {
    for block in 0..<blocks {
      for word in 0..<rows.stride {
        let target = words + (block &* stride &+ 32 &* word)
        let source = rows.words + (32 &* block &* rows.stride &+ word)
        for row in 0..<32 { target[row] = source[row &* rows.stride] }
        Self.transpose(target)
      }
    }
  }

  /// Exchanges bit j of word i and bit i of word j of 32 words, by blocks of 16, 8, 4, 2 and 1.
  private static func transpose(_ words: UnsafeMutablePointer<UInt32>) {
    var size = 16
    var low: UInt32 = 0x0000_FFFF
    while size > 0 {
      var first = 0
      while first < 32 {
        for word in first..<first &+ size {
          let exchanged = ((words[word] &>> UInt32(size)) ^ words[word &+ size]) & low
          words[word &+ size] ^= exchanged
          words[word] ^= exchanged &<< UInt32(size)
        }
        first = first &+ 2 &* size
      }
      size = size &>> 1
      low ^= low &<< UInt32(size)
    }
  }
}
