package org.passerelle;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
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

  /** Starts the house; nobody hears how far it is. */
  public static ConfigurableApplicationContext start(Map<String, String> properties) {
    return start(properties, event -> {});
  }

  /**
   * Starts the house.
   *
   * @param properties Spring properties decided by the launcher; they win over {@code
   *     application.properties} and over whatever stands in the environment
   * @param told hears what happens until the house stands
   * @return the running application
   */
  public static ConfigurableApplicationContext start(
      Map<String, String> properties, ApplicationListener<ApplicationEvent> told) {
    SpringApplication application = new SpringApplication(PlatformApplication.class);
    application.addListeners(told);
    return application.run(
        properties.entrySet().stream()
            .map(e -> "--" + e.getKey() + "=" + e.getValue())
            .toArray(String[]::new));
  }
}
