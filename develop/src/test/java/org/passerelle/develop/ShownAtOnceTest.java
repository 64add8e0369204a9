package org.passerelle.develop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.PlatformSettings;
import org.passerelle.language.Language;

/** Developers see changes without a restart, and only in a demonstration. */
class ShownAtOnceTest {
  @TempDir Path folder;

  @Test
  void aChangedTemplateIsShown() throws IOException {
    Path templates = Files.createDirectory(folder.resolve("jte"));
    Path template = templates.resolve("hello.jte");
    write(template, "@param String name\nHello, ${name}.", 1);
    TemplateEngine engine =
        ShownAtOnce.engine(new Sources(templates, folder, folder.resolve("compiled")));
    assertThat(shown(engine)).isEqualTo("Hello, Ana.");
    write(template, "@param String name\nGood day, ${name}.", 2);
    assertThat(shown(engine)).isEqualTo("Good day, Ana.");
  }

  @Test
  void aChangedStringIsShownAlsoInTheDerivedScript() throws IOException {
    Path strings = Files.createDirectories(folder.resolve("sr")).resolve("house.properties");
    write(strings, "house.word=кућа\n", 1);
    SourceLanguages languages = new SourceLanguages(folder);
    assertThat(languages.texts(new Language("sr-Latn")).text("house.word")).isEqualTo("kuća");
    write(strings, "house.word=дом\n", 2);
    assertThat(languages.texts(new Language("sr-Latn")).text("house.word")).isEqualTo("dom");
    assertThat(languages.texts(new Language("sr-Cyrl")).text("house.word")).isEqualTo("дом");
  }

  @Test
  void aHouseInEarnestDoesNotStartWithIt() {
    PlatformSettings earnest =
        new PlatformSettings(folder, folder.resolve("key"), null, false, 0, "node", null);
    assertThatThrownBy(() -> new ShownAtOnce(earnest)).hasMessageContaining("demonstration");
  }

  private static String shown(TemplateEngine engine) {
    StringOutput output = new StringOutput();
    engine.render("hello.jte", "Ana", output);
    return output.toString();
  }

  private static void write(Path file, String text, long second) throws IOException {
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000 + second)));
  }
}
