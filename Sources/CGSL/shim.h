// The parts of the GNU Scientific Library that module GSL uses, and getters for its global solver types:
// GSL_VAR globals are mutable to the Swift importer and so refused in Swift 6 mode.
#ifndef CGSL_SHIM_H
#define CGSL_SHIM_H

#include <gsl/gsl_blas.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_eigen.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_min.h>
#include <gsl/gsl_multifit.h>
#include <gsl/gsl_multifit_nlinear.h>
#include <gsl/gsl_roots.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_statistics_double.h>
#include <gsl/gsl_vector.h>
#include <gsl/gsl_version.h>

static inline const gsl_root_fsolver_type *cgsl_root_brent(void) { return gsl_root_fsolver_brent; }

static inline const gsl_min_fminimizer_type *cgsl_minimum_brent(void) { return gsl_min_fminimizer_brent; }

static inline const gsl_multifit_nlinear_type *cgsl_nlinear_trust(void) { return gsl_multifit_nlinear_trust; }

// Levenberg-Marquardt steps, Moré scaling, QR solver, central differences: see NonlinearLeastSquares.swift.
static inline gsl_multifit_nlinear_parameters cgsl_nlinear_levenberg_marquardt(double difference_step) {
  gsl_multifit_nlinear_parameters parameters = gsl_multifit_nlinear_default_parameters();
  parameters.trs = gsl_multifit_nlinear_trs_lm;
  parameters.scale = gsl_multifit_nlinear_scale_more;
  parameters.solver = gsl_multifit_nlinear_solver_qr;
  parameters.fdtype = GSL_MULTIFIT_NLINEAR_CTRDIFF;
  parameters.h_df = difference_step;
  return parameters;
}

static inline const char *cgsl_version(void) { return GSL_VERSION; }

#endif
