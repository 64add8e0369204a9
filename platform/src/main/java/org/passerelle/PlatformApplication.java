package org.passerelle;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.PropertySource;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The web application. The launcher's {@code serve} starts it after validating the operator's
 * options.
 */
@SpringBootApplication
@EnableScheduling
@PropertySource("classpath:schedules.properties")
@EnableConfigurationProperties(PlatformSettings.class)
public class PlatformApplication {

  /** Starts the application without reporting progress. */
  public static ConfigurableApplicationContext start(Map<String, String> properties) {
    return start(properties, event -> {});
  }

  /**
   * Starts the application.
   *
   * @param properties Spring properties set by the launcher; they override {@code
   *     application.properties} and the environment
   * @param told receives progress until the application is ready
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
