package org.passerelle.cli.records;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.OutFile;

/** Standard input and output, in place of a file for {@code -}. */
final class Standard {
  private Standard() {}

  /** Parses the input. */
  @FunctionalInterface
  interface Reading<T> {
    T read(Reader in) throws IOException;
  }

  static boolean isMeant(@Nullable Path file) {
    return file != null && file.toString().equals("-");
  }

  static <T> T read(Reading<T> reading) {
    try {
      return reading.read(
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new BadInput("Standard input cannot be read (%s).".formatted(BadInput.sentence(e)));
    }
  }

  static void write(PrintWriter out, OutFile.Content content) {
    BufferedWriter writer = new BufferedWriter(out);
    try {
      content.write(writer);
      writer.flush();
    } catch (IOException e) {
      throw new BadInput("Standard output cannot be written (%s).".formatted(BadInput.sentence(e)));
    }
  }
}
