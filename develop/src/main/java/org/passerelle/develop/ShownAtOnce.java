package org.passerelle.develop;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import org.passerelle.PlatformSettings;
import org.passerelle.language.Languages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Templates and strings read from their sources at each page. The program as it is delivered does
 * not hold this module; where somebody puts it on the class path of a house in earnest, the house
 * does not start.
 */
@Configuration
class ShownAtOnce {
  ShownAtOnce(PlatformSettings settings) {
    if (!settings.demo()) {
      throw new IllegalStateException(
          "Only a demonstration shows its sources at once. Maybe leave passerelle-develop off the"
              + " class path.");
    }
  }

  @Bean
  Sources sources() {
    return Sources.of(Path.of(System.getProperty("passerelle.home", ".")));
  }

  @Bean
  @Primary
  TemplateEngine templatesAsTheyStand(Sources sources) {
    return engine(sources);
  }

  @Bean
  @Primary
  Languages languagesAsTheyStand(Sources sources) {
    return new SourceLanguages(sources.languages());
  }

  static TemplateEngine engine(Sources sources) {
    TemplateEngine engine =
        TemplateEngine.create(
            new DirectoryCodeResolver(sources.templates()),
            sources.compiled(),
            ContentType.Html,
            ShownAtOnce.class.getClassLoader());
    engine.setTrimControlStructures(true);
    return engine;
  }
}
