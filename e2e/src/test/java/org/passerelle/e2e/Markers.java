package org.passerelle.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Words that stand in tips of a test, looked for in files. */
final class Markers {
  /** In a tip that is sealed before it is sent. */
  static final String BROWSER = "markerofabrowser";

  /** In a tip that is sent as a form. */
  static final String SERVER = "markerwithoutscripts";

  private Markers() {}

  /** Whether a file holds one of them. */
  static boolean marked(Path file) throws IOException {
    int longest = 2 * SERVER.length();
    byte[] some = new byte[1 << 20];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(some, kept, some.length - kept); read > 0; ) {
        byte[] window = Arrays.copyOf(some, kept + read);
        if (holds(window, BROWSER) || holds(window, SERVER)) {
          return true;
        }
        kept = Math.min(longest, window.length);
        System.arraycopy(window, window.length - kept, some, 0, kept);
        read = in.read(some, kept, some.length - kept);
      }
    }
    return false;
  }

  /** Whether bytes hold a text, with one or two bytes for each letter. */
  static boolean holds(byte[] bytes, String text) {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
      if (all.contains(new String(text.getBytes(charset), StandardCharsets.ISO_8859_1))) {
        return true;
      }
    }
    return false;
  }
}
