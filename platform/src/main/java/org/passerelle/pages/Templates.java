package org.passerelle.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import org.passerelle.PublicProcess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The precompiled templates, found in the package where the build puts them. */
@Configuration
@PublicProcess
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
