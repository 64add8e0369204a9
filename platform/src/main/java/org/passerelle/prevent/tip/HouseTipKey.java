package org.passerelle.prevent.tip;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.keys.KeyStore;
import org.passerelle.storage.keys.NodeMarks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The house derives the key of tips, and writes it down for the process of the public pages. */
@Configuration
class HouseTipKey {
  @Bean
  TipKey tipKey(KeyStore keys, @Value("${passerelle.tips-key:#{null}}") @Nullable Path file) {
    NodeMarks marks = NodeMarks.of(keys, TipKey.PURPOSE);
    if (file != null) {
      marks.write(file);
    }
    return new TipKey(marks);
  }
}
