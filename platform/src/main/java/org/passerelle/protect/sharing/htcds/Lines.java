package org.passerelle.protect.sharing.htcds;

import java.io.IOException;
import java.io.InputStream;

/** Counts lines for a progress bar; not possible for workbooks. */
final class Lines {
  private Lines() {}

  static long count(InputStream in) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long lines = 0;
    boolean first = true;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      if (first && read > 1 && buffer[0] == 'P' && buffer[1] == 'K') {
        return 0;
      }
      first = false;
      for (int i = 0; i < read; i++) {
        if (buffer[i] == '\n') {
          lines++;
        }
      }
    }
    return lines;
  }
}
