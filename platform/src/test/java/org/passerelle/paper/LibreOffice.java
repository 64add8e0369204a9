package org.passerelle.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.w3c.dom.Document;

/**
 * LibreOffice, a word processor that nobody here wrote, without a screen. Where it is not installed
 * a test that needs it is left out and says so.
 */
public final class LibreOffice {
  private static final String PROGRAM = "soffice";
  private static final long PATIENCE = 120;

  private LibreOffice() {}

  /** Leaves the test out if there is no word processor on this machine. */
  public static void isNeeded() {
    boolean found =
        Stream.of(
                Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator, -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
    Assumptions.assumeTrue(
        found,
        "LibreOffice is not installed here, so no word processor opened the file."
            + " Maybe install libreoffice-writer-nogui.");
  }

  /** What it understands of a file, in the format of its own that is one XML document. */
  public static Document opened(byte[] file, String ending) throws Exception {
    DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
    xml.setNamespaceAware(true);
    return xml.newDocumentBuilder()
        .parse(new ByteArrayInputStream(converted(file, ending, "fodt")));
  }

  /** The file as it saves it in another format. */
  public static byte[] converted(byte[] file, String ending, String to) throws Exception {
    Path folder = Files.createTempDirectory("passerelle-office");
    try {
      Path sent = Files.write(folder.resolve("document." + ending), file);
      Process office =
          new ProcessBuilder(
                  PROGRAM,
                  "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                  "--headless",
                  "--convert-to",
                  to,
                  "--outdir",
                  folder.resolve("out").toString(),
                  sent.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("said").toFile())
              .start();
      boolean ended = office.waitFor(PATIENCE, TimeUnit.SECONDS);
      office.destroyForcibly();
      String said = Files.readString(folder.resolve("said"));
      assertThat(ended).as("ended within %d s: %s", PATIENCE, said).isTrue();
      Path made = folder.resolve("out").resolve("document." + to);
      assertThat(made).as(said).exists();
      return Files.readAllBytes(made);
    } finally {
      remove(folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    }
  }
}
