package org.passerelle.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The templates that the build has compiled, found in the package that the build puts them in. */
@Configuration
class Templates {
  private static final String PACKAGE = "org.passerelle.pages.templates";

  @Bean
  TemplateEngine templateEngine() {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);
    engine.setTrimControlStructures(true);
    return engine;
  }
}
