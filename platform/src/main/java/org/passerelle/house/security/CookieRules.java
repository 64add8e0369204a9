package org.passerelle.house.security;

import jakarta.servlet.SessionCookieConfig;
import org.jspecify.annotations.Nullable;
import org.passerelle.PlatformSettings;
import org.passerelle.PublicProcess;
import org.passerelle.accounts.signin.SessionSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Cookie names: under TLS they carry the prefix that binds them to this host. */
@Configuration
@PublicProcess
@EnableConfigurationProperties(SessionSettings.class)
public class CookieRules {

  /**
   * Whether browsers reach the server by TLS, its own or that of a reverse proxy.
   *
   * @param secure decides prefix and {@code Secure}
   * @param address public address of the server, or null
   */
  public record Transport(boolean secure, @Nullable String address) {
    /** The name that browsers see. */
    public String cookie(String name) {
      return secure ? "__Host-" + name : name;
    }
  }

  @Bean
  Transport transport(
      PlatformSettings settings,
      @Value("${server.ssl.bundle:}") String bundle,
      @Value("${server.ssl.certificate:}") String certificate) {
    String address = settings.address();
    return new Transport(
        !bundle.isEmpty()
            || !certificate.isEmpty()
            || (address != null && address.startsWith("https://")),
        address);
  }

  @Bean
  ServletContextInitializer sessionCookie(Transport transport, SessionSettings settings) {
    return context -> {
      SessionCookieConfig cookie = context.getSessionCookieConfig();
      cookie.setName(transport.cookie("passerelle"));
      cookie.setSecure(transport.secure());
      cookie.setHttpOnly(true);
      cookie.setPath("/");
      // slightly longer than our own time-out, which uses the application's clock
      context.setSessionTimeout((int) settings.idle().toMinutes() + 5);
    };
  }
}
