/// Arguments and the bits of the results, which may never change: random decisions depend on them.
enum ElementaryPins {
  static let exp: [(Double, UInt64)] = [
    (0.1, 0x3ff1_aec7_b35a_00d4), (0.7642854597404991, 0x4001_2dff_2ef9_2d69),
    (1.7, 0x4015_e552_770d_f8a6), (13.25, 0x4121_560c_147d_d3f6),
  ]
  static let log: [(Double, UInt64)] = [
    (0.1, 0xc002_6bb1_bbb5_5515), (0.7642854597404991, 0xbfd1_343f_4e10_1d45),
    (1.7, 0x3fe0_fae8_1914_a991), (13.25, 0x4004_ac06_e8a5_1fb3),
  ]
  static let tanh: [(Double, UInt64)] = [
    (0.1, 0x3fb9_83d7_795f_413b), (0.7642854597404991, 0x3fe4_9852_f983_efde),
    (1.7, 0x3fed_eedf_00d3_e7f5), (13.25, 0x3fef_ffff_ffff_25f1),
  ]
  static let sigmoid: [(Double, UInt64)] = [
    (0.1, 0x3fe0_cca1_2729_afb8), (0.7642854597404991, 0x3fe5_d544_0f0b_a4ee),
    (1.7, 0x3feb_0e9e_dc43_24d8), (13.25, 0x3fef_fffc_4eec_4562),
  ]
  static let log2cosh: [(Double, UInt64)] = [
    (0.1, 0x3fe6_5727_5381_ee68), (0.7642854597404991, 0x3fee_bccd_6ff8_9587),
    (1.7, 0x3ffb_b9aa_58a0_d70a), (13.25, 0x402a_8000_0000_06d0),
  ]
}
