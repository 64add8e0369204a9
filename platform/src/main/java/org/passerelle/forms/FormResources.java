package org.passerelle.forms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The definitions that are packaged with the application and those activated here; the start fails
 * if one is invalid.
 */
@Configuration
class FormResources {

  /** The texts of all definitions in use, by file name. */
  @Bean
  FormTexts formTexts(JdbcClient db) throws IOException {
    Map<String, String> files = new HashMap<>(shipped());
    db.sql("select form, version, content from form_file where activated_at is not null")
        .query(
            row -> {
              files.put(
                  FormTexts.name(row.getString("form"), row.getInt("version")),
                  row.getString("content"));
            });
    return new FormTexts(files);
  }

  /** The packaged texts. */
  static Map<String, String> shipped() throws IOException {
    Map<String, String> files = new HashMap<>();
    for (Resource file :
        new PathMatchingResourcePatternResolver().getResources("classpath:forms/*.yaml")) {
      files.put(
          Objects.requireNonNull(file.getFilename()),
          file.getContentAsString(StandardCharsets.UTF_8));
    }
    return files;
  }

  @Bean
  FormDefinitions formDefinitions(FormTexts texts) {
    return FormDefinitions.read(texts.all());
  }
}
