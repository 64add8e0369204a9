package org.passerelle.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.OutFile;
import picocli.CommandLine.Option;

/** Destination of an engine's result: a file or standard output. */
public final class AnswerOptions {
  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "File to write; default standard output.")
  public @Nullable Path out;

  /** Checks the format and that the file can be written, before any work is done. */
  public void check(String format, List<String> formats) {
    if (!formats.contains(format)) {
      throw new BadInput(
          "There is no format %s. Maybe it is one of %s."
              .formatted(format, String.join(", ", formats)));
    }
    if (out != null) {
      OutFile.check(out);
    }
  }

  public void write(PrintWriter standard, OutFile.Content content) {
    if (out != null) {
      OutFile.stream(out, content);
      return;
    }
    try {
      BufferedWriter writer = new BufferedWriter(standard);
      content.write(writer);
      writer.flush();
    } catch (IOException e) {
      throw new BadInput("The result cannot be printed (%s).".formatted(BadInput.sentence(e)));
    }
  }
}
