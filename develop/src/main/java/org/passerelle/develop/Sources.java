package org.passerelle.develop;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The source folders of the platform.
 *
 * @param templates folder of the JTE templates
 * @param languages folder with one folder of texts for each language
 * @param compiled folder for templates compiled at run time
 */
record Sources(Path templates, Path languages, Path compiled) {
  /** The source folders of the checkout from which the launcher was started. */
  static Sources of(Path home) {
    Sources sources =
        new Sources(
            home.resolve("platform/src/main/jte"),
            home.resolve("platform/src/main/resources/language"),
            home.resolve("develop/target/templates"));
    if (!Files.isDirectory(sources.templates)) {
      throw new IllegalStateException(
          "There are no templates in %s. Maybe start it with ./passerelle develop."
              .formatted(sources.templates));
    }
    return sources;
  }
}
