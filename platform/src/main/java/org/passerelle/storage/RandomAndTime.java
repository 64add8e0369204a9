package org.passerelle.storage;

import java.security.SecureRandom;
import java.time.Clock;
import org.passerelle.PublicProcess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The only source of time and randomness: no other class reads the clock or creates a generator.
 */
@Configuration
@PublicProcess
class RandomAndTime {
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  SecureRandom random() {
    return new SecureRandom();
  }
}
