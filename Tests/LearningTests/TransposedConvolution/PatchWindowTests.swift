import Foundation
import Testing

@testable import Learning

@Suite("The window of a transposed convolution")
struct PatchWindowTests {
  @Test("a kernel of k rows has (k/2)² sites, and transposition leaves w(w + 1)/2 classes")
  func counts() throws {
    for kernel in [2, 4, 6, 8, 10, 14] {
      let window = try PatchWindow(kernel: kernel)
      let w = kernel / 2
      #expect(window.count == w * w && window.rows == w)
      #expect(window.orbits.count == w * (w + 1) / 2)
      #expect(window.orbits.joined().sorted() == Array(0..<w * w))
      #expect(try PatchWindow(named: "\(kernel)") == window)
    }
    #expect(PatchWindow.plus.count == 5 && PatchWindow.plus.orbits.count == 3)
    #expect(try PatchWindow(named: "plus") == .plus)
  }

  @Test("the oriented patch is the transposed convolution of stride 2 with padding (k - 2)/2")
  func transposedConvolution() throws {
    for kernel in [2, 4, 6, 8, 10, 14] {
      let window = try PatchWindow(kernel: kernel)
      // Coarse site 0 reaches the fine sites t - (k - 2)/2, t = 0 ..< k; each must name one oriented offset.
      var seen = [Set<Int>(), Set<Int>()]
      for t in 0..<kernel {
        let fine = t - (kernel - 2) / 2
        let (block, parity) = (fine >> 1, fine & 1)
        seen[parity].insert(-block * (2 * parity - 1))
      }
      #expect(seen[0] == seen[1])
      #expect(seen[0] == Set(window.lowest...window.highest))
    }
  }

  @Test("odd kernels, unknown names and small lattices are refused in one line")
  func refusals() throws {
    for kernel in [-2, 0, 1, 3, 5, 12, 16] {
      #expect(throws: InverseMapError.window("\(kernel)")) { _ = try PatchWindow(kernel: kernel) }
    }
    #expect(throws: InverseMapError.window("cross")) { _ = try PatchWindow(named: "cross") }
    let window = try PatchWindow(kernel: 10)
    try window.requireFit(side: 5)
    let error = InverseMapError.windowTooLarge(window: "10", rows: 5, side: 4)
    #expect(throws: error) { try window.requireFit(side: 4) }
    let line = "window 10 spans 5 coarse sites, but the lattice has side 4; the side must be at least 5"
    #expect(error.description == line)
  }

  @Test("windows are stored by their names")
  func coding() throws {
    for name in TestFields.windowNames {
      let data = try JSONEncoder().encode([PatchWindow(named: name)])
      #expect(String(decoding: data, as: UTF8.self) == "[\"\(name)\"]")
      #expect(try JSONDecoder().decode([PatchWindow].self, from: data)[0].description == name)
    }
    #expect(throws: InverseMapError.self) {
      _ = try JSONDecoder().decode([PatchWindow].self, from: Data("[\"5\"]".utf8))
    }
  }
}
