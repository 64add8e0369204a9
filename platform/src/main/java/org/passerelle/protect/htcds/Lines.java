package org.passerelle.protect.htcds;

import java.io.IOException;
import java.io.InputStream;

/** Counts lines, for the length of a progress bar. */
final class Lines {
  private Lines() {}

  static long count(InputStream in) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long lines = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      for (int i = 0; i < read; i++) {
        if (buffer[i] == '\n') {
          lines++;
        }
      }
    }
    return lines;
  }
}
