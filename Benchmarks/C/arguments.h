// Numbers on the command line.

#ifndef ARGUMENTS_H
#define ARGUMENTS_H

#include <stdlib.h>

// A positive integer of at most nine digits; 0 for anything else.
static int positive(const char *text) {
  char *end;
  const long value = *text >= '0' && *text <= '9' ? strtol(text, &end, 10) : 0;
  return value > 0 && value <= 999999999 && *end == 0 ? (int)value : 0;
}

#endif
