package org.passerelle.protect.forms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The definitions that come with the house; the start fails if one is not sound. */
@Configuration
class FormResources {

  @Bean
  FormDefinitions formDefinitions() throws IOException {
    Map<String, String> files = new HashMap<>();
    for (Resource file :
        new PathMatchingResourcePatternResolver().getResources("classpath:forms/*.yaml")) {
      files.put(
          Objects.requireNonNull(file.getFilename()),
          file.getContentAsString(StandardCharsets.UTF_8));
    }
    return FormDefinitions.read(files);
  }
}
