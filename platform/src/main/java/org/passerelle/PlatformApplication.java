package org.passerelle;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The web application. The launcher's {@code serve} starts it after it has checked what the
 * operator asked for.
 */
@SpringBootApplication
@EnableScheduling
@EnableConfigurationProperties(PlatformSettings.class)
public class PlatformApplication {

  /**
   * Starts the house.
   *
   * @param properties Spring properties decided by the launcher; they win over {@code
   *     application.properties} and over whatever stands in the environment
   * @return the running application
   */
  public static ConfigurableApplicationContext start(Map<String, String> properties) {
    SpringApplication application = new SpringApplication(PlatformApplication.class);
    return application.run(
        properties.entrySet().stream()
            .map(e -> "--" + e.getKey() + "=" + e.getValue())
            .toArray(String[]::new));
  }
}
