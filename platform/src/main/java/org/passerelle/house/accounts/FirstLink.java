package org.passerelle.house.accounts;

import org.passerelle.PlatformSettings;
import org.passerelle.accounts.signin.Setup;
import org.passerelle.house.security.CookieRules;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Prints the link for the first administrator while no user exists. It goes to the operator's
 * terminal and never to the log file.
 */
@Component
class FirstLink {
  private final PlatformSettings settings;
  private final Setup setup;
  private final Environment environment;
  private final CookieRules.Transport transport;

  FirstLink(
      PlatformSettings settings,
      Setup setup,
      Environment environment,
      CookieRules.Transport transport) {
    this.settings = settings;
    this.setup = setup;
    this.environment = environment;
    this.transport = transport;
  }

  // before the warm-up, which takes seconds
  @EventListener(ApplicationReadyEvent.class)
  @Order(0)
  void print() {
    if (!settings.demo()) {
      setup.firstLink().ifPresent(token -> say(address() + "/setup/" + token));
    }
  }

  @SuppressWarnings("SystemOut")
  private static void say(String link) {
    System.out.println("There is no user yet. Within 24 hours, open this link once to begin:");
    System.out.println("  " + link);
  }

  private String address() {
    if (settings.address() != null) {
      return settings.address().replaceAll("/+$", "");
    }
    return (transport.secure() ? "https" : "http")
        + "://localhost:"
        + environment.getProperty("local.server.port", "8080");
  }
}
