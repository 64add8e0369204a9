package org.passerelle.develop;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the sources of the platform lie.
 *
 * @param templates folder of the JTE templates
 * @param languages folder that holds one folder of strings for each language
 * @param compiled folder for what is compiled of the templates while the house runs
 */
record Sources(Path templates, Path languages, Path compiled) {
  /** Those of the checkout that the launcher was started from. */
  static Sources of(Path home) {
    Sources sources =
        new Sources(
            home.resolve("platform/src/main/jte"),
            home.resolve("platform/src/main/resources/language"),
            home.resolve("develop/target/templates"));
    if (!Files.isDirectory(sources.templates)) {
      throw new IllegalStateException(
          "There are no templates in %s. Maybe start it by ./passerelle develop."
              .formatted(sources.templates));
    }
    return sources;
  }
}
