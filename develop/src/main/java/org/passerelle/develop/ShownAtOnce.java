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
 * Reads templates and texts from their sources for each page. Not part of the delivered program; if
 * it is on the class path of an installation that is not a demonstration, the server does not
 * start.
 */
@Configuration
class ShownAtOnce {
  ShownAtOnce(PlatformSettings settings) {
    if (!settings.demo()) {
      throw new IllegalStateException(
          "Only a demonstration can read its sources at run time. Maybe leave passerelle-develop off the"
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
