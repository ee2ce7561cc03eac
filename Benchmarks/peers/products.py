"""The product of two matrices in single precision in PyTorch and NumPy (OpenBLAS): the peers of the Swift program.

usage: products.py torch|numpy|numpy-skylakex ROWSxINNERxCOLUMNS [--repeats N]

One thread. numpy-skylakex asks OpenBLAS for its AVX-512 kernels instead of those that it chooses itself.
"""

import os
import sys
import time

os.environ["OPENBLAS_NUM_THREADS"] = "1"
if "numpy-skylakex" in sys.argv:
    os.environ["OPENBLAS_CORETYPE"] = "SkylakeX"

import numpy as np  # noqa: E402
from arguments import Arguments, positive  # noqa: E402
from mixed import coarse  # noqa: E402


def main():
    parser = Arguments()
    parser.add_argument("program", choices=["torch", "numpy", "numpy-skylakex"])
    parser.add_argument("size")
    parser.add_argument("--repeats", type=positive, default=3)
    options = parser.parse_args()
    rows, inner, columns = map(positive, options.size.split("x"))
    a, b = coarse(rows * inner, 8).reshape(rows, inner), coarse(inner * columns, 9).reshape(inner, columns)
    if options.program == "torch":
        import torch

        torch.set_num_threads(1)
        a, b = torch.from_numpy(a), torch.from_numpy(b)
    count = max(1, 2_000_000_000 // (rows * inner * columns))
    product = a @ b
    best = float("inf")
    for _ in range(options.repeats):
        start = time.process_time()
        for _ in range(count):
            product = a @ b
        best = min(best, time.process_time() - start)
    product = np.asarray(product, dtype=np.float64)
    exact = np.asarray(a, dtype=np.float64) @ np.asarray(b, dtype=np.float64)
    assert np.array_equal(product, exact), "the product is wrong"
    weights = np.arange(product.size, dtype=np.int64) % 251 + 1
    total = int((weights * (4096 * product.ravel()).astype(np.int64)).sum())
    case = f"product-{options.size}"
    print(f"{options.program} {case} product_us={1e6 * best / count:.3f} products={count} sum={total}")


main()
