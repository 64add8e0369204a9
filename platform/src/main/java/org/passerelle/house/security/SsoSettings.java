package org.passerelle.house.security;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Single sign-on with OpenID Connect; disabled unless an issuer is configured.
 *
 * @param issuer address of the identity provider, with https; http only on the same machine
 * @param clientId identifier of this client at the provider
 * @param clientSecret shared with the provider, or null for a public client
 * @param claim claim that holds the user's login; {@code email} counts only if the provider says
 *     that it is verified
 * @param secondFactor values of {@code amr} or {@code acr} for which the provider's second factor
 *     is trusted; empty by default, so that the application asks for its own
 * @param name the provider's name on the sign-in page, or empty
 */
@ConfigurationProperties("passerelle.sso")
public record SsoSettings(
    @Nullable String issuer,
    @DefaultValue("") String clientId,
    @Nullable String clientSecret,
    @DefaultValue("email") String claim,
    @DefaultValue({}) List<String> secondFactor,
    @DefaultValue("") String name) {

  public SsoSettings {
    secondFactor = List.copyOf(secondFactor);
    if (issuer != null && !isSafe(issuer)) {
      throw new IllegalArgumentException(
          """
          The issuer of single sign-on must begin with https://, not %s.
          Maybe use an address of this machine: only these may begin with http://."""
              .formatted(issuer));
    }
    if (issuer != null && clientId.isEmpty()) {
      throw new IllegalArgumentException(
          """
          Single sign-on with %s needs the client identifier issued by the provider.
          Maybe passerelle.sso.client-id is missing."""
              .formatted(issuer));
    }
  }

  /** Whether single sign-on is offered. */
  public boolean offered() {
    return issuer != null;
  }

  private static boolean isSafe(String issuer) {
    try {
      URI uri = URI.create(issuer);
      String host = uri.getHost();
      boolean here = List.of("127.0.0.1", "localhost", "[::1]").contains(host);
      return host != null
          && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && here));
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }
}
