package org.passerelle.demo.prevention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.passerelle.language.ResourceYaml;
import org.springframework.stereotype.Component;

/** Days of {@code demo/prevention.yaml}, which are numbers from the day on which it is entered. */
@Component
class DemoDays {
  static final String FILE = "demo/prevention.yaml";
  private final Clock clock;

  DemoDays(Clock clock) {
    this.clock = clock;
  }

  LocalDate of(Map<String, Object> map, String key) {
    return today().plusDays(number(map, key));
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  static int number(Map<String, Object> map, String key) {
    return Integer.parseInt(ResourceYaml.text(map, key));
  }
}
