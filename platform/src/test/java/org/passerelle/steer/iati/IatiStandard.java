package org.passerelle.steer.iati;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Assumptions;

/** The standard for tests; it is not part of the project and lies beside the checkout. */
final class IatiStandard {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T09:00:00.5Z"), ZoneOffset.UTC);

  private IatiStandard() {}

  /** The check; a test that needs it says that it was left out where the standard is not there. */
  static StandardCheck check() {
    Path folder = Path.of(System.getProperty("passerelle.iati", "../../shared/iati"));
    Assumptions.assumeTrue(
        Files.isDirectory(folder.resolve("schema")),
        "left out: the IATI standard is not at " + folder.toAbsolutePath().normalize());
    try {
      return StandardCheck.in(folder, CLOCK);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
